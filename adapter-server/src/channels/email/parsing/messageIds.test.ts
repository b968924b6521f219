import { describe, it, expect } from '@jest/globals';
import { messageIdsIn } from './messageIds.ts';

describe('message ids (E2: whole ids, parsed from the raw header)', () => {
    it.each([
        ['one', ' <a@example.com>\r\n', ['<a@example.com>']],
        [
            'several, folded',
            ' <a@example.com>\r\n\t<b@example.com>\r\n',
            ['<a@example.com>', '<b@example.com>'],
        ],
        ['prose around it', ' Your message of Tuesday <a@example.com> (by Ana)', ['<a@example.com>']],
        ['a fold inside an id', ' <long\r\n .id@example.com>', ['<long.id@example.com>']],
        ['empty ones', ' <> < > <a@example.com>', ['<a@example.com>']],
        ['the same twice', ' <a@example.com> <a@example.com>', ['<a@example.com>']],
        ['no brackets', ' a@example.com, b@example.com', ['<a@example.com>', '<b@example.com>']],
        ['nothing', ' ', []],
        ['an id that never closes', ' <a@example.com', []],
        ['a NUL', ' <a\u0000b@example.com>', ['<ab@example.com>']],
    ])('reads %s', (_what, header, ids) => expect(messageIdsIn(header)).toEqual(ids));

    it('keeps ids apart that differ only after 191 characters', () => {
        const long = 'x'.repeat(191);
        expect(messageIdsIn(`<${long}1@example.com> <${long}2@example.com>`)).toHaveLength(2);
    });

    it('keeps the first and the last ids of a very long thread', () => {
        const ids = Array.from({ length: 5_000 }, (_, index) => `<${index}@example.com>`);
        const kept = messageIdsIn(ids.join(' '));
        expect(kept).toHaveLength(100);
        expect([kept[0], kept[1], kept.at(-1)]).toEqual([
            '<0@example.com>',
            '<4901@example.com>',
            '<4999@example.com>',
        ]);
        expect(messageIdsIn(ids.slice(0, 100).join(' '))).toEqual(ids.slice(0, 100));
    });

    it.each([
        [998, 1],
        [999, 0],
    ])('takes an id of %i characters: %i', (length, count) => {
        expect(messageIdsIn(`<${'x'.repeat(length - 14)}@example.com>`)).toHaveLength(count);
    });
});
