import Checks from 'c/patchbayWritingChecks';
import { clear, listen, mount, part, parts, press } from '../../../../../../local-org/gallery/mount';
import {
    emojiCutter,
    fieldFiller,
    lineAndWords,
    withoutAnyEmoji,
    withoutEmojiAt,
    withValue,
} from '../mending';

afterEach(clear);

const body = (text: string) => ({ field: 'body', text });

it('shows nothing where nothing is wrong', () => {
    expect(parts(mount(Checks, { texts: [body('Hello ©')] }), 'section')).toHaveLength(0);
});

it('lists each emoji with its place and removes the one chosen, in the subject too', () => {
    const subject = { field: 'subject', text: 'Re: Party 🎉 🎈', customersWords: 'Party 🎉' };
    const element = mount(Checks, { texts: [subject, body('Hi\nsee you 🙂 soon')] });
    const fixed = listen(element, 'textfixed');
    expect(parts(element, '.found').map(({ textContent }) => textContent)).toEqual([
        'c.Patchbay_EmojiInSubject',
        'c.Patchbay_EmojiAt',
    ]);
    parts(element, '[data-id="remove-emoji"]').forEach((button) => button.click());
    expect(fixed).toMatchObject([
        { field: 'subject', text: 'Re: Party 🎉' },
        { field: 'body', text: 'Hi\nsee you soon' },
    ]);
});

it('removes all at once, and counts those it does not list', () => {
    const element = mount(Checks, { texts: [body('🙂'.repeat(6))] });
    const fixed = listen(element, 'textfixed');
    expect(parts(element, '[data-id="remove-emoji"]')).toHaveLength(4);
    expect(part(element, '[data-id="emojis"]').textContent).toContain('c.Patchbay_MoreEmojis');
    part(element, '[data-id="remove-all-emojis"]').click();
    expect(fixed).toMatchObject([{ field: 'body', text: '' }]);
});

it('asks for the value of a field and puts it in everywhere', () => {
    const element = mount(Checks, { texts: [body('Dear {{customer.name}}, {{customer.name}}!')] });
    const fixed = listen(element, 'textfixed');
    const input = part<HTMLInputElement>(element, 'input');
    press(input, 'Enter');
    expect(fixed).toEqual([]);
    input.value = 'Maria';
    press(input, 'Enter');
    expect(fixed).toMatchObject([{ field: 'body', text: 'Dear Maria, Maria!' }]);
});

it('says why a recipient does not read it, and whom to write to instead', () => {
    const element = mount(Checks, {
        recipients: ['no-reply@bank.example', 'ben@example.com'],
        addressOnRecord: 'maria@customer.example',
    });
    expect(parts(element, '[data-unread]')).toHaveLength(1);
    expect(part(element, '[data-unread]').textContent).toContain(
        'Start a new mail to maria@customer.example',
    );
});

it('mends only what is there, and leaves other texts alone', () => {
    expect(withoutEmojiAt([body('a')], { field: 'body', offset: 0, length: 2, emoji: '🙂' })).toBeNull();
    expect(withoutAnyEmoji([body('a 🙂 b 🙂'), { field: 'subject', text: 'a' }])).toEqual([
        { field: 'body', text: 'a b' },
    ]);
    expect(withValue([body('{{date}}')], 'customer.name', 'x')).toEqual([]);
    expect(lineAndWords('one\nsome longer words here 🙂 and some more', place(27))).toEqual({
        line: 2,
        words: '…words here 🙂 and some mo…',
    });
});
const place = (offset: number) => ({ field: 'body', offset, length: 2, emoji: '🙂' });

it('mends formatted text piece by piece, and counts over the pieces', () => {
    const pieces = ['Hi 🙂 ', 'and 🎉', ' {{date}}'];
    expect(pieces.map(emojiCutter(1))).toEqual(['Hi 🙂 ', 'and', ' {{date}}']);
    expect(pieces.map(fieldFiller('date', 'x'))).toEqual(['Hi 🙂 ', 'and 🎉', ' x']);
});
