import { describe, expect, it } from '@jest/globals';
import { foldedWords, wordsOf } from './words.ts';

describe('words of a text', () => {
    it.each([
        ['Größe, ÑANDÚ & Œuvre', ['grosse', 'nandu', 'oeuvre']],
        ['ana.silva+x@example.com', ['ana', 'silva', 'x', 'example', 'com']],
        ['AB-123-456', ['ab', '123', '456']],
        ['“quoted” don’t', ['quoted', 'don', 't']],
        ['re\u0301sume\u0301', ['resume']],
        ['東京tower', ['東', '京', 'tower']],
        ['１２３ ①', ['123', '1']],
        ['Ελλάδα Москва', ['ελλαδα', 'москва']],
        ['… !!! 👍', []],
    ])('%s', (text, words) => {
        expect(foldedWords(text)).toEqual(words);
    });

    it('say where they stand', () => {
        const text = 'Die Größe: 東京';
        expect([...wordsOf(text)].map(({ start, end }) => text.slice(start, end))).toEqual([
            'Die',
            'Größe',
            '東',
            '京',
        ]);
    });

    it('are cut where nobody would type them whole', () => {
        expect(foldedWords('a'.repeat(500))).toEqual(['a'.repeat(60)]);
        expect(foldedWords('é'.repeat(500))).toEqual(['e'.repeat(60)]);
    });
});
