import type { InteractionAccessFacts } from '../../core/policies/visibility.ts';
import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** The facts about objects that authorization asks for. */
const interactions = statement<InteractionAccessFacts & { id: number }>(
    'access_interactions',
    `select i.id, i.queue_id, i.original_agent_id, i.held_for as held_for_id,
         case when i.routing_state = 'assigned' then i.agent_id end as owner_id,
         case when i.routing_state = 'offered' then i.agent_id end as offered_to_id
     from interactions i where i.id = any($1::int[])`,
);
const attachment = statement<{
    draftOf: number | null;
    interactionId: number | null;
    filename: string;
    contentType: string;
    size: number;
    sha256: Buffer;
}>(
    'access_attachment',
    `select t.draft_of, m.interaction_id, t.filename, t.content_type, t.size, t.sha256
     from attachments t left join messages m on m.id = t.message_id where t.id = $1`,
);
const message = statement<{ interactionId: number; rawSha256: Buffer | null }>(
    'access_message',
    `select interaction_id, raw_sha256 from messages where id = $1`,
);
const uploads = statement<{ n: number }>(
    'access_uploads',
    `select count(*)::int as n from attachments where id = any($1::int[]) and draft_of = $2`,
);

/**
 * core/policies/visibility.ts mayRead as SQL, for lists (L4: "checked on the server"). A test compares the two over
 * every combination. Parameters: whether an admin, the viewer and their reports, their queues and their reports'.
 */
export const visibleWhere = (admin: string, people: string, queues: string, i = 'i'): string =>
    `(${admin}::bool or ${i}.queue_id = any(${queues}::int[]) or ${i}.agent_id = any(${people}::int[])
      or ${i}.held_for = any(${people}::int[]) or ${i}.original_agent_id = any(${people}::int[]))`;

type On = Pick<Transaction, 'run'>;
export const interactionAccess = (
    on: On,
    ids: readonly number[],
): Promise<(InteractionAccessFacts & { id: number })[]> => on.run(interactions, [ids]);
export const attachmentAccess = (on: On, id: number) =>
    on.run(attachment, [id]).then((rows) => rows[0] ?? null);
export const messageAccess = (on: On, id: number) => on.run(message, [id]).then((rows) => rows[0] ?? null);
/** How many of these uploads are the agent's own and not sent yet. */
export const countOwnUploads = async (on: On, ids: readonly number[], agentId: number): Promise<number> =>
    ids.length === 0 ? 0 : ((await on.run(uploads, [ids, agentId]))[0]?.n ?? 0);
