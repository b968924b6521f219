import Interaction from 'c/patchbayInteraction';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { interaction, offer } from '../../../../../../local-org/gallery/interactions';
import { allowed, can, detail, feed, not } from '../../../../../../local-org/gallery/thread';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

const routed = { ...interaction(1).routing, agent: { id: 1, name: 'Ana Ruiz' }, state: 'assigned' as const };
const answer = (value: object = {}): void => {
    mockSession.answers.getInteraction = detail(interaction(1, { routing: routed }), value);
};
beforeEach(() => {
    localStorage.clear();
    mockSession = fakeSession();
    mockSession.answers.getContactFeed = { items: feed, more: false };
    answer();
});
afterEach(clear);

const header = (
    element: Element,
): HTMLElement & { detail: ReturnType<typeof detail>; isMine: boolean; canAccept: boolean } =>
    part(element, 'c-patchbay-interaction-header') as never;
const choose = (element: Element, action: string): void => {
    header(element).dispatchEvent(new CustomEvent('act', { detail: { action } }));
};
async function open(): Promise<HTMLElement> {
    const element = mount(Interaction, { interactionId: 1 });
    await settle();
    return element;
}

it('shows a skeleton, then the interaction with its own notes in the timeline', async () => {
    const element = mount(Interaction, { interactionId: 1 });
    expect(parts(element, 'c-patchbay-skeleton')).toHaveLength(1);
    await settle();
    const timeline = part(element, 'c-patchbay-timeline') as HTMLElement & {
        notes: unknown[];
        messages: unknown[];
    };
    expect([timeline.messages.length, timeline.notes.length]).toEqual([4, 1]);
});

it('says why it cannot be shown and tries again', async () => {
    mockSession.answers.getInteraction = refused('You may not see it.', 'Ask your manager.');
    const element = await open();
    expect(part(element, 'c-patchbay-empty')).toMatchObject({
        heading: 'You may not see it.',
        text: 'Ask your manager.',
    });
    answer();
    part(element, 'c-patchbay-empty').dispatchEvent(new CustomEvent('act'));
    await settle();
    expect(header(element).detail.summary.id).toBe(1);
});

it('reads it again when its journal grows', async () => {
    const element = await open();
    mockSession.answers.getInteraction = detail(interaction(1, { subject: 'Changed' }));
    mockSession.grow(1);
    await settle();
    expect(header(element).detail.summary.subject).toBe('Changed');
});

it('shows a new status at once and takes it back, with the reason, when it is refused', async () => {
    const element = await open();
    mockSession.held = true;
    mockSession.answers.resolveInteraction = refused('Reply first.', 'Or close it.');
    choose(element, 'resolve');
    await settle();
    expect(header(element).detail.summary.status).toBe('resolved');
    mockSession.held = false;
    mockSession.release();
    await settle();
    expect(header(element).detail.summary.status).toBe('open');
    expect(part(element, 'c-patchbay-interaction-banners')).toMatchObject({
        refusal: { message: 'Reply first.', nextStep: 'Or close it.' },
    });
});

it('says without asking the server why something is not possible now', async () => {
    answer({ can: { ...can, setPending: not('Not while it is closed.', 'Reopen it.') } });
    const element = await open();
    choose(element, 'pending');
    await settle();
    expect(parts(element, 'c-patchbay-follow-up')).toHaveLength(0);
    expect(part(element, 'c-patchbay-interaction-banners')).toMatchObject({
        refusal: { message: 'Not while it is closed.' },
    });
});

it('closes with the outcome from the inline panel', async () => {
    const element = await open();
    choose(element, 'close');
    await settle();
    part(element, 'c-patchbay-disposition').dispatchEvent(
        new CustomEvent('confirm', { detail: { dispositionId: 2, notes: 'n' } }),
    );
    await settle();
    expect(mockSession.commands).toContainEqual([
        'closeInteraction',
        { interactionId: 1, dispositionId: 2, notes: 'n' },
    ]);
    expect(parts(element, 'c-patchbay-disposition')).toHaveLength(0);
});

