import Message from 'c/patchbayMessage';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { atOnce, htmlMessage, message } from '../../../../../../local-org/gallery/thread';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    settle,
    words,
    must,
} from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

it('folds what is quoted until asked', async () => {
    const element = mount(Message, { message: message(1, { text: { visible: 'new', quoted: '> old' } }) });
    expect(words(part(element, '.body'))).not.toContain('> old');
    part(element, '[data-id="quoted"]').click();
    await settle();
    expect(words(part(element, '.quoted'))).toBe('> old');
});

it('asks before remote images are loaded', async () => {
    const element = mount(Message, { message: htmlMessage });
    const asked = listen(element, 'showremote');
    part(element, 'c-patchbay-refusal').dispatchEvent(new CustomEvent('act'));
    expect(asked).toHaveLength(1);
    (element as HTMLElement & { remote: boolean }).remote = true;
    await settle();
    expect(parts(element, 'c-patchbay-refusal')).toHaveLength(0);
});

it('lists files, but not images that are seen in the text', () => {
    const inline = { ...must(htmlMessage.attachments[0]), id: 9, inline: true };
    const attachments = [...htmlMessage.attachments, inline];
    expect(
        parts(mount(Message, { message: { ...htmlMessage, attachments } }), 'c-patchbay-attachment'),
    ).toHaveLength(2);
    expect(
        parts(
            mount(Message, { message: { ...htmlMessage, html: null, attachments } }),
            'c-patchbay-attachment',
        ),
    ).toHaveLength(3);
});

it('says how far our mail has come', () => {
    const ours = (state: 'waiting' | 'sent' | 'failed') =>
        mount(Message, {
            message: message(1, {
                direction: 'outbound',
                delivery: { ...atOnce, state, detail: '550 no', at: 1 },
            }),
        });
    expect(words(part(ours('sent'), '.state'))).toBe('c.Patchbay_DeliverySent');
    expect(part(ours('failed'), 'c-patchbay-refusal')).toMatchObject({
        message: 'c.Patchbay_DeliveryFailedBecause',
    });
    expect(parts(ours('waiting'), 'c-patchbay-refusal')).toHaveLength(0);
});

it('begins as one line where it is old', async () => {
    const element = mount(Message, { message: message(1), collapsible: true });
    expect(parts(element, '.body')).toHaveLength(0);
    part(element, 'button').click();
    await settle();
    expect(parts(element, '.body')).toHaveLength(1);
});

it('may be forwarded, each by itself, but for what is on its way and what a machine wrote', () => {
    const element = mount(Message, { message: message(4), canForward: true });
    const forwarded = listen(element, 'forward');
    part(element, '[data-id="forward"]').click();
    expect(forwarded).toEqual([{ messageId: 4 }]);
    for (const more of [
        { canForward: false },
        { sending: true },
        { message: message(4, { kind: 'automatic' }) },
    ])
        expect(
            parts(mount(Message, { message: message(4), canForward: true, ...more }), '[data-id="forward"]'),
        ).toHaveLength(0);
});

it('may be answered, one or all, but for what no reply can be written to', () => {
    const bert = { name: 'Bert', address: 'bert@example.com' };
    const { answer } = message(4);
    const named = answer && { ...answer, all: { to: answer.to, cc: [bert] } };
    const element = mount(Message, { message: message(4, { answer: named }), canAnswer: true });
    const answered = listen(element, 'answer');
    part(element, '[data-id="answer"]').click();
    part(element, '[data-id="answer-all"]').click();
    expect(answered).toEqual([
        { messageId: 4, kind: 'reply' },
        { messageId: 4, kind: 'reply_all' },
    ]);
    const alone = mount(Message, { message: message(4), canAnswer: true });
    expect(parts(alone, '[data-id="answer-all"]')).toHaveLength(0);
    for (const more of [{ canAnswer: false }, { sending: true }, { message: message(4, { answer: null }) }])
        expect(
            parts(mount(Message, { message: message(4), canAnswer: true, ...more }), '[data-id="answer"]'),
        ).toHaveLength(0);
});
