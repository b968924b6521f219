import { describe, it, expect } from '@jest/globals';
import { decideClosing } from './closing.ts';
import type { ClosingFacts, DispositionFacts } from './closing.ts';

const answered: DispositionFacts = { dispositionId: 3, name: 'Answered', queues: [1, 2], active: true };
const decide = (disposition: Partial<DispositionFacts> | null, facts: Partial<ClosingFacts> = {}) =>
    decideClosing({
        queueId: 1,
        queueName: 'Support',
        disposition: disposition && { ...answered, ...disposition },
        ...facts,
    });

describe('decideClosing', () => {
    it('accepts an outcome of the queue, and one of all queues', () => {
        expect(decide({})).toEqual({ allowed: true, dispositionId: 3 });
        expect(decide({ queues: 'all' })).toEqual({ allowed: true, dispositionId: 3 });
        expect(decide({ queues: 'all' }, { queueId: null, queueName: null })).toMatchObject({
            allowed: true,
        });
    });

    it('asks for one where none was chosen', () => {
        expect(decide(null)).toEqual({
            allowed: false,
            reason: 'Closing needs an outcome.',
            nextStep: 'Choose one of the outcomes of Support.',
        });
        expect(decide(null, { queueId: null, queueName: null })).toMatchObject({
            nextStep: 'Choose one of the outcomes.',
        });
    });

    it('refuses one of another queue, of none, and one switched off', () => {
        expect(decide({ queues: [2] })).toMatchObject({
            reason: 'The outcome "Answered" does not belong to Support.',
        });
        expect(decide({}, { queueId: null, queueName: null })).toMatchObject({ allowed: false });
        expect(decide({ active: false })).toMatchObject({
            allowed: false,
            reason: 'The outcome "Answered" is no longer used.',
        });
    });
});
