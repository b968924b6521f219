import { describe, it, expect } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { momentInWords } from './momentInWords.ts';

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const NOW = at('2026-06-01T22:30:00Z'); // Monday; already Tuesday in Berlin

describe('momentInWords', () => {
    it.each([
        ['2026-06-01T23:59:59Z', 'UTC', 'today at 23:59'],
        ['2026-06-02T00:00:00Z', 'UTC', 'on Tue 00:00'],
        ['2026-06-02T00:00:00Z', 'Europe/Berlin', 'today at 02:00'],
        ['2026-06-01T21:59:00Z', 'Europe/Berlin', 'on Mon 23:59'],
        ['2026-06-07T09:05:00Z', 'UTC', 'on Sun 09:05'],
        ['2026-06-08T09:05:00Z', 'UTC', 'on 8 Jun 09:05'],
        ['2026-05-25T09:05:00Z', 'UTC', 'on 25 May 09:05'],
        ['2027-01-03T09:05:00Z', 'UTC', 'on 3 Jan 2027 09:05'],
    ])('%s in %s: %s', (moment, zone, words) => {
        expect(momentInWords(at(moment), NOW, zone)).toBe(words);
    });
});
