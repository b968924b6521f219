import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { minutes, seconds } from '../../src/core/duration.ts';
import { openPool } from '../../src/storage/database.ts';
import { Store, type Transaction } from '../../src/storage/transaction.ts';
import { acceptOffer } from '../../src/workflows/acceptOffer.ts';
import { closeAgentConnection } from '../../src/workflows/agentConnections.ts';
import { dismissInteraction, setPending } from '../../src/workflows/changeInteractionStatus.ts';
import { sweepRouting } from '../../src/workflows/drainWoken.ts';
import { declineOffer } from '../../src/workflows/endRingingOffer.ts';
import { mergeInteraction } from '../../src/workflows/mergeInteraction.ts';
import { pullNext, returnToQueue } from '../../src/workflows/moveInteraction.ts';
import type { Outcome } from '../../src/workflows/outcome.ts';
import { drainQueue } from '../../src/workflows/routing/drain.ts';
import { runDueTimers } from '../../src/workflows/runDueTimers.ts';
import { setStatus } from '../../src/workflows/setStatus.ts';
import { keepTargets } from '../../src/workflows/targets/keepTargets.ts';
import { transferInteraction } from '../../src/workflows/transferInteraction.ts';
import { comesToRest, resume, sendReplyWorkflow } from '../agentWork.ts';
import { checkInvariants } from '../invariants.ts';
import { Random } from '../random.ts';
import { PROMISE } from '../serviceTargets.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const SEED = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 1e9));
const ROUNDS = 40;
const AT_ONCE = 40;
const SKILLS = [[], [], ['french'], ['french', 'billing']];

