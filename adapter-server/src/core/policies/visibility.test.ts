import { describe, it, expect } from '@jest/globals';
import { mayRead, mayWork } from './visibility.ts';
import type { InteractionAccessFacts, ViewerFacts } from './visibility.ts';

const interaction: InteractionAccessFacts = {
    queueId: 10,
    ownerId: 1,
    originalAgentId: 2,
    offeredToId: 3,
    heldForId: 4,
};
const stranger: ViewerFacts = {
    agentId: 99,
    role: 'agent',
    queueIds: [11],
    reportIds: [],
    reportQueueIds: [],
};

describe('mayRead and mayWork', () => {
    it.each<[string, Partial<ViewerFacts>, boolean, boolean]>([
        ['a stranger', {}, false, false],
        ['a member of its queue', { queueIds: [10] }, true, true],
        ['its owner', { agentId: 1 }, true, true],
        ['its original agent, no longer in the queue', { agentId: 2 }, true, false],
        ['whom it is offered to', { agentId: 3 }, true, true],
        ['whom it is held for', { agentId: 4 }, true, true],
        ['an admin', { role: 'admin', queueIds: [] }, true, true],
        [
            'a manager without reports there',
            { role: 'manager', reportIds: [50], reportQueueIds: [11] },
            false,
            false,
        ],
        ['the lead of its owner', { role: 'manager', reportIds: [1] }, true, true],
        ['the lead of its original agent', { role: 'manager', reportIds: [2] }, true, false],
        ['the manager of a member of its queue', { role: 'manager', reportQueueIds: [10] }, true, true],
        ['an agent who leads a member of its queue', { reportQueueIds: [10] }, true, false],
        ['an agent who leads its owner', { reportIds: [1] }, true, true],
    ])('%s', (_who, facts, reads, works) => {
        const viewer = { ...stranger, ...facts };
        expect(mayRead(interaction, viewer).allowed).toBe(reads);
        expect(mayWork(interaction, viewer).allowed).toBe(works);
    });

    it('lets absent facts match nobody', () => {
        const nobody = {
            queueId: null,
            ownerId: null,
            originalAgentId: null,
            offeredToId: null,
            heldForId: null,
        };
        expect(mayRead(nobody, { ...stranger, queueIds: [] })).toMatchObject({ allowed: false });
        expect(mayRead(nobody, { ...stranger, role: 'admin' })).toEqual({ allowed: true });
    });
});
