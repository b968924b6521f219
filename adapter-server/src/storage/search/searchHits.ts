import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

export interface HitRow {
    readonly messageId: number;
    readonly interactionId: number;
    readonly at: number;
    readonly direction: 'inbound' | 'outbound';
    readonly subject: string;
    readonly fromName: string;
    readonly fromAddress: string;
    readonly text: string;
    readonly files: string[];
}
/** One that was moved to another interaction a moment ago is left out: its rights are judged by where it is now. */
const hits = statement<HitRow>(
    'search_hits',
    `select m.id as message_id, m.interaction_id, m.at, m.direction, m.subject, m.from_name, m.from_address,
         left(m.text_body, 20000) as text,
         array(select t.filename from attachments t where t.message_id = m.id and not t.inline order by t.id) as files
     from messages m join message_search s on s.message_id = m.id and s.interaction_id = m.interaction_id
     where m.id = any($1::int[]) order by m.id desc`,
);
const newestOf = statement<{ messageId: number }>(
    'search_newest_message',
    `select message_id from message_search where interaction_id = $1 order by message_id desc limit 1`,
);
/** Messages that are not searched have no row: the next newer one that has. */
const momentOf = statement<{ at: number }>(
    'search_moment_of',
    `select at from message_search where message_id >= $1 order by message_id limit 1`,
);

type On = Pick<Transaction, 'run'>;
export const readHits = (on: On, messageIds: readonly number[]): Promise<HitRow[]> =>
    messageIds.length === 0 ? Promise.resolve([]) : on.run(hits, [messageIds]);
export const momentOfMessage = async (on: On, messageId: number): Promise<number | null> =>
    (await on.run(momentOf, [messageId]))[0]?.at ?? null;
export const newestMessageOf = async (on: On, interactionId: number): Promise<number | null> =>
    (await on.run(newestOf, [interactionId]))[0]?.messageId ?? null;
