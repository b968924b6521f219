import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
    aContactCenter,
    anAgent,
    openContactCenter,
    type TestContactCenter,
} from '../../../test/firstRunCenter.ts';
import { mayRead, type ViewerFacts } from '../../core/policies/visibility.ts';
import { interactionAccess } from './access.ts';
import { listSummaries } from './summaries.ts';

describe('what lists show', () => {
    let center: TestContactCenter;
    beforeAll(async () => {
        const file = aContactCenter({
            agents: [anAgent('ana'), anAgent('ben'), anAgent('zoe', { queues: [] })],
        });
        center = await openContactCenter(file);
    });
    afterAll(() => center.close());

    it('is what the policy on reading allows, whoever has, had, is offered or is held for', async () => {
        const people = [
            null,
            await center.agentId('ana'),
            await center.agentId('ben'),
            await center.agentId('zoe'),
        ];
        const queues = [await center.queueId('Support'), await center.queueId('Sales')];
        const on = { run: center.store.read.bind(center.store) };
        const made: number[] = [];
        for (const queue of ['Support', 'Sales'])
            for (const original of people)
                for (const state of ['assigned', 'offered', 'held', 'idle'])
                    for (const who of state === 'idle' ? [null] : people.slice(1)) {
                        const id = await center.waiting(null, queue);
                        made.push(id);
                        await center.rows(
                            `update interactions set routing_state = $2, original_agent_id = $3, agent_id = $4, held_for = $5,
                                 hold_until = case when $2 = 'held' then 1::bigint end where id = $1`,
                            [
                                id,
                                state,
                                original,
                                state === 'held' ? null : who,
                                state === 'held' ? who : null,
                            ],
                        );
                    }
        const facts = await interactionAccess(on, made);
        for (const role of ['agent', 'admin'] as const)
            for (const agentId of people.slice(1) as number[])
                for (const queueIds of [[], [queues[0] ?? 0]])
                    for (const reportIds of [
                        [],
                        (people.slice(1) as number[]).filter((id) => id !== agentId).slice(0, 1),
                    ])
                        for (const reportQueueIds of [[], [queues[1] ?? 0]]) {
                            const viewer: ViewerFacts = {
                                agentId,
                                role,
                                queueIds,
                                reportIds,
                                reportQueueIds,
                            };
                            const sight = {
                                viewerId: agentId,
                                admin: role === 'admin',
                                people: [agentId, ...reportIds],
                                queues: [...queueIds, ...reportQueueIds],
                            };
                            const filter = { queueId: null, status: null, before: null, limit: 1_000 };
                            const listed = (await listSummaries(on, 'all', sight, filter)).map(
                                (row) => row.id,
                            );
                            const allowed = facts.filter((each) => mayRead(each, viewer).allowed);
                            expect(listed.sort((a, b) => a - b)).toEqual(
                                allowed.map((each) => each.id).sort((a, b) => a - b),
                            );
                        }
    });
});
