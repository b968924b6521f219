import { describe, expect, it } from '@jest/globals';
import { describedWithoutEmojis } from './describedWithoutEmojis.ts';

describe('what describes a picture or a link', () => {
    it.each([
        ['<img alt="party 🎉.png" src="cid:1">', '<img alt="party .png" src="cid:1">'],
        ['<img src="cid:1" alt="a > b 🎉" title=\'x 😀\'>', '<img src="cid:1" alt="a > b " title=\'x \'>'],
        ['<img alt=🎉>', '<img alt="">'],
        [
            '<a title="&#128512; hi" href="https://example.com">x</a>',
            '<a title=" hi" href="https://example.com">x</a>',
        ],
    ])('%s has no emoji', (written, sent) => {
        expect(describedWithoutEmojis(written)).toBe(sent);
    });

    it('what was typed is left to whoever typed it', () => {
        const typed = '<p>5 < 6 and alt="🎉"</p>';
        expect(describedWithoutEmojis(typed)).toBe(typed);
    });
});
