import { describe, expect, it } from '@jest/globals';
import { showMail, showMailSlice, type MailBody } from './showMail.ts';

const options = { cidUrl: () => null, showRemote: false };
const show = (body: Partial<MailBody>) => showMail({ text: '', html: null, ...body }, options);
const slice = (body: Partial<MailBody>, number: number) =>
    showMailSlice({ text: '', html: null, ...body }, number, options);

describe('showing a mail (E6)', () => {
    it('folds its quote and cleans both halves', () => {
        const html = '<p onclick="x()">Yes</p><blockquote type="cite"><p onclick="x()">No?</p></blockquote>';
        expect(show({ html }).html).toEqual({
            visible: '<p>Yes</p>',
            quoted: '<blockquote><p>No?</p></blockquote>',
        });
    });

    it('shows long mail in part and says why', () => {
        expect(show({ html: '<b>a</b>'.repeat(5_000) }).folded).toBeNull();
        expect(show({ html: '<b>a</b>'.repeat(5_001) }).folded).toMatch(/more than 5,000 elements/);
        expect(show({ html: 'x'.repeat(1_000_000) }).folded).toBeNull();
        expect(show({ html: 'x'.repeat(1_000_001) }).folded).toMatch(/larger than 1 MB/);
        expect(show({ text: 'x'.repeat(1_000_000) }).folded).toBeNull();
        expect(show({ text: 'x'.repeat(1_000_001) }).folded).toMatch(/larger than 1 MB/);
    });

    it('folds the quote within what is shown of a long mail', () => {
        const html = `<p>Thanks</p><blockquote type="cite">${'<p>old</p>'.repeat(20_000)}</blockquote>`;
        const shown = show({ html });
        expect(shown.html?.visible).toBe('<p>Thanks</p>');
        expect(shown.html?.quoted).toContain('old');
        expect(shown.folded).toMatch(/5,000/);
    });

    it('shows the rest slice by slice, as clean as the beginning', () => {
        const html = '<p onclick="x()"><img src="https://spy.example.net/p.gif">a</p>'.repeat(4_000);
        expect(slice({ html }, 1)).toMatchObject({ text: null, blockedRemote: 1_500, more: false });
        expect(slice({ html }, 1).html).not.toMatch(/onclick|spy/);
        expect(slice({ html }, 2)).toMatchObject({ html: '', more: false });
        const text = 'One line.\n'.repeat(250_000);
        expect(slice({ text }, 1)).toMatchObject({ html: null, more: true });
        expect(show({ text }).text.visible + slice({ text }, 1).text + slice({ text }, 2).text).toBe(text);
    });

    it('cannot be made to show script by where it is cut', () => {
        const attack = '<img src=x onerror=alert(1)>';
        const around = [
            ['<a title="', '">'],
            ['<textarea>', '</textarea>'],
            ['<!--', '-->'],
            ['<style>', ''],
            ['&lt;', '&'],
        ];
        for (const [before, after] of around) {
            for (let at = 999_900; at < 1_000_010; at += 7) {
                const html = `${'x'.repeat(at)}${before}${attack}${after}y`;
                for (const shown of [show({ html }).html?.visible, slice({ html }, 1).html])
                    expect(/<[^>]*onerror/.test((shown ?? '').replace(/"[^"]*"/g, ''))).toBe(false);
            }
        }
    });
});
