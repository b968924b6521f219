import { describe, expect, it } from '@jest/globals';
import { Random } from '../../../test/random.ts';
import { MOST_TERMS, onlyNumber, parseSearch } from './parseSearch.ts';
import { searchQuery, withinBlocks } from './searchQuery.ts';

const meanings = (query: string) => parseSearch(query).map(({ meaning }) => meaning);
const words = (list: string[], but: object = {}) => ({
    kind: 'words',
    field: 'any',
    words: list,
    prefix: false,
    ...but,
});

describe('a search as it is typed', () => {
    it('is read term by term', () => {
        expect(
            meanings(
                'from:ana@example.com status:open agent:"Ana Silva" after:2026-01-01 "exact words" prefix* -not Plain',
            ),
        ).toEqual([
            words(['ana', 'example', 'com'], { field: 'from' }),
            { kind: 'status', status: 'open' },
            { kind: 'agent', name: 'Ana Silva' },
            { kind: 'date', bound: 'after', date: '2026-01-01' },
            words(['exact', 'words']),
            words(['prefix'], { prefix: true }),
            words(['not']),
            words(['plain']),
        ]);
        expect(parseSearch('a -not').map(({ negated }) => negated)).toEqual([false, true]);
    });

    it.each([
        ['#1042', { kind: 'number', number: 1042 }],
        ['number:1042', { kind: 'number', number: 1042 }],
        ['has:attachment', { kind: 'attachment' }],
        ['is:sent', { kind: 'direction', direction: 'outbound' }],
        ['is:received', { kind: 'direction', direction: 'inbound' }],
        ['queue:Support', { kind: 'queue', name: 'Support' }],
        ['tag:vip', { kind: 'tag', name: 'vip' }],
        ['to:x@example.com', words(['x', 'example', 'com'], { field: 'to' })],
        ['subject:"My lamp"', words(['my', 'lamp'], { field: 'subject' })],
        ['file:inv*', words(['inv'], { field: 'file', prefix: true })],
        ['SUBJECT:lamp', words(['lamp'], { field: 'subject' })],
        ['status:OPEN', { kind: 'status', status: 'open' }],
        ['https://example.com/a', words(['https', 'example', 'com', 'a'])],
        ['"never closed', words(['never', 'closed'])],
        ['status:', words(['status'])],
    ])('%s', (query, meaning) => {
        expect(meanings(query)).toEqual([meaning]);
    });

    it.each([
        'status:asleep',
        'after:yesterday',
        'on:2026-02-30',
        'has:wings',
        'is:blue',
        'number:twelve',
        'number:99999999999',
    ])('%s is understood as a filter, and what is wrong is said', (query) => {
        expect(meanings(query)).toEqual([{ kind: 'unclear', problem: expect.any(String) }]);
    });

    it('says where each term stands', () => {
        const query = '  one "two three"  -four ';
        expect(parseSearch(query).map(({ start, end }) => query.slice(start, end))).toEqual([
            'one',
            '"two three"',
            '-four',
        ]);
    });

    it('is a number alone or it is not', () => {
        expect(onlyNumber(parseSearch(' #12 '))).toBe(12);
        expect(onlyNumber(parseSearch('12 #13'))).toBeNull();
    });
});

describe('whatever is typed', () => {
    const SIGNS = [
        ...' "":-*#()&|!<>\'\\%\0\ud800\n',
        'from:',
        'on:',
        'ß',
        '東',
        'a',
        '1',
        '👍',
        'é',
        ':*',
        '@b1',
        '$1',
    ];
    it('never throws, stands where it says, and cannot leave the quotes of PostgreSQL', () => {
        const random = new Random(20_260_304);
        for (let round = 0; round < 5_000; round += 1) {
            const query = Array.from({ length: random.below(40) }, () => random.pick(SIGNS)).join('');
            const terms = parseSearch(query);
            for (const term of terms) expect(query.slice(term.start, term.end)).toBe(term.text);
            const made = searchQuery(terms) ?? '';
            // Only words of letters and digits, or marks, are quoted; the rest is notation of ours.
            expect(made.replace(/'(?:(?:@f)?[\p{L}\p{N}]{1,60}|@file|@in|@out)'/gu, 'w')).toMatch(
                /^[w&()!:*ABCD<> -]*$/,
            );
        }
    });

    it('is read in one pass', () => {
        for (const piece of ['"', 'a ', ':', '-"', 'from:"', 'x*', '東']) {
            const long = piece.repeat(200_000);
            const start = performance.now();
            expect(parseSearch(long).length).toBeLessThanOrEqual(MOST_TERMS);
            expect(performance.now() - start).toBeLessThan(1_500);
        }
    });
});

it('becomes a query of PostgreSQL', () => {
    expect(
        searchQuery(
            parseSearch('from:ana@example.com "a b" c* -d has:attachment is:sent file:x status:open'),
        ),
    ).toBe(
        `('ana':B <-> 'example':B <-> 'com':B) & ('a' <-> 'b') & ('c':*) & !('d') & '@file' & '@out' & ('@fx')`,
    );
    expect(searchQuery(parseSearch('status:open'))).toBeNull();
    expect(withinBlocks(`('a')`, 3, 4)).toBe(`('@b3' | '@b4') & ('a')`);
});
