import Inbox from 'c/patchbayInbox';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { heldForMe, interaction, mine, queued } from '../../../../../../local-org/gallery/interactions';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    press,
    settle,
    must,
} from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

beforeEach(() => {
    mockSession = fakeSession({ mine, heldForMe });
    mockSession.answers.listInteractions = { items: [], more: false };
});
afterEach(clear);

type Row = HTMLElement & { item: { id: number }; takeable: boolean; goneText: string | null };
const rows = (element: Element): number[] =>
    (parts(element, 'c-patchbay-inbox-row') as Row[]).map(({ item }) => item.id);

it('shows mine and what is held for me, each counted', async () => {
    const element = mount(Inbox);
    await settle();
    expect(rows(element)).toEqual([1, 2, 3, 4]);
    expect(parts(element, '.count').map((count) => count.textContent)).toEqual([
        '3',
        '1',
        '2',
        '',
        '',
        '',
        '',
        '',
    ]);
});

it('says what will come where nothing is', async () => {
    mockSession = fakeSession();
    const element = mount(Inbox);
    await settle();
    const headings = (parts(element, 'c-patchbay-empty') as (HTMLElement & { heading: string })[]).map(
        ({ heading }) => heading,
    );
    expect(headings).toEqual(['c.Patchbay_MineEmpty', 'c.Patchbay_HeldEmpty', 'c.Patchbay_QueueEmpty']);
});

it('holds still under the pointer: a new row waits behind a pill', async () => {
    const element = mount(Inbox);
    await settle();
    part(element, '.inbox').dispatchEvent(new CustomEvent('pointerenter'));
    mockSession.change({ mine: [interaction(20), ...mine] });
    await settle();
    expect(rows(element)).toEqual([1, 2, 3, 4]);
    part(element, '[data-id="fresh"]').click();
    await settle();
    expect(rows(element)[0]).toBe(20);
    expect(parts(element, '[data-id="fresh"]')).toHaveLength(0);
});

it('lets new rows in when nobody points at it', async () => {
    const element = mount(Inbox);
    await settle();
    mockSession.change({ mine: [interaction(20), ...mine] });
    await settle();
    expect(rows(element)[0]).toBe(20);
});

it('takes a row out of the queue', async () => {
    mockSession.answers.listInteractions = { items: queued, more: false };
    mockSession.state = {
        ...mockSession.state,
        mine: [],
        heldForMe: [],
        me: { ...must(mockSession.state.me), queues: [{ id: 1, name: 'Support' }] },
    };
    const element = mount(Inbox);
    const taken = listen(element, 'taken');
    await settle();
    const row = parts(element, 'c-patchbay-inbox-row')[0] as Row;
    expect(row.takeable).toBe(true);
    row.dispatchEvent(
        new CustomEvent('take', { detail: { interactionId: 5 }, bubbles: true, composed: true }),
    );
    await settle();
    expect(mockSession.commands).toContainEqual(['pullInteraction', { interactionId: 5 }]);
    expect(taken).toEqual([{ interactionId: 5 }]);
});

it('says why a pull was refused', async () => {
    mockSession.answers.pullNext = refused('You are at capacity.', 'Close one first.');
    const element = mount(Inbox);
    await settle();
    part(element, 'c-patchbay-queue-counters').dispatchEvent(
        new CustomEvent('takenext', { detail: { queueId: 1 } }),
    );
    await settle();
    const shown = part(element, 'c-patchbay-refusal') as HTMLElement & { message: string; nextStep: string };
    expect([shown.message, shown.nextStep]).toEqual(['You are at capacity.', 'Close one first.']);
});

it('reads a section when it is opened, and shows what went wrong with a retry', async () => {
    mockSession.answers.listInteractions = refused('The server cannot be reached.');
    const element = mount(Inbox);
    await settle();
    part(element, '[data-name="closed"]').click();
    await settle();
    expect(mockSession.queries.filter(([, args]) => args.list === 'closed')).toHaveLength(1);
    part(element, '[data-section="closed"] c-patchbay-refusal').dispatchEvent(new CustomEvent('act'));
    await settle();
    expect(mockSession.queries.filter(([, args]) => args.list === 'closed')).toHaveLength(2);
});

it('moves by arrows through all open sections and stops at the ends', async () => {
    const element = mount(Inbox, { currentId: 1 });
    await settle();
    const focused = jest.fn();
    parts(element, 'c-patchbay-inbox-row').forEach((row) =>
        row.addEventListener('focusin', () => focused((row as Row).item.id)),
    );
    press(part(element, '.inbox'), 'ArrowDown');
    press(part(element, '.inbox'), 'ArrowDown');
    press(part(element, '.inbox'), 'ArrowDown');
    press(part(element, '.inbox'), 'ArrowDown');
    await settle();
    const focusable = (parts(element, 'c-patchbay-inbox-row') as (Row & { focusable: boolean })[]).filter(
        (row) => row.focusable,
    );
    expect(focusable.map(({ item }) => item.id)).toEqual([4]);
});

