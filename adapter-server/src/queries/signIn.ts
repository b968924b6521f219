import { listAgents } from '../storage/agents.ts';
import type { Transaction } from '../storage/transaction.ts';

export { findAgentByUsername } from '../storage/agents.ts';
export { findSession } from '../storage/sessions.ts';

/** Those whom the demo's sign-in page offers. */
export const demoAgents = async (
    on: Pick<Transaction, 'run'>,
): Promise<{ username: string; firstName: string; lastName: string; role: string }[]> =>
    (await listAgents(on)).filter((agent) => agent.enabled);
