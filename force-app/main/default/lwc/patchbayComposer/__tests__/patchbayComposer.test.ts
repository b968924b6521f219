import Composer from 'c/patchbayComposer';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { not } from '../../../../../../local-org/gallery/thread';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    press,
    settle,
    type,
} from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

const send = (element: Element): HTMLButtonElement => part<HTMLButtonElement>(element, '[data-id="send"]');

it('sends by Ctrl+Enter, and never an empty reply', () => {
    const empty = mount(Composer, { to: ['maria@example.com'], text: '  ' });
    const nothing = listen(empty, 'send');
    press(part(empty, '.composer'), 'Enter', { ctrlKey: true });
    expect([nothing.length, send(empty).disabled]).toEqual([0, true]);
    const element = mount(Composer, { to: ['maria@example.com'], text: 'Hi' });
    const sent = listen(element, 'send');
    press(part(element, 'textarea.text'), 'Enter', { ctrlKey: true });
    press(part(element, 'textarea.text'), 'Enter');
    expect(sent).toHaveLength(1);
});

it('waits for uploads before it sends', () => {
    const upload = {
        key: 'a',
        id: null,
        filename: 'a',
        contentType: 'x/y',
        size: 1,
        progress: 0.4,
        error: null,
    };
    expect(send(mount(Composer, { to: ['maria@example.com'], text: 'Hi', uploads: [upload] })).disabled).toBe(
        true,
    );
    expect(
        send(
            mount(Composer, {
                to: ['maria@example.com'],
                text: 'Hi',
                uploads: [{ ...upload, error: 'too large' }],
            }),
        ).disabled,
    ).toBe(false);
});

it('cannot be sent with the note to the original agent wiped', () => {
    expect(send(mount(Composer, { to: ['maria@example.com'], text: 'Hi', tagging: ' ' })).disabled).toBe(
        true,
    );
});

it('says instead of a field why no reply is possible, and what to do', () => {
    const element = mount(Composer, {
        to: ['maria@example.com'],
        can: not('Not read.', 'Write a new mail.'),
    });
    expect(parts(element, 'textarea')).toHaveLength(0);
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({
        message: 'Not read.',
        nextStep: 'Write a new mail.',
    });
});

it('offers Send and close only where closing is possible', () => {
    expect(
        parts(mount(Composer, { to: ['maria@example.com'], text: 'Hi' }), '[data-id="send-close"]'),
    ).toHaveLength(0);
    const element = mount(Composer, { to: ['maria@example.com'], text: 'Hi', canClose: true });
    const asked = listen(element, 'sendandclose');
    part(element, '[data-id="send-close"]').click();
    expect(asked).toHaveLength(1);
});

it('tells what is typed and takes pasted files', () => {
    const element = mount(Composer, {});
    const typed = listen(element, 'textchange');
    const files = listen(element, 'filesadded');
    const area = part(element, 'textarea.text');
    type(area, 'Hello');
    const paste = Object.assign(new CustomEvent('paste', { bubbles: true }), {
        clipboardData: { files: ['picture'] },
    });
    area.dispatchEvent(paste);
    expect([typed, files]).toEqual([[{ text: 'Hello' }], [{ files: ['picture'] }]]);
});

it('becomes a note editor with its own draft', async () => {
    const element = mount(Composer, { to: ['maria@example.com'], mode: 'reply', noteText: 'call her' });
    const modes = listen(element, 'modechange');
    part(element, '[data-mode="note"]').click();
    expect(modes).toEqual([{ mode: 'note' }]);
    (element as HTMLElement & { mode: string }).mode = 'note';
    await settle();
    expect(part(element, 'c-patchbay-note-editor')).toMatchObject({ value: 'call her' });
});

it('waits for an emoji, a field without a value and a no-reply address to go, and mends the text', () => {
    expect(send(mount(Composer, { to: ['maria@example.com'], text: 'Hi 🙂' })).disabled).toBe(true);
    expect(
        send(mount(Composer, { to: ['maria@example.com'], text: 'Dear {{customer.name}}' })).disabled,
    ).toBe(true);
    expect(
        send(mount(Composer, { to: ['maria@example.com'], text: 'Hi', cc: ['no-reply@bank.example'] }))
            .disabled,
    ).toBe(true);
    expect(
        send(mount(Composer, { to: ['maria@example.com'], text: '© ™ ☎', cc: ['ben@example.com'] })).disabled,
    ).toBe(false);
    const element = mount(Composer, {
        to: ['maria@example.com'],
        text: 'Hi 🙂',
        addressOnRecord: 'maria@customer.example',
    });
    const typed = listen(element, 'textchange');
    const checks = part(element, 'c-patchbay-writing-checks');
    expect(checks).toMatchObject({ addressOnRecord: 'maria@customer.example' });
    checks.dispatchEvent(new CustomEvent('textfixed', { detail: { field: 'body', text: 'Hi' } }));
    expect(typed).toEqual([{ text: 'Hi' }]);
});

it('lets a new mail be discarded, asking where something was written, and nothing else', () => {
    type Discard = HTMLElement & { asks: boolean };
    const discard = 'c-patchbay-discard-mail';
    expect(parts(mount(Composer, { kind: 'reply' }), discard)).toHaveLength(0);
    expect((part(mount(Composer, { kind: 'new' }), discard) as Discard).asks).toBe(false);
    const element = mount(Composer, { kind: 'new', subject: 'Order' });
    const discarded = listen(element, 'discard');
    expect((part(element, discard) as Discard).asks).toBe(true);
    part(element, discard).dispatchEvent(new CustomEvent('discard'));
    expect(discarded).toHaveLength(1);
});

