import { describe, expect, it } from '@jest/globals';
import { presentHtml } from './presentHtml.ts';
import { withTextShielded } from './shieldText.ts';

const options = { cidUrl: () => null, showRemote: false };
/** Enough that text goes shielded through the cleaner, and what that leaves of it in the output. */
const MANY = '&amp;'.repeat(1_000);
const shielded = (html: string): string => presentHtml(MANY + html, options).html.slice(MANY.length);

describe('text of many entities and brackets', () => {
    it.each([
        [
            'entities',
            'a &lt;b&gt; &amp;lt; &#60;i&#62; &#x3c; &eacute;',
            'a &lt;b&gt; &amp;lt; &#60;i&#62; &#x3c; &eacute;',
        ],
        [
            'what is no entity',
            'AT&T & &; &#; &#x; &<b>x</b>',
            'AT&amp;T &amp; &amp;; &amp;#; &amp;#x; &amp;<b>x</b>',
        ],
        ['brackets', '1 < 2 <3 << <b>x</b>', '1 &lt; 2 &lt;3 &lt;&lt; <b>x</b>'],
        ['the characters that stand for them', 'a\ufdd0lt;\ufdd1script\ufdd1', 'alt;script'],
    ])('comes out as it was meant: %s', (_what, html, shown) => expect(shielded(html)).toBe(shown));

    it.each([
        '<a href="java&#115;cript:x()">a</a>',
        '<a href="\ufdd0#106;avascript:x()">a</a>',
        '<a href="&#106;avascript:x()" title="&quot; onclick=&quot;x()">a</a>',
        '<p style="color:re&#100;;background:url&#40;https://x.example)">a</p>',
        '&lt;script&gt;x()&lt;/script&gt;<script>x()</script>',
        '<img src=x onerror=x()>&<img src="\ufdd1">',
        '<\ufdd1script>x()</script>',
        '<scr&#105;pt>x()</script>',
        '<textarea>&lt;/textarea&gt;<img src=x onerror=x()></textarea>',
        '<a title="\ufdd0quot;><img src=x onerror=x()>">a</a>',
    ])('lets through nothing that the cleaner would not: %s', (html) => {
        const shown = shielded(html);
        expect(shown.replace(/"[^"]*"/g, '')).not.toMatch(/<script|onerror|onclick|javascript/i);
        expect(shown).not.toMatch(/href="(?!https?:|mailto:|tel:)|[\ufdd0\ufdd1]/);
        // Cleaned once more, both are the same to the letter.
        const direct = presentHtml(html.replace(/[\ufdd0\ufdd1]/g, ''), options).html;
        expect(presentHtml(shown, options).html).toBe(presentHtml(direct, options).html);
    });

    it('goes as it came where they are few', () => {
        const seen: string[] = [];
        withTextShielded('a &amp; b < c', (html) => {
            seen.push(html);
            return html;
        });
        expect(seen).toEqual(['a &amp; b < c']);
    });
});
