import { describe, expect, it } from '@jest/globals';
import { decideEmojis, findEmojis, withoutEmojis } from './emojiRefusal.ts';

const inBody = (text: string) => findEmojis([{ field: 'body', text }]);

describe('findEmojis', () => {
    it('finds each with its place, joined ones and flags as one', () => {
        expect(inBody('Hi 🙂, see 👩‍👩‍👧 in 🇩🇪')).toEqual([
            { field: 'body', offset: 3, length: 2, emoji: '🙂' },
            { field: 'body', offset: 11, length: 8, emoji: '👩‍👩‍👧' },
            { field: 'body', offset: 23, length: 4, emoji: '🇩🇪' },
        ]);
    });

    it.each(['© ® ™ ☎', '1 # *', 'naïve → “ok” €5 ½ ✓', '日本語 العربية', ':-) ;)'])(
        'takes %s for text',
        (text) => expect(inBody(text)).toEqual([]),
    );

    it('follows the form that is asked for: © with U+FE0F is an emoji, ⌚ with U+FE0E is text', () => {
        expect(inBody('\u00A9\uFE0F').map(({ emoji }) => emoji)).toEqual(['\u00A9\uFE0F']);
        expect(inBody('\u231A\uFE0E')).toEqual([]);
        expect(inBody('1\uFE0F\u20E3')).toHaveLength(1);
    });

    it('reads character references in HTML and says what to cut out of it', () => {
        const text = '<p>Hi &#128578; there &#x1F389; &amp; &#99999999; 🙂</p>';
        const places = findEmojis([{ field: 'body', text, html: true }]);
        expect(places.map(({ emoji }) => emoji)).toEqual(['🙂', '🎉', '🙂']);
        expect(places.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
            '&#128578;',
            '&#x1F389;',
            '🙂',
        ]);
        expect(findEmojis([{ field: 'body', text: '&#128578;' }])).toEqual([]);
    });

    it('exempts the subject that the customer wrote, and nothing that was added to it', () => {
        const subject = (text: string) =>
            findEmojis([{ field: 'subject', text, customersWords: 'Party 🎉' }]).map(({ emoji }) => emoji);
        expect(subject('Re: Party 🎉')).toEqual([]);
        expect(subject('🙂 Re: Party 🎉 🎈')).toEqual(['🙂', '🎈']);
        expect(subject('Another 🎉')).toEqual(['🎉']);
    });
});

describe('decideEmojis', () => {
    it('refuses with the place and the next step', () => {
        expect(
            decideEmojis([
                { field: 'subject', text: 'News 🎉' },
                { field: 'body', text: 'Hello,\n\nall good 🙂' },
            ]),
        ).toMatchObject({
            allowed: false,
            reason: 'Emojis are not sent by email: 🎉 in the subject, 🙂 in line 3 of the body.',
            nextStep: 'Remove them, or say it in words.',
            places: [{ offset: 5 }, { offset: 17 }],
        });
    });

    it('names the first five and counts the rest', () => {
        expect(decideEmojis([{ field: 'body', text: '🙂'.repeat(7) }])).toMatchObject({
            reason: expect.stringMatching(/^[^,]*(, [^,]*){4} and 2 more\.$/u),
        });
    });

    it('allows text', () => {
        expect(decideEmojis([{ field: 'body', text: '© 2030' }])).toEqual({ allowed: true });
    });
});

describe('withoutEmojis', () => {
    it('takes them out of what a machine fills in, and leaves any other text as it is', () => {
        expect(withoutEmojis('Maria 🎉 Gómez 🙂')).toBe('Maria Gómez');
        expect(withoutEmojis('Maria  Gómez ©')).toBe('Maria  Gómez ©');
    });
});