it('judges the subject as one types it, but for the words of the customer, and mends it there', () => {
    const to = ['maria@example.com'];
    const thread = { to, text: 'Hi', threadWords: 'Party 🎉' };
    expect(send(mount(Composer, { ...thread, subject: 'Re: Party 🎉' })).disabled).toBe(false);
    for (const kind of ['reply', 'forward', 'new'])
        expect(send(mount(Composer, { to, text: 'Hi', kind, subject: 'Party 🎈' })).disabled).toBe(true);
    const element = mount(Composer, { ...thread, subject: 'Re: Party 🎉 🎈' });
    const [texts, subjects] = [listen(element, 'textchange'), listen(element, 'mailchange')];
    const checks = part(element, 'c-patchbay-writing-checks') as HTMLElement & { texts: unknown[] };
    expect(checks.texts[0]).toMatchObject({ field: 'subject', customersWords: 'Party 🎉' });
    checks.dispatchEvent(
        new CustomEvent('textfixed', { detail: { field: 'subject', text: 'Re: Party 🎉' } }),
    );
    expect([texts, subjects]).toEqual([[], [{ subject: 'Re: Party 🎉' }]]);
});

it('mends formatted text in its pieces', async () => {
    const element = mount(Composer, {
        to: ['maria@example.com'],
        text: 'Hi 🙂',
        html: '<p>Hi <b>🙂</b></p>',
    });
    await settle();
    const rich = part(element, 'c-patchbay-rich-text') as HTMLElement & { mend: jest.Mock };
    const typed = listen(element, 'textchange');
    const mend = (piece: string): string => piece;
    Object.defineProperty(rich, 'mend', { value: jest.fn() });
    part(element, 'c-patchbay-writing-checks').dispatchEvent(
        new CustomEvent('textfixed', { detail: { field: 'body', text: 'Hi', mend } }),
    );
    expect(rich.mend).toHaveBeenCalledWith(mend);
    expect(typed).toEqual([]);
});

it('puts a quick reply into the text and selects what is to be written there', async () => {
    const reply = { id: 1, own: false, shortcut: 'dear', title: 'Dear', text: 'Dear {{date}}', html: null };
    const element = mount(Composer, {
        to: ['maria@example.com'],
        quickReplies: [{ ...reply, unfilled: ['date'] }],
    });
    const typed = listen(element, 'textchange');
    const area = part<HTMLTextAreaElement>(element, 'textarea.text');
    type(area, '/de');
    await settle();
    press(area, 'Enter');
    expect(typed).toEqual([{ text: '/de' }, { text: 'Dear {{date}}' }]);
    Object.assign(element, { text: 'Dear {{date}}' });
    await settle();
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('{{date}}');
});

it('opens the list by itself for the key q, after what is typed', () => {
    const element = mount(Composer, { to: ['maria@example.com'], text: 'Hello' }) as HTMLElement & {
        openQuickReplies(): void;
    };
    const typed = listen(element, 'textchange');
    element.openQuickReplies();
    expect(typed).toEqual([{ text: 'Hello /' }]);
});

it('keeps the field of a note that was emptied', () => {
    expect(
        parts(mount(Composer, { to: ['maria@example.com'], text: 'Hi', tagging: '' }), 'textarea.tagging'),
    ).toHaveLength(1);
    expect(
        parts(mount(Composer, { to: ['maria@example.com'], text: 'Hi', tagging: null }), 'textarea.tagging'),
    ).toHaveLength(0);
});

it('puts a quick reply into formatted text with its format, in the place of its shortcut', async () => {
    const reply = { id: 1, own: false, shortcut: 'dear', title: 'Dear', text: 'Dear\nyou', unfilled: [] };
    const element = mount(Composer, {
        to: ['maria@example.com'],
        html: '<p>/de</p>',
        quickReplies: [{ ...reply, html: '<p>Dear <b>you</b></p>' }],
    });
    const rich = part(element, 'c-patchbay-rich-text');
    const insertReply = jest.fn();
    Object.defineProperty(rich, 'insertReply', { value: insertReply, configurable: true });
    const caret = (before: string | null): void => {
        rich.dispatchEvent(new CustomEvent('caret', { detail: { before } }));
    };
    const options = () => parts(part(element, 'c-patchbay-quick-reply-list'), '[role="option"]');
    caret('Hi /de');
    await settle();
    expect(options()).toHaveLength(1);
    press(rich, 'Enter');
    await settle();
    expect(insertReply).toHaveBeenLastCalledWith('<p>Dear <b>you</b></p>', '/de'.length, []);
    expect(options()).toHaveLength(0);
    // What has no format of its own has that of its words.
    Object.assign(element, { quickReplies: [{ ...reply, html: null }] });
    await settle();
    caret('/');
    await settle();
    press(rich, 'Tab');
    expect(insertReply).toHaveBeenLastCalledWith('<p>Dear<br>you</p>', 1, []);
    caret('/');
    caret(null);
    await settle();
    expect(options()).toHaveLength(0);
});