it('says whose it is in what is with others', async () => {
    const routing = { ...interaction(8).routing, agent: null, heldFor: { id: 2, name: 'Ben Okafor' } };
    const element = mount(Inbox);
    await settle();
    mockSession.answers.listInteractions = { items: [interaction(8, { routing })], more: false };
    part(element, '[data-name="with_others"]').click();
    await settle();
    const row = part(element, '[data-section="with_others"] c-patchbay-inbox-row') as Row & { whose: string };
    expect([row.item.id, row.whose, row.takeable]).toEqual([8, 'Ben Okafor', false]);
});

it('reads the Spam list when it is opened, and again when told that it changed', async () => {
    type Refreshable = HTMLElement & { refresh(): void };
    const { state } = mockSession;
    mockSession.state = { ...state, me: { ...must(state.me), queues: [] } };
    const element = mount(Inbox) as Refreshable;
    await settle();
    const asked = (): number => mockSession.queries.filter(([, { list }]) => list === 'spam').length;
    element.refresh();
    expect(asked()).toBe(0);
    mockSession.answers.listInteractions = { items: [interaction(8)], more: false };
    part(element, '[data-name="spam"]').click();
    await settle();
    expect(part<Row>(element, '[data-section="spam"] c-patchbay-inbox-row').item.id).toBe(8);
    element.refresh();
    expect(asked()).toBe(2);
});

describe('several at once', () => {
    type Bulk = HTMLElement & { items: { id: number }[]; shown: number };
    const bulk = (element: Element): Bulk => part<Bulk>(element, 'c-patchbay-bulk');
    const chosen = (element: Element): number[] => bulk(element).items.map(({ id }) => id);
    const select = async (element: Element, interactionId: number, isRange = false): Promise<void> => {
        const row = must(
            (parts(element, 'c-patchbay-inbox-row') as Row[]).find(({ item }) => item.id === interactionId),
        );
        row.dispatchEvent(new CustomEvent('selectrow', { detail: { interactionId, isRange } }));
        await settle();
    };
    const tell = async (element: Element, name: string, detail: object = {}): Promise<void> => {
        bulk(element).dispatchEvent(new CustomEvent(name, { detail }));
        await settle();
    };

    it('are selected one by one and by range, all of the list, and let go by Escape', async () => {
        const element = mount(Inbox);
        await settle();
        await select(element, 1);
        await select(element, 3, true);
        expect(chosen(element)).toEqual([1, 2, 3]);
        await select(element, 2);
        expect(chosen(element)).toEqual([1, 3]);
        expect(bulk(element).shown).toBe(3);
        await tell(element, 'selectall');
        expect(chosen(element)).toEqual([1, 2, 3]);
        press(part(element, '.inbox'), 'Escape');
        await settle();
        expect(chosen(element)).toEqual([]);
    });

    it('stand still while something is done with them; what is left stays selected', async () => {
        const element = mount(Inbox);
        await settle();
        await select(element, 1);
        await select(element, 2);
        await tell(element, 'running', { running: true });
        mockSession.change({ mine: mine.slice(1) });
        await settle();
        expect(rows(element)).toEqual([1, 2, 3, 4]);
        expect((parts(element, 'c-patchbay-inbox-row') as Row[])[0]?.goneText).toBe('c.Patchbay_RowGone');
        await tell(element, 'keepselected', { ids: [2] });
        await tell(element, 'running', { running: false });
        expect([rows(element), chosen(element)]).toEqual([[2, 3, 4], [2]]);
    });

    it('are selected no more once they have left', async () => {
        const element = mount(Inbox);
        await settle();
        await select(element, 1);
        mockSession.change({ mine: mine.slice(1) });
        await settle();
        expect(chosen(element)).toEqual([]);
    });

    it('leave the arrows to what is typed in the bar', async () => {
        const element = mount(Inbox, { currentId: 1 });
        await settle();
        press(bulk(element), 'ArrowDown');
        await settle();
        const focusable = (parts(element, 'c-patchbay-inbox-row') as (Row & { focusable: boolean })[]).filter(
            (row) => row.focusable,
        );
        expect(focusable.map(({ item }) => item.id)).toEqual([1]);
    });
});

it('shows a lead the lines of those who report to them', async () => {
    const me = { ...must(mockSession.state.me), queues: [] };
    const counted = mockSession.state.queues.map(({ queue }) => queue.id);
    mockSession.state = { ...mockSession.state, me: { ...me, role: 'manager' } };
    mount(Inbox);
    await settle();
    const asked = (): unknown[] =>
        mockSession.queries.filter(([, args]) => args.list === 'queue').map(([, args]) => args.queueId);
    expect(asked()).toEqual(counted);
    clear();
    mockSession = fakeSession({ me });
    mount(Inbox);
    await settle();
    expect(asked()).toEqual([]);
});

it('reads an open Spam list again when something joined or left it, and a closed one not', async () => {
    const reads = () =>
        mockSession.queries.filter(([name, { list }]) => name === 'listInteractions' && list === 'spam')
            .length;
    const element = mount(Inbox);
    await settle();
    mockSession.change({ spamVersion: 1 });
    await settle();
    expect(reads()).toBe(0);
    part(element, '[data-name=spam]').click();
    await settle();
    expect(reads()).toBe(1);
    mockSession.change({ spamVersion: 2 });
    mockSession.change({ spamVersion: 2 });
    await settle();
    expect(reads()).toBe(2);
});
