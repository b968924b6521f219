import { describe, expect, it } from '@jest/globals';
import { explainRepeated } from './duplicates.ts';
import type { SunkLine } from './sinkProcess.ts';
import type { Kill, Target } from './victims.ts';

const copy = (startedAt: number, messageId = '<a@example.com>'): SunkLine => ({
    ...{ startedAt, keptAt: startedAt + 10, messageId, from: '', to: '', replyTo: '', mark: null },
    automatic: true,
});
const killed = (target: Target, at: number, backAt = at + 1_000): Kill => ({
    target,
    what: 'it',
    at,
    backAt,
});
const explained = (sunk: SunkLine[], kills: Kill[]) =>
    explainRepeated(sunk, kills).map(({ kill }) => kill !== null);

describe('a mail that was sent twice', () => {
    it('is explained by a kill between its first keeping and its note', () => {
        expect(explained([copy(1_000), copy(9_000)], [killed('server', 1_020)])).toEqual([true]);
        expect(explained([copy(1_000), copy(9_000)], [killed('server', 4_010)])).toEqual([true]);
    });
    it('is not by a kill before it, long after it, of the IMAP server, or by none', () => {
        expect(explained([copy(1_000), copy(9_000)], [killed('server', 900)])).toEqual([false]);
        expect(explained([copy(1_000), copy(9_000)], [killed('server', 4_011)])).toEqual([false]);
        expect(explained([copy(1_000), copy(9_000)], [killed('imap', 1_005)])).toEqual([false]);
        expect(explained([copy(1_000), copy(9_000)], [])).toEqual([false]);
    });
    it('waits for its note as long as the database is away', () => {
        const kills = [killed('database', 1_005, 6_000), killed('server', 6_500, 7_000)];
        expect(explained([copy(1_000), copy(9_000)], kills)).toEqual([true]);
        expect(explained([copy(1_000), copy(9_000)], [killed('server', 6_500, 7_000)])).toEqual([false]);
    });
    it('needs a kill for each further copy', () => {
        const thrice = [copy(1_000), copy(9_000), copy(20_000)];
        expect(explained(thrice, [killed('server', 1_005)])).toEqual([true, false]);
        expect(explained(thrice, [killed('server', 1_005), killed('server', 9_005)])).toEqual([true, true]);
    });
    it('is not counted where two mails differ', () => {
        expect(explained([copy(1_000), copy(1_000, '<b@example.com>')], [])).toEqual([]);
    });
});
