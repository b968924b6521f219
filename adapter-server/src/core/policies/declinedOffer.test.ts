import { describe, it, expect } from '@jest/globals';
import { afterDeclinedOffer } from './declinedOffer.ts';

describe('afterDeclinedOffer', () => {
    it('puts a queue offer back without pausing the agent, and skips them', () => {
        expect(afterDeclinedOffer('queue')).toEqual({
            agentBecomes: null,
            interaction: 'requeue',
            excludesAgent: true,
        });
    });

    it('holds a reply on for its original agent', () => {
        expect(afterDeclinedOffer('original_agent')).toMatchObject({
            interaction: 'hold',
            excludesAgent: false,
        });
    });
});
