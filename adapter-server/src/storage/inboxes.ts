import { statement } from './database.ts';
import { INTERACTION_COLUMNS, type Interaction } from './interactions.ts';
import { loadedIn } from './touched.ts';
import type { Transaction } from './transaction.ts';

const unanswered = statement<Interaction>(
    'inbox_unanswered',
    `select ${INTERACTION_COLUMNS} from interactions i
     where i.agent_id = $1 and i.routing_state = 'assigned' and i.waiting_since is not null order by i.id for no key update`,
);
const forgive = statement(
    'holds_forgive',
    `update interactions set hold_refused = null where held_for = $1 and routing_state = 'held' and hold_refused is not null`,
);
const includeAgain = statement(
    'line_include_again',
    `update interactions set declined_by = array_remove(declined_by, $1) where id in (
         select id from interactions where routing_state = 'queued' and declined_by @> array[$1]::int[]
         union all
         select id from interactions where agent_id is not null and routing_state = 'offered' and declined_by @> array[$1]::int[])`,
);

/** In the agent's inbox and waiting for an answer, locked. */
export const lockUnansweredOf = async (tx: Transaction, agentId: number): Promise<Interaction[]> =>
    loadedIn(tx, await tx.run(unanswered, [agentId]));
/** They went away or came back: what they declined or missed is offered to them again. */
export const forgiveRefusals = (tx: Transaction, agentId: number): Promise<unknown> =>
    tx.run(forgive, [agentId]);
export const includeAgainInLines = (tx: Transaction, agentId: number): Promise<unknown> =>
    tx.run(includeAgain, [agentId]);