it('keeps the panel open, with the reason, when closing is refused', async () => {
    mockSession.answers.closeInteraction = refused('Already closed.');
    const element = await open();
    choose(element, 'close');
    await settle();
    part(element, 'c-patchbay-disposition').dispatchEvent(
        new CustomEvent('confirm', { detail: { dispositionId: 2, notes: '' } }),
    );
    await settle();
    expect(part(element, 'c-patchbay-disposition')).toMatchObject({
        refusal: { message: 'Already closed.' },
        busy: false,
    });
});

it('accepts an offer of this interaction', async () => {
    mockSession.state = { ...mockSession.state, offers: [{ ...offer, interaction: interaction(1) }] };
    answer({ can: { ...can, accept: allowed } });
    const element = await open();
    expect(header(element).canAccept).toBe(true);
    choose(element, 'accept');
    await settle();
    expect(mockSession.commands).toContainEqual(['acceptOffer', { offerId: 51 }]);
});

it('merges and goes to the other interaction', async () => {
    const element = await open();
    const opened = listen(element, 'open');
    part(element, 'c-patchbay-interaction-banners').dispatchEvent(
        new CustomEvent('merge', { detail: { intoInteractionId: 3 } }),
    );
    await settle();
    expect(mockSession.commands).toContainEqual([
        'mergeInteraction',
        { interactionId: 1, intoInteractionId: 3 },
    ]);
    expect(opened).toEqual([{ interactionId: 3 }]);
});

it('puts what is being sent into the timeline until the server has it', async () => {
    const element = await open();
    const timeline = (): { messages: { text: { visible: string } }[]; sending: Set<number> } =>
        part(element, 'c-patchbay-timeline') as never;
    part(element, 'c-patchbay-reply').dispatchEvent(
        new CustomEvent('sending', { detail: { text: 'On its way', to: [], cc: [] } }),
    );
    await settle();
    expect(timeline().messages.at(-1)?.text.visible).toBe('On its way');
    expect(timeline().sending.size).toBe(1);
    part(element, 'c-patchbay-reply').dispatchEvent(new CustomEvent('sent'));
    await settle();
    expect(timeline().messages).toHaveLength(4);
});

it('shows one seen before without waiting, and marks unread ones read', async () => {
    answer();
    mockSession.answers.getInteraction = detail(interaction(1, { unread: true }));
    const element = (await open()) as HTMLElement & { interactionId: number };
    expect(mockSession.commands).toContainEqual(['markRead', { interactionId: 1 }]);
    element.interactionId = 2;
    await settle();
    mockSession.held = true;
    element.interactionId = 1;
    await settle();
    expect(header(element).detail.summary.id).toBe(1);
});

it('shows what was just accepted as mine at once, and what the server says from then on', async () => {
    const stale = interaction(1, { status: 'new', routing: { ...routed, state: 'offered' } });
    mockSession.answers.getInteraction = detail(stale, { can: { ...can, pull: allowed } });
    const element = mount(Interaction, { interactionId: 1, startWriting: true });
    await settle();
    expect(header(element)).toMatchObject({ isMine: true, canAccept: false });
    expect(header(element).detail).toMatchObject({
        summary: { status: 'open' },
        can: { pull: { allowed: false } },
    });
    answer();
    mockSession.grow(1);
    await settle();
    mockSession.answers.getInteraction = detail(stale, { can: { ...can, pull: allowed } });
    mockSession.grow(1);
    await settle();
    expect(header(element).isMine).toBe(false);
});

it('dismisses from where the reply says that nothing is to be written any more', async () => {
    mockSession.answers.dismissInteraction = {};
    const element = await open();
    const finished = listen(element, 'finished');
    part(element, 'c-patchbay-reply').dispatchEvent(
        new CustomEvent('act', { detail: { action: 'dismiss' } }),
    );
    await settle();
    expect(mockSession.commands).toContainEqual(['dismissInteraction', { interactionId: 1 }]);
    expect(finished).toHaveLength(1);
});

