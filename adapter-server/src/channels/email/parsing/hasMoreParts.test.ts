import { describe, expect, it } from '@jest/globals';
import { hasMoreParts } from './hasMoreParts.ts';

const mail = (count: number, boundary: string, named = boundary): Uint8Array =>
    new TextEncoder().encode(
        `Content-Type: multipart/mixed; boundary=${named}\r\n\r\n${`--${boundary}\r\nContent-Type: text/plain\r\n\r\nsome text of this part\r\n`.repeat(count)}--${boundary}--\r\n`,
    );

describe('counting the parts of a mail before it is parsed (E1)', () => {
    it.each([
        ['at the limit', mail(1_000, 'b'), false],
        ['above it', mail(1_001, 'b'), true],
        ['with a boundary in quotes', mail(1_001, 'a b', '"a b"'), true],
        ['lines that only look like parts', mail(1_001, 'x', 'y'), false],
        ['a short mail', mail(3, 'b'), false],
    ])('%s', (_what, raw, expected) => expect(hasMoreParts(raw, 1_000)).toBe(expected));
});