describe('R1: under any concurrency', () => {
    const random = new Random(SEED);
    let center: ContactCenter;
    let stores: Store[];
    let pools: pg.Pool[];
    let agents: TestAgent[];
    let queues: number[];
    let mails = 0;

    beforeAll(async () => {
        center = await ContactCenter.open();
        const { connectionString } = center.pool.options;
        pools = [0, 1, 2, 3].map(() => openPool({ connectionString, max: 10 }, () => undefined));
        stores = pools.map(
            (pool) =>
                new Store({
                    pool,
                    clock: center.clock,
                    failpoint: () => undefined,
                    beforeCommit: keepTargets,
                    onCommit: () => undefined,
                }),
        );
        queues = [
            await center.queue('Support', { targets: PROMISE }),
            await center.queue('Billing'),
            await center.queue('Sales'),
        ];
        agents = [];
        for (let n = 0; n < 12; n += 1) {
            const of = queues.filter(() => random.next() < 0.6);
            const options = { capacity: 1 + random.below(3), skills: random.pick(SKILLS) };
            const agent = await center.agent(`A${n}`, of.length > 0 ? of : queues, options);
            await center.arrives(agent);
            agents.push(agent);
        }
    });
    afterAll(async () => {
        for (const pool of pools) await pool.end();
        await center.close();
    });

    const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
        (await center.pool.query<T>(sql, values)).rows;
    /** As the gateway does it: a refusal rolls back. */
    const command = async <A>(
        work: (tx: Transaction, actor: TestAgent['actor'], args: A) => Promise<Outcome<unknown>>,
        agent: TestAgent,
        args: A,
    ): Promise<void> => {
        class Refused extends Error {}
        await random
            .pick(stores)
            .transaction('test', async (tx) => {
                if (!(await work(tx, agent.actor, args)).ok) throw new Refused();
            })
            .catch((error: unknown) => {
                if (!(error instanceof Refused)) throw error;
            });
    };
    const anOffer = async (agent: TestAgent) =>
        (
            await rows<{ id: number }>(`select id from offers where agent_id = $1 order by id desc limit 3`, [
                agent.id,
            ])
        )[0]?.id ?? 0;
    const some = async (agent: TestAgent) => {
        const all = await rows<{ id: number }>(
            `select id from interactions where agent_id = $1 or held_for = $1`,
            [agent.id],
        );
        return all.length === 0 ? 0 : random.pick(all).id;
    };
    const answers = async (agent: TestAgent) => {
        const interactionId = await some(agent);
        await command(sendReplyWorkflow, agent, { interactionId, text: 'Hi', cc: [], uploads: [] });
        if (random.next() < 0.7) await command(dismissInteraction, agent, { interactionId });
    };

    const transfers = async (agent: TestAgent, to: { toAgentId: number } | { toQueueId: number }) =>
        command(transferInteraction, agent, {
            ...to,
            interactionId: await some(agent),
            note: 'Yours',
            holdIfAway: random.next() < 0.5,
        });

    const deeds: readonly (() => Promise<unknown>)[] = [
        async () => {
            mails += 1;
            await center.arrivesMail(
                {
                    to: [
                        { name: '', address: random.pick(['support', 'billing', 'sales']) + '@example.com' },
                    ],
                    from: customer(),
                },
                false,
            );
        },
        async () => {
            const sent = await rows<{ message_id: string; to: string }>(
                `select message_id, recipients -> 0 ->> 'address' as to from messages where direction = 'outbound' order by random() limit 1`,
            );
            if (!sent[0]) return;
            mails += 1;
            await center.arrivesMail(
                { inReplyTo: [sent[0].message_id], from: { name: '', address: sent[0].to } },
                false,
            );
        },
        async () => {
            const agent = random.pick(agents);
            await command(acceptOffer, agent, { offerId: await anOffer(agent) });
        },
        async () => {
            const agent = random.pick(agents);
            await command(declineOffer, agent, { offerId: await anOffer(agent) });
        },
        () => answers(random.pick(agents)),
        () => answers(random.pick(agents)),
        () => command(pullNext, random.pick(agents), { queueId: random.pick(queues) }),
        async () => {
            const agent = random.pick(agents);
            await command(returnToQueue, agent, { interactionId: await some(agent) });
        },
        () => transfers(random.pick(agents), { toAgentId: random.pick(agents).id }),
        () => transfers(random.pick(agents), { toAgentId: random.pick(agents).id }),
        () => transfers(random.pick(agents), { toQueueId: random.pick(queues) }),
        async () => {
            const agent = random.pick(agents);
            await command(setPending, agent, {
                interactionId: await some(agent),
                followUpAt: center.clock.at + seconds(30),
            });
        },
        () =>
            command(setStatus, random.pick(agents), {
                status: random.pick(['available', 'unavailable'] as const),
            }),
        async () => {
            const two = await rows<{ id: number }>(
                `select id from interactions where merged_into is null order by random() limit 2`,
            );
            if (two[0] && two[1] && random.next() < 0.3)
                await command(mergeInteraction, random.pick(agents), {
                    interactionId: two[0].id,
                    intoInteractionId: two[1].id,
                });
        },
        () => drainQueue(random.pick(stores), random.pick(queues), 'email'),
        () => drainQueue(random.pick(stores), random.pick(queues), 'email'),
        () => sweepRouting(random.pick(stores)),
        () =>
            runDueTimers(random.pick(stores), (error) => {
                throw error;
            }),
        async () => {
            await rows(
                `update interactions set required_skills = $1 where id = (select id from interactions where status = 'new' and routing_state = 'queued' limit 1 for update skip locked)`,
                [random.pick(SKILLS)],
            );
        },
    ];
    const customer = () => ({
        name: '',
        address: `c${random.below(40)}@customer${random.below(5)}.example.com`,
    });

    it('nobody has one that another has, nobody more than they can, and nothing is forgotten', async () => {
        console.log(`TEST_SEED=${SEED}`);
        for (let round = 0; round < ROUNDS; round += 1) {
            await Promise.all(Array.from({ length: AT_ONCE }, () => random.pick(deeds)()));
            await checkInvariants(center.pool, center.clock.at);
            center.clock.at += random.below(seconds(25));
            await center.beat();
        }
        for (const agent of agents) await resume(center, agent);
        await comesToRest(center);

        const [stored] = await rows<{ n: number }>(
            `select count(*)::int as n from messages where direction = 'inbound'`,
        );
        expect(stored?.n).toBe(mails);
        const [deadlocks] = await rows<{ n: number }>(
            `select deadlocks::int as n from pg_stat_database where datname = current_database()`,
        );
        // Each costs its second: the order of the locks is broken where they are many.
        expect(deadlocks?.n).toBeLessThan(10);
    }, 120_000);

    it('everybody away and back: every hold and every ring is where it should be', async () => {
        for (const agent of agents)
            await stores[0]?.transaction('test', (tx) => closeAgentConnection(tx, `c${agent.id}`));
        await center.advance(minutes(1));
        await comesToRest(center);
        for (const agent of agents) await center.arrives(agent, `back${agent.id}`);
        await comesToRest(center);
    }, 60_000);
});
