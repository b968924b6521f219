import { AgentClient } from '../load/agentClient.ts';
import { agentName } from '../load/fileOfAgents.ts';
import { Random } from '../random.ts';
import { ChaosAgent, type Answers, type Deeds } from './agents.ts';
import type { Center } from './center.ts';
import type { ChaosOptions } from './options.ts';

/** A server that is killed while it starts, again and again, may be away for minutes on a slow machine. */
const PATIENCE = 10 * 60_000;

/** All agents, spread over the servers, each with chance of their own. */
export async function signInAgents(
    options: ChaosOptions,
    { pool, servers }: Center,
    known: { deeds: Deeds; answers: Answers },
): Promise<ChaosAgent[]> {
    const dispositions = await pool.query<{ id: number }>('select id from dispositions limit 1');
    const { rows } = await pool.query<{ id: number; username: string }>('select id, username from agents');
    const queues = await pool.query<{ id: number }>(
        'select distinct queue_id as id from queue_members order by 1',
    );
    const dispositionId = dispositions.rows[0]?.id ?? 0;
    const agents = Array.from({ length: options.agents }, (_one, n) => {
        const client = new AgentClient(servers[n % servers.length]?.url ?? '', agentName(n), PATIENCE);
        const others = rows.filter(({ username }) => username !== agentName(n)).map(({ id }) => id);
        const habits = {
            dispositionId,
            colleagues: others,
            queues: queues.rows.map(({ id }) => id),
            // An admin, who may assign to anybody.
            leads: n === 0,
            thinks: 400,
        };
        return new ChaosAgent(client, new Random(options.seed + 100 + n), habits, known);
    });
    await Promise.all(agents.map(({ client }) => client.signIn()));
    return agents;
}
