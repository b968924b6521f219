import { describe, expect, it } from '@jest/globals';
import { highlight, hitLine } from './highlight.ts';
import { parseSearch } from './parseSearch.ts';

const shown = (pieces: readonly { text: string; hit: boolean }[]): string =>
    pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
const marked = (text: string, query: string): string =>
    shown(highlight(text, parseSearch(query), ['any', 'from']));

describe('what was found in a text', () => {
    it.each([
        ['The Größe of it', 'grosse', 'The [Größe] of it'],
        ['refund, refunds', 'refund', '[refund], refunds'],
        ['refund, refunds', 'ref*', '[refund], [refunds]'],
        ['exact words, words exact', '"exact words"', '[exact words], words exact'],
        ['a a b', '"a b"', 'a [a b]'],
        ['ana@example.com', 'from:ana@example.com', '[ana@example.com]'],
        ['nothing here', '-nothing', 'nothing here'],
        ['ab 12', 'ab 12', '[ab] [12]'],
        ['subject only', 'subject:only', 'subject only'],
    ])('%s | %s', (text, query, expected) => {
        expect(marked(text, query)).toBe(expected);
    });

    it('is told in pieces of plain text that make up the whole', () => {
        const text = '<b onclick="x">refund</b> & <script>refund</script>';
        const pieces = highlight(text, parseSearch('refund'), ['any']);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual(['refund', 'refund']);
    });

    it('is one line around the first hit, begun at a word', () => {
        const text = `${'before '.repeat(100)}\n\n the refund\n${'after '.repeat(100)}`;
        const line = shown(hitLine(text, parseSearch('refund')));
        expect(line).toMatch(/^… (before )+the \[refund\] (after )+/);
        expect(line.length).toBeLessThan(190);
    });

    it('is the beginning where the text has no hit, and never half a sign', () => {
        expect(shown(hitLine('  Hello\n there ', parseSearch('refund')))).toBe('Hello there');
        expect(shown(hitLine(`x${'👍'.repeat(200)}`, parseSearch('refund'))).isWellFormed()).toBe(true);
    });
});
