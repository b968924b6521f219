import { describe, it, expect } from '@jest/globals';
import { buildPlusAddress, parsePlusAddress } from './plusAddress.ts';
import { signReplyToken, verifyReplyToken } from './replyToken.ts';

const SECRET = 'a test secret';

describe('reply tokens (E2)', () => {
    it.each([1, 42, 255, 256, 65_536, 2_147_483_647, Number.MAX_SAFE_INTEGER])(
        '%i comes back, in any case',
        (id) => {
            const token = signReplyToken(id, SECRET);
            expect(token).toMatch(/^[a-z2-7]{18,28}$/);
            expect(verifyReplyToken(token, SECRET)).toBe(id);
            expect(verifyReplyToken(token.toUpperCase(), SECRET)).toBe(id);
        },
    );

    it('takes nothing that was not signed with this secret', () => {
        const token = signReplyToken(42, SECRET);
        expect(verifyReplyToken(token, 'another secret')).toBeNull();
        for (let at = 0; at < token.length; at++) {
            const other = token[at] === 'a' ? 'b' : 'a';
            expect(verifyReplyToken(token.slice(0, at) + other + token.slice(at + 1), SECRET)).toBeNull();
        }
        for (const wrong of ['', 'a', `${token}a`, token.slice(1), 'x'.repeat(1_000), '!!!']) {
            expect(verifyReplyToken(wrong, SECRET)).toBeNull();
        }
    });

    it.each([0, -1, 1.5, Number.NaN])('signs no %d', (id) =>
        expect(() => signReplyToken(id, SECRET)).toThrow(RangeError),
    );
});

describe('plus-addresses', () => {
    it('are built and taken apart', () => {
        const token = signReplyToken(7, SECRET);
        const address = buildPlusAddress('support@example.com', token);
        expect(parsePlusAddress(address.toUpperCase())).toEqual({ base: 'support@example.com', tag: token });
        expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
    });
    it.each([
        ['Support@Example.com', 'support@example.com', null],
        ['+tag@example.com', '+tag@example.com', null],
        ['a+@example.com', 'a@example.com', null],
        ['a+b+c@example.com', 'a@example.com', 'b+c'],
        ['a@ex+ample.com', 'a@ex+ample.com', null],
    ])('%s', (address, base, tag) => expect(parsePlusAddress(address)).toEqual({ base, tag }));
});
