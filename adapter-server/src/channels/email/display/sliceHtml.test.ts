import { describe, expect, it } from '@jest/globals';
import { holdsFirstSlice, sliceHtml, type HtmlSlice } from './sliceHtml.ts';

type Shown = Pick<HtmlSlice, 'html' | 'endedBy'>;
function all(html: string): Shown[] {
    const slices: Shown[] = [];
    for (let slice = sliceHtml(html, 0); slice; slice = sliceHtml(html, slices.length))
        slices.push({ html: slice.html, endedBy: slice.endedBy });
    return slices;
}
const whole = (html: string): Shown[] => [{ html, endedBy: null }];
const lengths = (html: string): number[] => all(html).map((slice) => slice.html.length);

describe('a mail in slices (folding above 1 MB or 5,000 elements alone)', () => {
    it.each([
        ['5,000 elements', '<b>a</b>'.repeat(5_000)],
        ['5,000 elements that end nowhere', '<br>'.repeat(5_000)],
        ['1,000,000 characters', 'x'.repeat(1_000_000)],
        ['brackets that are no tags', '1 < 2 '.repeat(100_000)],
        ['nothing', ''],
    ])('is one, to the letter, with %s', (_what, html) => expect(all(html)).toEqual(whole(html)));

    it('ends with the 5,000th element and goes on behind it', () => {
        const slices = all('<b>a</b>'.repeat(10_001));
        expect(slices.map(({ endedBy }) => endedBy)).toEqual(['elements', 'elements', null]);
        expect(slices.map(({ html }) => html).join('')).toBe('<b>a</b>'.repeat(10_001));
        expect(slices[2]?.html).toBe('<b>a</b>');
    });

    it('ends with the 1,000,000th character, also without any tag', () => {
        expect(lengths('x'.repeat(2_000_001))).toEqual([1_000_000, 1_000_000, 1]);
        expect(all('x'.repeat(2_000_001))[0]?.endedBy).toBe('characters');
    });

    it.each([
        [
            'a tag',
            `${'x'.repeat(999_990)}<a href="https://ok.example">link</a>`,
            '<a href="https://ok.example">link</a>',
        ],
        ['a ">" in quotes', `${'x'.repeat(999_990)}<a title="1 > 2">l</a>`, '<a title="1 > 2">l</a>'],
        ['an entity', `${'x'.repeat(999_998)}&amp;y`, '&amp;y'],
        ['a character of two halves', `${'x'.repeat(999_999)}😀`, '😀'],
    ])('does not cut %s in two', (_what, html, second) => expect(all(html)[1]?.html).toBe(second));

    it('begins anew what was open where it was cut', () => {
        const rows = '<tr><td>a</td></tr>'.repeat(2_600);
        const [, second] = all(`<div style="color:red"><p>b<p>c</p><table>${rows}</table></div>`);
        expect(second?.html).toMatch(/^<div style="color:red"><table>(?:<tr>)?<t[rd]>/);
        expect(second?.html).toMatch(/<\/table><\/div>$/);
    });

    it('leaves out elements that are nested too deep, and nothing that is in them', () => {
        const deep = `${'<div>'.repeat(20_000)}a<br>${'</div>'.repeat(19_980)}b${'</div>'.repeat(20)}<p>c</p>`;
        expect(all(deep)).toEqual(
            whole(`${'<div>'.repeat(90)}a<br>${'</div>'.repeat(70)}b${'</div>'.repeat(20)}<p>c</p>`),
        );
        const dropped = `${'<div>'.repeat(200)}<select><option>a</option></select>`;
        expect(all(dropped)).toEqual(whole(`${'<div>'.repeat(90)}<select><option>a</option></select>`));
    });

    it('begins no more anew than is shown', () => {
        const text = 'x'.repeat(10_000);
        const [, second] = all(`<blockquote type="cite">${text}`.repeat(150));
        expect(second?.html.match(/<blockquote/g)).toHaveLength(90);
    });

    it.each([
        ['comments', `<!--${'x'.repeat(2_000_000)}-->`],
        ['style sheets', `<style>${'p{} '.repeat(500_000)}</style>`],
        ['scripts with tags in them', `<script>${'"<b>" '.repeat(300_000)}</SCRIPT >`],
    ])('%s count for nothing', (_what, hidden) =>
        expect(all(`a${hidden}<b>b</b>`)).toEqual(whole('a<b>b</b>')),
    );

    it('a picture of megabytes within its tag hides no text behind it', () => {
        const picture = `<img src="data:image/png;base64,${'A'.repeat(3_000_000)}">`;
        expect(all(`a${picture}b`)).toEqual(whole('a<img>b'));
    });

    it.each([
        ['text', 'x'.repeat(1_000_001), true],
        ['text that may go on', 'x'.repeat(1_000_000), false],
        ['elements', '<b>a</b>'.repeat(5_002), true],
        ['too few elements', '<b>a</b>'.repeat(5_000), false],
        ['the start of a tag', `${'x'.repeat(999_990)}<a title="`, false],
        ['a style sheet that may be closed later', `<style>${'<b>a</b>'.repeat(5_002)}`, false],
        ['a comment that may be closed later', `<!--${'<b>a</b>'.repeat(5_002)}`, false],
    ])('is told from its beginning where that is enough: %s', (_what, beginning, enough) => {
        expect(holdsFirstSlice(beginning)).toBe(enough);
        for (const rest of ['', '>"></style>-->', ' " >x', '<b>a</b>'])
            if (enough) expect(sliceHtml(beginning + rest, 0)?.html).toBe(sliceHtml(beginning, 0)?.html);
    });

    it('what is never closed hides nothing', () => {
        expect(all('a<style>b<script>c<style>d')).toEqual(whole('abcd'));
        expect(all('a<!--b')).toEqual(whole('a'));
    });

    it.each([
        ['brackets', '<'.repeat(10_000_000)],
        ['comments never closed', '<!--'.repeat(2_500_000)],
        ['attributes never closed', '<a href="'.repeat(1_000_000)],
        ['attributes', `<p ${'a=b '.repeat(2_000_000)}>`],
        ['nested elements never closed', '<div>'.repeat(1_000_000)],
        ['ends of what never began', '<i>'.repeat(100_000) + '</b>'.repeat(1_000_000)],
        ['style sheets never closed', '<style>a'.repeat(1_000_000)],
        ['ampersands', '&'.repeat(10_000_000)],
    ])('takes one pass over ten megabytes of %s', (_what, html) => {
        const before = process.cpuUsage();
        sliceHtml(html, 100_000);
        const { user, system } = process.cpuUsage(before);
        expect((user + system) / 1_000).toBeLessThan(3_000);
    });
});
