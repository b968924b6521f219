import Reply from 'c/patchbayReply';
import type { DraftView } from 'c/patchbayProtocol';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { awayBanner, can, detail, message, not } from '../../../../../../local-org/gallery/thread';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

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

type Composer = HTMLElement & {
    text: string;
    refusal: unknown;
    uploads: { progress: number | null; id: number | null }[];
    tagging: string | null;
};
const composer = (element: Element): Composer => part(element, 'c-patchbay-composer') as Composer;
const tell = (element: Element, name: string, told: unknown = {}): void => {
    composer(element).dispatchEvent(new CustomEvent(name, { detail: told }));
};

it('shows the message on its way at once and empties the field', async () => {
    mockSession.held = true;
    const element = mount(Reply, { detail: detail() });
    const sending = listen(element, 'sending');
    tell(element, 'textchange', { text: 'Dear Maria' });
    tell(element, 'send');
    await settle();
    expect(sending).toEqual([{ text: 'Dear Maria', to: ['maria.gonzalez@example.com'], cc: [] }]);
    expect(composer(element).text).toBe('');
    expect(mockSession.commands.find(([name]) => name === 'sendReply')?.[1]).toMatchObject({
        text: 'Dear Maria',
        close: null,
        taggingNote: null,
    });
});

it('puts a refused reply back above what was typed meanwhile, with the reason', async () => {
    mockSession.held = true;
    mockSession.answers.sendReply = refused('No emojis.', 'Remove it.');
    const element = mount(Reply, { detail: detail() });
    const failed = listen(element, 'sendfailed');
    tell(element, 'textchange', { text: 'Dear Maria' });
    tell(element, 'send');
    tell(element, 'textchange', { text: 'P.S.' });
    await settle();
    mockSession.release();
    await settle();
    expect(composer(element).text).toBe('Dear Maria\n\nP.S.');
    expect(composer(element).refusal).toEqual({ message: 'No emojis.', nextStep: 'Remove it.' });
    expect(failed).toHaveLength(1);
});

it('sends the note to the away original agent as the agent edited it', async () => {
    const element = mount(Reply, { detail: detail(interaction(1), { originalAgentBanner: awayBanner }) });
    expect(composer(element).tagging).toBe(awayBanner?.taggingNote);
    tell(element, 'taggingchange', { text: '@Ben Okafor done' });
    tell(element, 'textchange', { text: 'Hi' });
    tell(element, 'send');
    await settle();
    expect(mockSession.commands.find(([name]) => name === 'sendReply')?.[1]).toMatchObject({
        taggingNote: '@Ben Okafor done',
    });
});

it('closes with the outcome when asked to', async () => {
    const element = mount(Reply, { detail: detail() }) as HTMLElement & {
        send(close: unknown): Promise<boolean>;
    };
    tell(element, 'textchange', { text: 'Hi' });
    await expect(element.send({ dispositionId: 2, notes: 'n' })).resolves.toBe(true);
    expect(mockSession.commands.find(([name]) => name === 'sendReply')?.[1]).toMatchObject({
        close: { dispositionId: 2, notes: 'n' },
    });
});

it('uploads files, with progress, and sends their ids', async () => {
    mockSession.held = true;
    const element = mount(Reply, { detail: detail() });
    tell(element, 'filesadded', { files: [new File(['x'], 'a.pdf')] });
    await settle();
    expect(composer(element).uploads).toMatchObject([{ id: null, progress: 0.5 }]);
    mockSession.release();
    await settle();
    expect(composer(element).uploads).toMatchObject([{ id: 7, progress: null }]);
    tell(element, 'textchange', { text: 'Hi' });
    tell(element, 'send');
    await settle();
    expect(mockSession.commands.find(([name]) => name === 'sendReply')?.[1]).toMatchObject({ uploads: [7] });
});

