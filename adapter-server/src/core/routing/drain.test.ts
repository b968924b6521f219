import { describe, it, expect } from '@jest/globals';
import { MEMBERSHIP_PRIORITIES } from '../vocabulary.ts';
import { pairInteractions } from './drain.ts';
import type { IdleAgent, Pairing, WaitingInteraction } from './drain.ts';

const waiting = (interactionId: number, facts: Partial<WaitingInteraction> = {}): WaitingInteraction => ({
    interactionId,
    priority: 0,
    queuedAt: 1_000,
    requiredSkills: [],
    excludedAgents: [],
    ...facts,
});
const agent = (agentId: number, facts: Partial<IdleAgent> = {}): IdleAgent => ({
    agentId,
    membership: 'medium',
    freeSlots: 1,
    idleSince: 1_000,
    skills: [],
    ...facts,
});
const pairs = (waitingOnes: WaitingInteraction[], agents: IdleAgent[]): [number, number][] =>
    pairInteractions({ waiting: waitingOnes, agents }).map((pair) => [pair.interactionId, pair.agentId]);

describe('what waits', () => {
    it('goes by priority, then first in first out, then id', () => {
        const line = [
            waiting(4),
            waiting(3),
            waiting(2, { queuedAt: 999 }),
            waiting(1, { queuedAt: 5_000, priority: 1 }),
        ];
        const order = pairs(line, [agent(1, { freeSlots: 4 })]).map(([interactionId]) => interactionId);
        expect(order).toEqual([1, 2, 3, 4]);
    });

    it('stays where no slot is left', () => {
        expect(pairs([waiting(1), waiting(2), waiting(3)], [agent(1, { freeSlots: 2 })])).toHaveLength(2);
        expect(pairs([waiting(1)], [agent(1, { freeSlots: 0 })])).toEqual([]);
        expect(pairs([waiting(1)], [])).toEqual([]);
        expect(pairs([], [agent(1)])).toEqual([]);
    });
});

describe('who gets it', () => {
    it('goes by membership priority, then longest idle, then id', () => {
        const agents = [
            agent(5, { membership: 'low', idleSince: 0 }),
            agent(4, { idleSince: 500 }),
            agent(3, { idleSince: 400 }),
            agent(2, { idleSince: 400 }),
            agent(1, { membership: 'high', idleSince: 900 }),
        ];
        const order = pairs(
            [1, 2, 3, 4, 5].map((id) => waiting(id)),
            agents,
        ).map(([, agentId]) => agentId);
        expect(order).toEqual([1, 2, 3, 4, 5]);
    });

    it('sends the agent who just got one to the back of their class, not of the queue', () => {
        const agents = [
            agent(1, { freeSlots: 3, idleSince: 10 }),
            agent(2, { freeSlots: 2, idleSince: 20 }),
            agent(3, { membership: 'low', idleSince: 0 }),
        ];
        const order = pairs(
            [1, 2, 3, 4, 5, 6].map((id) => waiting(id)),
            agents,
        ).map(([, agentId]) => agentId);
        expect(order).toEqual([1, 2, 1, 2, 1, 3]);
    });

    it('sends them to the back of every line they stand in', () => {
        const both = agent(1, { freeSlots: 2, skills: ['billing', 'spanish'], idleSince: 10 });
        const spanish = agent(2, { skills: ['spanish'], idleSince: 20 });
        const line = [
            waiting(1, { requiredSkills: ['spanish'], excludedAgents: [1] }),
            waiting(2, { requiredSkills: ['billing'] }),
            waiting(3, { requiredSkills: ['spanish'] }),
        ];
        expect(pairs(line, [both, { ...spanish, freeSlots: 2 }])).toEqual([
            [1, 2],
            [2, 1],
            [3, 2],
        ]);
    });

    it('needs every skill, however they are ordered or repeated', () => {
        const line = [
            waiting(1, { requiredSkills: ['spanish', 'billing'] }),
            waiting(2, { requiredSkills: ['billing', 'spanish', 'billing'] }),
        ];
        const agents = [agent(1, { skills: ['billing'] }), agent(2, { skills: ['billing', 'spanish', 'x'] })];
        expect(pairs(line, agents)).toEqual([[1, 2]]);
    });

    it('passes over who is excluded, who keeps their place for the next', () => {
        const agents = [agent(1, { idleSince: 10 }), agent(2, { idleSince: 20 })];
        expect(pairs([waiting(1, { excludedAgents: [1] }), waiting(2)], agents)).toEqual([
            [1, 2],
            [2, 1],
        ]);
        expect(pairs([waiting(1, { excludedAgents: [1, 2] }), waiting(2)], agents)).toEqual([[2, 1]]);
    });
});