it('reads it again when its original agent comes or goes, and not for others', async () => {
    const ben = { id: 2, name: 'Ben Okafor' };
    const banner = { agent: ben, presence: 'unavailable' as const, since: 1, taggingNote: 'note' };
    answer({ originalAgentBanner: banner });
    await open();
    const reads = (): number => mockSession.queries.filter(([name]) => name === 'getInteraction').length;
    const of = (id: number, presence: 'available' | 'unavailable'): void => {
        const email = { load: 0, capacity: 5 };
        const agent = { ...ben, id };
        mockSession.change({ presence: [{ agent, presence, reason: null, since: 1, email, queues: [] }] });
    };
    const before = reads();
    of(2, 'unavailable');
    of(3, 'available');
    expect(reads()).toBe(before);
    of(2, 'available');
    expect(reads()).toBe(before + 1);
});

it('splits a message off and opens what it became', async () => {
    mockSession.answers.splitMessage = { interactionId: 9 };
    const element = await open();
    const opened = listen(element, 'open');
    part(element, 'c-patchbay-timeline').dispatchEvent(
        new CustomEvent('split', { detail: { messageId: 3 } }),
    );
    await settle();
    expect(mockSession.commands).toContainEqual(['splitMessage', { interactionId: 1, messageId: 3 }]);
    expect(opened).toEqual([{ interactionId: 9 }]);
});

it('offers each message for forwarding where only the reply is refused', async () => {
    answer({ can: { ...can, reply: not('Not read.') } });
    const timeline = part(await open(), 'c-patchbay-timeline');
    expect(timeline).toMatchObject({ canForward: true });
    clear();
    answer({ can: { ...can, forward: not('Ben Okafor is working on it.') } });
    expect(part(await open(), 'c-patchbay-timeline')).toMatchObject({ canForward: false });
});

it('forwards the message that was chosen, answers all by its key, and is finished with what was discarded', async () => {
    const element = await open();
    const finished = listen(element, 'finished');
    const reply = part(element, 'c-patchbay-reply') as HTMLElement & { writeAs: jest.Mock };
    Object.defineProperty(reply, 'writeAs', { value: jest.fn() });
    const timeline = part(element, 'c-patchbay-timeline') as HTMLElement & { canForward: boolean };
    expect(timeline.canForward).toBe(true);
    timeline.dispatchEvent(new CustomEvent('forward', { detail: { messageId: 3 } }));
    const { act } = element as HTMLElement & { act(action: string): void };
    act.call(element, 'replyAll');
    act.call(element, 'forward');
    expect(reply.writeAs.mock.calls).toEqual([
        ['forward', 3],
        ['reply_all', undefined],
        ['forward', undefined],
    ]);
    reply.dispatchEvent(new CustomEvent('discarded'));
    expect(finished).toEqual([{ interactionId: 1 }]);
});

it('shows who else is here, of this interaction alone, and tells that its agent types', async () => {
    const element = await open();
    const agents = [{ agent: { id: 2, name: 'Ben' }, typing: true }];
    const shown = () =>
        (part(element, 'c-patchbay-colleagues') as HTMLElement & { agents: unknown[] }).agents;
    mockSession.change({ colleagues: { interactionId: 2, agents } });
    await settle();
    expect(shown()).toEqual([]);
    mockSession.change({ colleagues: { interactionId: 1, agents } });
    await settle();
    expect(shown()).toEqual(agents);
    part(element, '.foot').dispatchEvent(new CustomEvent('input', { bubbles: true }));
    expect(mockSession.typed).toEqual([[1, true]]);
});

it('merges with another interaction of the customer', async () => {
    answer({ can: { ...can, merge: allowed } });
    mockSession.answers.listCustomerInteractions = { items: [interaction(5)], more: false };
    const element = await open();
    choose(element, 'merge');
    await settle();
    const panel = part(element, 'c-patchbay-merge') as HTMLElement & { items: { id: number }[] };
    expect(panel.items.map(({ id }) => id)).toEqual([5]);
    panel.dispatchEvent(new CustomEvent('confirm', { detail: { intoInteractionId: 5 } }));
    await settle();
    expect(mockSession.commands).toContainEqual([
        'mergeInteraction',
        { interactionId: 1, intoInteractionId: 5 },
    ]);
});
