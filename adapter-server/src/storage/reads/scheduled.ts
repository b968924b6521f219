import type { MailAddress } from '../../ports/mailboxEvents.ts';
import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

export interface ScheduledRow {
    readonly messageId: number;
    readonly interactionId: number;
    readonly subject: string;
    readonly to: MailAddress[];
    readonly leavesAt: number;
    readonly customerWroteSince: boolean;
}
const ofAgent = statement<ScheduledRow>(
    'scheduled_of_agent',
    `select m.id as message_id, m.interaction_id, m.subject, m.recipients as "to", m.send_at as leaves_at,
            exists (select 1 from messages c where c.interaction_id = m.interaction_id and c.direction = 'inbound'
                      and c.kind = 'message' and c.at > m.at) as customer_wrote_since
     from messages m where m.agent_id = $1 and m.scheduled and m.delivery_state = 'waiting'
     order by m.send_at, m.id limit 200`,
);
const authors = statement<{ interactionId: number; agentId: number }>(
    'scheduled_authors',
    `select distinct interaction_id, agent_id from messages where interaction_id = any($1::int[]) and scheduled
       and delivery_state = 'waiting' and agent_id is not null order by interaction_id, agent_id`,
);

type On = Pick<Transaction, 'run'>;
export const scheduledOf = (on: On, agentId: number): Promise<ScheduledRow[]> => on.run(ofAgent, [agentId]);
/** Who has something scheduled on these interactions. */
export const scheduledAuthors = (
    on: On,
    interactionIds: readonly number[],
): Promise<{ interactionId: number; agentId: number }[]> =>
    interactionIds.length === 0 ? Promise.resolve([]) : on.run(authors, [interactionIds]);
