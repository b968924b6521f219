import { describe, it, expect } from '@jest/globals';
import { afterDeclinedOffer, isExcludedByDecline } from './declinedOffer.ts';

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

describe('isExcludedByDecline', () => {
    const decline = { declinedAt: 1_000, turnStartedAt: 500, availableSince: 200 };

    it('skips the agent who declined in this queue turn', () => {
        expect(isExcludedByDecline(decline)).toBe(true);
        expect(isExcludedByDecline({ ...decline, turnStartedAt: 1_000 })).toBe(true);
        expect(isExcludedByDecline({ ...decline, turnStartedAt: 1_001 })).toBe(false);
    });

    it('ends when they choose Available anew', () => {
        expect(isExcludedByDecline({ ...decline, availableSince: 1_000 })).toBe(true);
        expect(isExcludedByDecline({ ...decline, availableSince: 1_001 })).toBe(false);
        expect(isExcludedByDecline({ ...decline, availableSince: null })).toBe(true);
    });
});
