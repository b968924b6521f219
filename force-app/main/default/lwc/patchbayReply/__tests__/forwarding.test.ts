import Reply from 'c/patchbayReply';
import type { DraftView } from 'c/patchbayProtocol';
import { fakeSession, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { can, detail, message, not } from '../../../../../../local-org/gallery/thread';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import { clear, mount, settle } from '../../../../../../local-org/gallery/mount';
import { composer, tell, type Writing } from './composing';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

beforeEach(() => {
    localStorage.clear();
    mockSession = fakeSession();
});
afterEach(clear);

const draftOfForward: DraftView = {
    kind: 'forward',
    text: 'Please look',
    html: null,
    to: ['shop@example.com'],
    cc: [],
    bcc: [],
    subject: null,
    forwards: null,
    answers: null,
    uploads: [],
    scheduledFor: null,
    savedAt: 1,
    version: 3,
};
const file = (id: number) => ({ id, filename: `${id}.pdf`, contentType: 'x/y', size: 1, inline: false });

it('forwards the message that was chosen, with its files and no other’s, and says which', async () => {
    const subjects = ['Lamp', 'Re: The other lamp'];
    const messages = subjects.map((subject, index) => message(index + 1, { subject }));
    const element = mount(Reply, { detail: detail(interaction(1), { messages, forwards: 2 }) }) as Writing;
    tell(element, 'textchange', { text: 'Please look' });
    mockSession.answers.attachFromMessage = { uploads: [file(21)] };
    element.writeAs('forward');
    await settle();
    expect(composer(element)).toMatchObject({ kind: 'forward', to: [], subject: 'Fwd: The other lamp' });
    mockSession.answers.attachFromMessage = { uploads: [file(11)] };
    tell(element, 'mailchange', { to: ['shop@example.com'] });
    element.writeAs('forward', 1);
    await settle();
    expect(composer(element)).toMatchObject({
        subject: 'Fwd: Lamp',
        forwardsText: 'c.Patchbay_Forwards',
        to: ['shop@example.com'],
        text: 'Please look',
    });
    expect(composer(element).uploads.map(({ id }) => id)).toEqual([11]);
    tell(element, 'send');
    await settle();
    expect(mockSession.commands.find(([name]) => name === 'sendForward')?.[1]).toMatchObject({
        messageId: 1,
        uploads: [11],
    });
});

it('forwards what nobody reads a reply to, and says why no reply is possible as long as none is forwarded', async () => {
    const unread = { ...can, reply: not('Replies to no-reply@bank.example.com are not read.') };
    const element = mount(Reply, { detail: detail(interaction(1), { can: unread }) }) as Writing;
    mockSession.answers.attachFromMessage = { uploads: [file(21)] };
    const at = (selector: string) => composer(element).shadowRoot?.querySelector<HTMLElement>(selector);
    expect(composer(element)).toMatchObject({ kind: 'reply', can: unread.reply, canForward: true });
    at('[data-id="forward-instead"]')?.click();
    await settle();
    expect(composer(element)).toMatchObject({ kind: 'forward', can: { allowed: true }, to: [] });
    expect(composer(element).uploads.map(({ id }) => id)).toEqual([21]);
    expect(composer(element).shadowRoot?.activeElement).toBe(at('textarea.text'));
    // Back to the reply, which is refused as before: with its reason, and the focus where one goes on.
    tell(element, 'mailchange', { kind: 'reply' });
    await settle();
    expect(composer(element)).toMatchObject({ can: unread.reply, uploads: [] });
    expect(composer(element).shadowRoot?.activeElement).toBe(at('[data-id="forward-instead"]'));
    element.writeAs('reply_all');
    expect(composer(element)).toMatchObject({ can: unread.reply });
    element.writeAs('forward', 3);
    await settle();
    tell(element, 'mailchange', { to: ['accounts@example.com'] });
    tell(element, 'send');
    await settle();
    expect(mockSession.commands.find(([name]) => name === 'sendForward')?.[1]).toMatchObject({
        messageId: 3,
        to: ['accounts@example.com'],
    });
});

it('takes the files of another forward out after a reload too, and leaves the agent’s own', async () => {
    const uploads = [{ ...file(21), forwardedFrom: 2 }, file(30)];
    const draft = { ...draftOfForward, forwards: 2, uploads };
    const messages = [message(1), message(2)];
    const element = mount(Reply, { detail: { ...detail(), messages, draft } }) as Writing;
    mockSession.answers.attachFromMessage = { uploads: [{ ...file(11), forwardedFrom: 1 }] };
    element.writeAs('forward', 1);
    await settle();
    expect(composer(element).uploads.map(({ id }) => id)).toEqual([30, 11]);
});

it('keeps in its draft which message it forwards, and says so where that is gone', () => {
    const kept = { ...draftOfForward, forwards: 1 };
    const messages = [message(1), message(2)];
    const element = mount(Reply, { detail: { ...detail(), messages, draft: kept } });
    expect(composer(element)).toMatchObject({ kind: 'forward', forwardsText: 'c.Patchbay_Forwards' });
    const gone = mount(Reply, { detail: { ...detail(), messages, draft: { ...kept, forwards: 7 } } });
    expect(composer(gone)).toMatchObject({ forwardsText: 'c.Patchbay_ForwardsGone' });
});
