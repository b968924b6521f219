import { describe, it, expect } from '@jest/globals';
import { htmlToText } from './htmlToText.ts';

describe('HTML to text', () => {
    it.each([
        ['<p>Hello</p><p>Ana</p>', 'Hello\n\nAna'],
        ['a<br>b', 'a\nb'],
        ['<style>p{}</style><script>x()</script><title>t</title>text', 'text'],
        ['<style>never closed <p>text', 'never closed\ntext'],
        ['5 &lt; 6 &amp; &#8364; &#x20AC; &nope; &#0; &auml;', '5 < 6 & € € &nope; ä'],
        ['1 < 2', '1 < 2'],
        ['<!-- c -->x<!-- open', 'x'],
        ['<td>a</td><td>b</td>', 'a b'],
        ['', ''],
    ])('%s', (html, text) => expect(htmlToText(html)).toBe(text));

    it('is as long as asked for, and of so many tags as a text may have', () => {
        expect(htmlToText('<p>Hello</p>'.repeat(1_000), 12)).toBe('Hello\n\nHello');
        expect(htmlToText('<p>Hello</p>', 12)).toBe('Hello');
        expect(htmlToText('\u{1f600}'.repeat(10), 3)).toBe('\u{1f600}\ufffd');
        expect(htmlToText(`${'<b></b>'.repeat(50_000)}seen`)).toBe('');
        expect(htmlToText(`${'<b></b>'.repeat(49_999)}seen`)).toBe('seen');
    });

    it.each([
        ['<style>'.repeat(100_000)],
        ['<'.repeat(500_000)],
        ['<!--'.repeat(100_000)],
        ['&'.repeat(500_000)],
    ])('is linear on hostile input', (html) => {
        const start = performance.now();
        htmlToText(html);
        expect(performance.now() - start).toBeLessThan(2_000);
    });
});
