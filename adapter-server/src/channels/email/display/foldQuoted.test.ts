import { describe, it, expect } from '@jest/globals';
import { foldQuoted } from './foldQuoted.ts';
import { foldQuotedHtml } from './foldQuotedHtml.ts';

const HELLO = 'Hello,\nI agree.\n\n';

describe('quoted text (folded for display, never deleted)', () => {
    it.each([
        ['Gmail', 'On Mon, Oct 6, 2025 at 6:26 PM Ana <ana@example.com> wrote:\n\n> Hi\n> there\n'],
        ['Gmail, wrapped', 'On Mon, Oct 6, 2025 at 6:26 PM Ana Longname\n<ana@example.com> wrote:\n> Hi\n'],
        ['German', 'Am 06.10.2025 um 18:26 schrieb Ana <ana@example.com>:\n> Hallo\n'],
        ['French', 'Le lun. 6 oct. 2025 à 18:26, Ana <ana@example.com> a écrit :\n> Salut\n'],
        [
            'Outlook',
            'From: Ana <ana@example.com>\nSent: Monday, October 6, 2025 4:22 PM\nTo: Ben\nSubject: Loan\n\nHi Ben\n',
        ],
        ['old Outlook', '-----Original Message-----\nFrom: Ana\nanything below\n'],
        ['Outlook with a rule', '________________________________\nFrom: Ana\nSent: Monday\nTo: Ben\n\nHi\n'],
        ['a forward', 'Begin forwarded message:\n\nFrom: Ana\nHi\n'],
        ['marks alone', '> Hi\n>\n> there\n'],
        ['no marks', 'On 6 Oct 2025, at 18:26, Ana <ana@example.com> wrote:\n\nHi there\n'],
    ])('%s', (_client, quote) =>
        expect(foldQuoted(HELLO + quote)).toEqual({ visible: HELLO, quoted: quote }),
    );

    it.each([
        ['an answer below the quote', 'On Mon, Ana wrote:\n> Hi\n\nHello back\n'],
        ['answers between', 'On Mon, Ana wrote:\n> One?\nYes\n> Two?\nNo\n'],
        ['no quote', HELLO],
        ['nothing but a quote', '> Hi\n> there\n'],
        ['prose with such words', 'From: what I see it is fine.\nOn Monday I wrote: hello\nThanks\n'],
        ['nothing', ''],
    ])('folds nothing away with %s', (_what, text) =>
        expect(foldQuoted(text)).toEqual({ visible: text, quoted: null }),
    );

    it('folds only the tail when answers stand between', () => {
        const text = 'Sure:\n> One?\nYes\n> rest\n> of it\n';
        expect(foldQuoted(text)).toEqual({ visible: 'Sure:\n> One?\nYes\n', quoted: '> rest\n> of it\n' });
    });

    it.each([
        ['newlines', '\n'.repeat(500_000)],
        ['marks', '>\n'.repeat(300_000)],
        ['beginnings', 'On x\n'.repeat(100_000)],
        ['attributions', 'On abcd wrote:\n> x\ny\n'.repeat(40_000)],
        ['header lines', 'From: aa\n'.repeat(100_000)],
        ['one line', `On ${'a'.repeat(1_000_000)}`],
    ])('is linear with %s', (_what, text) => {
        const start = performance.now();
        const { visible, quoted } = foldQuoted(text);
        expect(performance.now() - start).toBeLessThan(2_000);
        expect(visible + (quoted ?? '')).toBe(text);
    });
});

describe('quoted HTML', () => {
    const OWN = '<div dir="ltr">I agree.</div>';
    it.each([
        [
            'Gmail',
            '<div class="gmail_quote gmail_quote_container"><div class="gmail_attr">On Mon Ana wrote:<br></div><blockquote>Hi</blockquote></div>',
        ],
        ['Apple Mail', '<blockquote type="cite"><div>On Oct 6, Ana wrote:</div>Hi</blockquote>'],
        [
            'Thunderbird',
            '<div class="moz-cite-prefix">On 06.10.25, Ana wrote:<br></div><blockquote type="cite" cite="mid:x">Hi</blockquote>',
        ],
        [
            'Outlook on the web',
            '<div id="divRplyFwdMsg"><b>From:</b> Ana<br><b>Sent:</b> Monday<br></div><div>Hi</div>',
        ],
        [
            'Outlook',
            '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Ana<br><b>Sent:</b> Monday<br><b>To:</b> Ben</p></div><p>Hi</p>',
        ],
        ['Yahoo', '<div class="yahoo_quoted">On Monday, Ana wrote: Hi</div>'],
        [
            'an attribution above a plain quote',
            '<p>On Monday, October 6, Ana wrote:</p><blockquote>Hi</blockquote>',
        ],
    ])('%s', (_client, quote) => {
        const folded = foldQuotedHtml(`${OWN}${quote}`);
        expect(folded.visible + (folded.quoted ?? '')).toBe(`${OWN}${quote}`);
        expect(folded.visible).toContain('I agree.');
        expect(folded.quoted).toMatch(/Hi/);
        expect(folded.visible).not.toMatch(/Hi|Ana/);
    });

    it.each([
        ['an answer below', '<p>a</p><blockquote type="cite">Hi</blockquote><p>My answer</p>'],
        ['a quotation of one’s own', '<p>As the book says</p><blockquote>Wisdom</blockquote>'],
        ['nothing but a quote', '<blockquote type="cite">Hi</blockquote>'],
        ['no quote', OWN],
    ])('folds nothing away with %s', (_what, html) =>
        expect(foldQuotedHtml(html)).toEqual({ visible: html, quoted: null }),
    );

    it.each([
        ['quotes in a row', '<blockquote type=cite></blockquote>x'.repeat(25_000)],
        ['nested quotes', '<blockquote type=cite>'.repeat(40_000)],
        ['wrappers', '<div class=gmail_quote>a</div>b'.repeat(30_000)],
        ['cells', '<td>'.repeat(200_000)],
        ['header words', '<p>From: a</p>'.repeat(60_000)],
    ])('is linear with %s', (_what, html) => {
        const start = performance.now();
        foldQuotedHtml(html);
        expect(performance.now() - start).toBeLessThan(2_000);
    });
});