it('keeps a note through a reload until it is posted', async () => {
    const first = mount(Reply, { detail: detail() });
    tell(first, 'notechange', { text: 'call her' });
    clear();
    const element = mount(Reply, { detail: detail() });
    expect((composer(element) as Composer & { noteText: string }).noteText).toBe('call her');
    tell(element, 'post', { text: 'call her', mentions: [2] });
    await settle();
    expect(mockSession.commands).toContainEqual([
        'postNote',
        { interactionId: 1, text: 'call her', mentions: [2] },
    ]);
    expect(localStorage.length).toBe(0);
    expect(parts(element, 'c-patchbay-refusal')).toHaveLength(0);
});

it('goes on with the draft that a transfer brings, and never over what is typed or was sent', async () => {
    const draft: DraftView = {
        kind: 'reply',
        text: 'Dear Maria, so far',
        html: null,
        to: null,
        cc: [],
        bcc: [],
        subject: null,
        uploads: [],
        forwards: null,
        answers: null,
        scheduledFor: null,
        savedAt: 1,
        version: 3,
    };
    const handed = { ...detail(), draft };
    const element = mount(Reply, { detail: detail() }) as HTMLElement & { detail: object };
    element.detail = handed;
    await settle();
    expect(composer(element).text).toBe('Dear Maria, so far');
    tell(element, 'textchange', { text: '' });
    element.detail = { ...handed };
    await settle();
    expect(composer(element).text).toBe('');
});

it('asks what becomes of a text whose draft was sent in another window', async () => {
    jest.useFakeTimers();
    mockSession.answers.saveDraft = {
        ok: false,
        code: 'conflict',
        message: 'The draft is gone.',
        nextStep: null,
    };
    const element = mount(Reply, { detail: detail() });
    const type = async (text: string): Promise<void> => {
        tell(element, 'textchange', { text });
        jest.advanceTimersByTime(500);
        jest.useRealTimers();
        await settle();
    };
    await type('Dear Maria, and');
    expect(parts(element, 'c-patchbay-refusal')).toHaveLength(1);
    expect(composer(element).text).toBe('Dear Maria, and');
    delete mockSession.answers.saveDraft;
    part(element, 'c-patchbay-refusal').dispatchEvent(new CustomEvent('act'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    await settle();
    expect(parts(element, 'c-patchbay-refusal')).toHaveLength(0);
    expect(mockSession.commands.at(-1)).toMatchObject(['saveDraft', { text: 'Dear Maria, and', version: 0 }]);
});

type Writing = HTMLElement & { writeAs(kind: string, messageId?: number): void };
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

it('offers no new mail to an address that nobody reads either', () => {
    const closed = { ...can, reply: not('It is Closed.') };
    const nextOf = (address: string) => {
        const summary = interaction(1, { status: 'closed', customer: { name: '', address } as never });
        return (
            composer(mount(Reply, { detail: detail(summary, { can: closed }) })) as Composer & {
                nextLabel: string | null;
            }
        ).nextLabel;
    };
    expect(nextOf('maria@example.com')).toBe('c.Patchbay_NewMailTo');
    expect(nextOf('no-reply@bank.example.com')).not.toBe('c.Patchbay_NewMailTo');
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

it('answers all by its key, and keeps what is typed', async () => {
    const element = mount(Reply, { detail: detail() }) as Writing;
    tell(element, 'textchange', { text: 'Dear all' });
    element.writeAs('reply_all');
    await settle();
    expect(composer(element)).toMatchObject({ kind: 'reply_all', text: 'Dear all' });
});

it('discards a new mail for good, and keeps it where that is refused', async () => {
    const begun = { ...detail(), messages: [] };
    mockSession.answers.discardMail = refused('It has been sent already.', 'Close it.');
    const element = mount(Reply, { detail: begun });
    const discarded = listen(element, 'discarded');
    tell(element, 'textchange', { text: 'Dear Nora' });
    tell(element, 'discard');
    await settle();
    expect(composer(element)).toMatchObject({ kind: 'new', text: 'Dear Nora' });
    expect(composer(element).refusal).toEqual({
        message: 'It has been sent already.',
        nextStep: 'Close it.',
    });
    delete mockSession.answers.discardMail;
    tell(element, 'discard');
    await settle();
    expect(discarded).toHaveLength(1);
    clear();
    expect(localStorage.length).toBe(0);
});
