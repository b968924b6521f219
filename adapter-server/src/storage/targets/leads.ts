import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** So many unread ones say what there is to say: the breach list has the rest. */
const MOST_UNREAD = 20;

/** Managers who are members of the queue, and whoever its members report to. */
const leads = statement<{ id: number }>(
    'target_leads_to_tell',
    `select a.id from agents a
     where a.enabled
       and (a.id in (select r.reporting_manager_id from queue_members m join agents r on r.id = m.agent_id where m.queue_id = $1)
         or (a.role = 'manager' and exists (select 1 from queue_members m where m.queue_id = $1 and m.agent_id = a.id)))
       and (select count(*) from (select 1 from notifications n where n.agent_id = a.id and n.kind = 'target_breached'
              and n.read_at is null limit $2) u) < $2
     order by a.id`,
);
export const leadsToTell = async (tx: Transaction, queueId: number): Promise<number[]> =>
    (await tx.run(leads, [queueId, MOST_UNREAD])).map(({ id }) => id);
