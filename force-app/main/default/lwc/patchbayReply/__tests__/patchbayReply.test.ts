import Reply from 'c/patchbayReply';
import type { DraftView } from 'c/patchbayProtocol';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { awayBanner, can, detail, not } from '../../../../../../local-org/gallery/thread';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';
import { composer, tell, type Composer, type Writing } from './composing';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

beforeEach(() => {
    localStorage.clear();
    mockSession = fakeSession();
});
afterEach(clear);

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
