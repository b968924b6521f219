import { describe, it, expect } from '@jest/globals';
import type { Presence } from '../vocabulary.ts';
import { derivePresence, PRESENCE_WORDS } from './presence.ts';
import type { PresenceFacts } from './presence.ts';

const free: PresenceFacts = {
    chosen: 'available',
    connected: true,
    withinWorkingHours: true,
    load: 0,
    capacity: 5,
    blockedByCall: false,
};

describe('derivePresence', () => {
    it.each<[string, Partial<PresenceFacts>, Presence]>([
        ['with nothing to do', {}, 'available'],
        ['with one place left', { load: 4 }, 'available'],
        ['with no place left', { load: 5 }, 'busy'],
        ['with more than capacity after it was lowered', { load: 6 }, 'busy'],
        ['with no capacity for the channel', { capacity: 0 }, 'busy'],
        ['on a call that blocks', { blockedByCall: true }, 'busy'],
        ['paused', { chosen: 'unavailable' }, 'unavailable'],
        ['paused, with no place left', { chosen: 'unavailable', load: 5 }, 'unavailable'],
        ['outside working hours', { withinWorkingHours: false }, 'unavailable'],
        ['outside working hours, with no place left', { withinWorkingHours: false, load: 5 }, 'unavailable'],
        ['logged out by choice', { chosen: 'logged_out' }, 'logged_out'],
        ['disconnected', { connected: false }, 'logged_out'],
        [
            'disconnected while paused and outside hours',
            { connected: false, chosen: 'unavailable' },
            'logged_out',
        ],
    ])('%s', (_when, facts, presence) => {
        expect(derivePresence({ ...free, ...facts })).toBe(presence);
    });

    it('has a word for each', () => {
        expect(PRESENCE_WORDS.logged_out).toBe('Logged Out');
    });
});