describe('what cannot be matched', () => {
    it('does not starve what stands behind a thousand of it', () => {
        const blocked = Array.from({ length: 1_000 }, (_, id) =>
            waiting(id + 1, {
                priority: 9,
                ...(id % 2 ? { requiredSkills: ['klingon'] } : { excludedAgents: [1, 2] }),
            }),
        );
        expect(pairs([...blocked, waiting(5_000)], [agent(1), agent(2)])).toEqual([[5_000, 1]]);
    });

    it('costs near nothing: 20,000 unmatchable before 2,000 matchable, 500 agents', () => {
        const line = [
            ...Array.from({ length: 20_000 }, (_, id) =>
                waiting(id + 1, { priority: 1, requiredSkills: [`rare-${id % 20}`] }),
            ),
            ...Array.from({ length: 2_000 }, (_, id) => waiting(50_000 + id)),
        ];
        const agents = Array.from({ length: 500 }, (_, id) => agent(id + 1, { freeSlots: 4, idleSince: id }));
        const began = performance.now();
        expect(pairs(line, agents)).toHaveLength(2_000);
        // 11 million comparisons one by one; generous for a busy machine, and still far below that.
        expect(performance.now() - began).toBeLessThan(2_000);
    });
});

describe('against a reference that looks at everyone each time', () => {
    it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))('agrees for seed %d', (seed) => {
        const random = seeded(seed);
        const pick = (n: number): number => Math.floor(random() * n);
        const some = <T>(all: readonly T[], chance: number): T[] => all.filter(() => random() < chance);
        const skills = ['billing', 'spanish', 'title'];
        const agents = Array.from({ length: pick(12) }, (_, id) =>
            agent(id + 1, {
                membership: MEMBERSHIP_PRIORITIES[pick(3)] ?? 'low',
                freeSlots: pick(4),
                idleSince: pick(5) * 100,
                skills: some(skills, 0.6),
            }),
        );
        const line = Array.from({ length: pick(40) }, (_, id) =>
            waiting(id + 1, {
                priority: pick(3),
                queuedAt: pick(6) * 100,
                requiredSkills: some(skills, 0.3),
                excludedAgents: some(
                    agents.map((each) => each.agentId),
                    0.2,
                ),
            }),
        );
        const paired = pairInteractions({ waiting: line, agents });
        expect(paired).toEqual(pairOneByOne(line, agents));
        expect(new Set(paired.map((pair) => pair.interactionId)).size).toBe(paired.length);
        for (const each of agents) {
            const given = paired.filter((pair) => pair.agentId === each.agentId).length;
            expect(given).toBeLessThanOrEqual(each.freeSlots);
        }
    });
});

/** The rule in its plainest words: for each that waits, the best of all agents who can have it. */
function pairOneByOne(line: WaitingInteraction[], agents: IdleAgent[]): Pairing[] {
    const state = agents.map((each) => ({ each, free: each.freeSlots, turn: 0 }));
    const pairings: Pairing[] = [];
    const order = [...line].sort(
        (a, b) => b.priority - a.priority || a.queuedAt - b.queuedAt || a.interactionId - b.interactionId,
    );
    for (const { interactionId, requiredSkills, excludedAgents } of order) {
        const [best] = state
            .filter(({ each, free }) => free > 0 && !excludedAgents.includes(each.agentId))
            .filter(({ each }) => requiredSkills.every((skill) => each.skills.includes(skill)))
            .sort(
                (a, b) =>
                    MEMBERSHIP_PRIORITIES.indexOf(a.each.membership) -
                        MEMBERSHIP_PRIORITIES.indexOf(b.each.membership) ||
                    a.turn - b.turn ||
                    a.each.idleSince - b.each.idleSince ||
                    a.each.agentId - b.each.agentId,
            );
        if (!best) continue;
        best.free -= 1;
        best.turn = pairings.push({ interactionId, agentId: best.each.agentId });
    }
    return pairings;
}

/** mulberry32: the same numbers for the same seed, so that a failure can be seen again. */
function seeded(seed: number): () => number {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
}
