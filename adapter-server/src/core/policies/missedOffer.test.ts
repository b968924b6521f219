import { describe, it, expect } from '@jest/globals';
import { afterMissedOffer } from './missedOffer.ts';

describe('afterMissedOffer', () => {
    it('pauses the agent who missed a queue offer and puts it back at its place', () => {
        expect(afterMissedOffer('queue')).toEqual({
            agentBecomes: { status: 'unavailable', reason: 'Missed' },
            interaction: 'requeue',
            excludesAgent: false,
        });
    });

    it('holds a reply on for its original agent and leaves their status alone', () => {
        expect(afterMissedOffer('original_agent')).toEqual({
            agentBecomes: null,
            interaction: 'hold',
            excludesAgent: false,
        });
    });
});
