import { describe, expect, it } from '@jest/globals';
import { mailFormat } from './mailFormat.ts';

describe('a formatted mail that is sent (E6)', () => {
    it('keeps all that was written, however much', () => {
        const lines = Array.from({ length: 12_000 }, (_one, n) => `line ${n}.`);
        const sent = mailFormat.clean(
            `<div>${lines.map((line) => `<p>${line}</p>`).join('')}</div>`,
            new Set(),
        );
        expect(lines.filter((line) => !sent.includes(line))).toEqual([]);
    });

    it('keeps pictures of its own and nothing that runs', () => {
        const sent = mailFormat.clean(
            '<img src="cid:a@b"><img src="cid:other"><script>x()</script>',
            new Set(['a@b']),
        );
        expect(sent).toContain('cid:a@b');
        expect(sent).not.toMatch(/other|script/);
    });
});
