import { expect, it } from '@jest/globals';
import { decideDelivery, type TriedDelivery } from './partialDelivery.ts';

const decide = (given: Partial<TriedDelivery>) =>
    decideDelivery({
        tried: ['ana', 'ben', 'carla'],
        refused: [],
        later: [],
        refusedBefore: [],
        mayRetry: true,
        ...given,
    });

it('is sent where everybody got it', () => {
    expect(decide({})).toEqual({ state: 'sent', refused: [], next: [] });
});

it('has failed for those who were refused for good', () => {
    expect(decide({ refused: ['ben'] })).toEqual({ state: 'failed', refused: ['ben'], next: [] });
});

it('waits for those who were refused for now, and goes to them alone', () => {
    const first = decide({ refused: ['ben'], later: ['carla'] });
    expect(first).toEqual({ state: 'waiting', refused: ['ben'], next: ['carla'] });
    expect(decide({ tried: first.next, refusedBefore: first.refused })).toEqual({
        state: 'failed',
        refused: ['ben'],
        next: [],
    });
    expect(decide({ tried: ['carla'] }).state).toBe('sent');
});

it('has failed for them as well where no try is left', () => {
    expect(decide({ refused: ['ben'], later: ['carla'], mayRetry: false })).toEqual({
        state: 'failed',
        refused: ['ben', 'carla'],
        next: [],
    });
});

it('forgets that somebody was refused once they have it', () => {
    expect(decide({ tried: ['ben'], refusedBefore: ['ben'] })).toEqual({
        state: 'sent',
        refused: [],
        next: [],
    });
});
