import Bulk from 'c/patchbayBulk';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    press,
    settle,
    words,
    must,
} from '../../../../../../local-org/gallery/mount';
import { ana, me, support } from '../../../../../../local-org/gallery/people';

import { forgetRun } from '../latestRun';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
const choices = {
    items: [{ queue: support, transferNote: 'optional', dispositions: [{ id: 8, label: 'Solved' }] }],
};
const mine = interaction(1, { tags: ['VIP'] });
const queued = interaction(2, {
    routing: { ...interaction(2).routing, state: 'queued', agent: null },
    tags: [],
});
let lastId = 0;
beforeAll(() => {
    // This browser of the tests has none.
    Object.defineProperty(crypto, 'randomUUID', { configurable: true, value: () => `c${(lastId += 1)}` });
});
beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.listQueueChoices = choices;
});
afterEach(() => {
    clear();
    forgetRun();
});

const open = (items = [mine, queued]) => {
    const element = mount(Bulk, { items, shown: 5 });
    return { element, kept: listen(element, 'keepselected'), running: listen(element, 'running') };
};
const click = async (element: Element, selector: string): Promise<void> => {
    part(element, selector).click();
    await settle(20);
};
const confirm = async (element: Element, panel: string, name: string, detail: object): Promise<void> => {
    part(element, panel).dispatchEvent(new CustomEvent(name, { detail }));
    await settle(40);
};
const actions = (element: Element): string[] =>
    parts(element, '[data-action]').map((button) => button.dataset.action ?? '');

it('is not there while nothing is selected', () => {
    expect(parts(open([]).element, 'section')).toHaveLength(0);
});

it('offers what can be done with several; assigning is for leads', () => {
    const everybody = ['close', 'pending', 'resolve', 'tag', 'transfer', 'return', 'spam', 'dismiss'];
    expect(actions(open().element)).toEqual(everybody);
    clear();
    mockSession = fakeSession({ me: { ...me, role: 'manager' } });
    expect(actions(open().element)).toContain('assign');
});

it('closes each with the outcome of its queue; what was nobody’s leaves the inbox again', async () => {
    const { element, kept, running } = open();
    await click(element, '[data-action="close"]');
    const panel = part(element, 'c-patchbay-disposition') as HTMLElement & { dispositions: { id: number }[] };
    const outcome = must(panel.dispositions[0]);
    await confirm(element, 'c-patchbay-disposition', 'confirm', { dispositionId: outcome.id, notes: 'all' });
    expect(mockSession.commands).toEqual([
        ['closeInteraction', { interactionId: 1, dispositionId: 8, notes: 'all' }],
        ['closeInteraction', { interactionId: 2, dispositionId: 8, notes: 'all' }],
        ['dismissInteraction', { interactionId: 2 }],
    ]);
    expect([kept, running]).toEqual([[{ ids: [] }], [{ running: true }, { running: false }]]);
    expect(words(part(element, '[data-id="report"] p'))).toBe('c.Patchbay_BulkDone');
    // My own stays in wrap-up, as when it is closed alone, and may be dismissed with the others.
    await click(element, '[data-id="dismiss-these"]');
    expect(mockSession.commands.at(-1)).toEqual(['dismissInteraction', { interactionId: 1 }]);
});

it('reports each that was refused, with why and what to do, and keeps it selected', async () => {
    mockSession.answers.resolveInteraction = refused('Ben is working on it.', 'Ask Ben.');
    const { element, kept } = open();
    const opened = listen(document.body, 'open');
    await click(element, '[data-action="resolve"]');
    await settle(40);
    expect(kept).toEqual([{ ids: [1, 2] }]);
    expect(words(part(element, '[data-id="report"] p'))).toBe('c.Patchbay_BulkDoneRefused');
    const rows = parts(element, '.refused li');
    expect(rows.map(words)).toEqual(
        ['#1001', '#1002'].map((number) => `${number} Maria Gonzalez Ben is working on it. Ask Ben.`),
    );
    rows[0]?.querySelector('button')?.click();
    expect(opened).toEqual([{ interactionId: 1 }]);
    await click(element, '[data-id="forget"]');
    expect(parts(element, '[data-id="report"]')).toHaveLength(0);
});

it('shows how far it is, and stops behind the one that is on its way', async () => {
    mockSession.held = true;
    const { element, kept } = open();
    await click(element, '[data-action="return"]');
    expect(part<HTMLProgressElement>(element, 'progress')).toMatchObject({ max: 2, value: 0 });
    await click(element, '[data-id="stop"]');
    expect(part<HTMLButtonElement>(element, '[data-id="stop"]').disabled).toBe(true);
    mockSession.release();
    await settle(40);
    expect(mockSession.commands).toEqual([['returnToQueue', { interactionId: 1 }]]);
    expect(kept).toEqual([{ ids: [2] }]);
});

it('goes on while the list is not on the screen, and reports where it is back', async () => {
    mockSession.held = true;
    mockSession.answers.returnToQueue = refused('It is Closed.', 'Dismiss it.');
    await click(open().element, '[data-action="return"]');
    clear();
    mockSession.held = false;
    mockSession.release();
    await settle(40);
    expect(mockSession.commands).toHaveLength(2);
    const { element } = open([]);
    await settle();
    expect(parts(element, '.refused li')).toHaveLength(2);
    await click(element, '[data-id="forget"]');
    clear();
    expect(parts(open([]).element, 'section')).toHaveLength(0);
});

it('shows nobody what another one did on this page', async () => {
    await click(open([mine]).element, '[data-action="return"]');
    clear();
    mockSession = fakeSession({ me: { ...me, agent: { id: 77, name: 'Else' } } });
    expect(parts(open([]).element, 'section')).toHaveLength(0);
});

it('says that it waits for the connection', async () => {
    mockSession.held = true;
    const { element } = open();
    await click(element, '[data-action="return"]');
    mockSession.change({ phase: 'offline' });
    await settle();
    expect(words(part(element, '.running'))).toContain('c.Patchbay_BulkOffline');
});

it('tags them all, takes a tag off those that have it, and keeps them selected for the next', async () => {
    const { element, kept } = open();
    await click(element, '[data-action="tag"]');
    await confirm(element, 'c-patchbay-tag-field', 'pick', { name: 'Refund' });
    await click(element, '[data-action="tag"]');
    await click(element, '[data-name="VIP"]');
    await settle(40);
    expect(mockSession.commands).toEqual([
        ['addTag', { interactionId: 1, name: 'Refund' }],
        ['addTag', { interactionId: 2, name: 'Refund' }],
        ['removeTag', { interactionId: 1, name: 'VIP' }],
    ]);
    expect(kept).toEqual([]);
});

it.each([
    ['pending', 'c-patchbay-follow-up', { followUpAt: 9 }, 'setPending', { followUpAt: 9 }],
    ['spam', 'c-patchbay-spam', { reason: 'Ads', scope: null }, 'markSpam', { reason: 'Ads' }],
    [
        'transfer',
        'c-patchbay-transfer',
        { toQueueId: 2, note: 'x', holdIfAway: false },
        'transferInteraction',
        { toQueueId: 2, note: 'x', holdIfAway: false },
    ],
])('%s asks first, then does it with each', async (action, panel, detail, command, args) => {
    const { element } = open([mine]);
    await click(element, `[data-action="${action}"]`);
    await confirm(element, panel, 'confirm', detail);
    expect(mockSession.commands).toEqual([[command, { interactionId: 1, ...args }]]);
});

it('lets a lead assign them', async () => {
    mockSession = fakeSession({ me: { ...me, role: 'manager' } });
    const { element } = open([mine]);
    await click(element, '[data-action="assign"]');
    await confirm(element, 'c-patchbay-assign', 'confirm', { agentId: ana.id, name: ana.name });
    expect(mockSession.commands).toEqual([['assignInteraction', { interactionId: 1, agentId: ana.id }]]);
});

it('closes its panel by Escape, selects all and clears', async () => {
    const { element } = open();
    const heard = [...['selectall', 'clear'].map((name) => listen(element, name))];
    await click(element, '[data-action="spam"]');
    press(part(element, '.bulk'), 'Escape');
    await settle();
    expect(parts(element, 'c-patchbay-spam')).toHaveLength(0);
    part(element, '[data-id="all"]').click();
    part(element, '[data-id="clear"]').click();
    expect(heard.map(({ length }) => length)).toEqual([1, 1]);
});

/** A reload: the page knows nothing of what it did, the tab does. */
async function reload(): Promise<HTMLElement> {
    clear();
    const kept = sessionStorage.getItem('patchbay.bulk') ?? '';
    forgetRun();
    sessionStorage.setItem('patchbay.bulk', kept);
    mockSession = fakeSession();
    const { element } = open([]);
    await settle(40);
    return element;
}

it('keeps the report through a reload until it is dismissed', async () => {
    mockSession.answers.resolveInteraction = refused('Ben is working on it.', 'Ask Ben.');
    await click(open().element, '[data-action="resolve"]');
    await settle(40);
    const element = await reload();
    expect(words(part(element, '[data-id="report"] p'))).toBe('c.Patchbay_BulkDoneRefused');
    expect(parts(element, '.refused li')).toHaveLength(2);
    expect(mockSession.commands).toEqual([]);
    await click(element, '[data-id="forget"]');
    expect(parts(await reload(), 'section')).toHaveLength(0);
});

it('interrupted by a reload, says which were done and which not, and goes on when told to', async () => {
    mockSession.held = true;
    await click(open().element, '[data-action="return"]');
    const element = await reload();
    // What was on its way is asked for by its id; the other is left alone.
    expect(mockSession.commands).toEqual([['returnToQueue', { interactionId: 1 }]]);
    expect(parts(element, '.refused li').map(words)).toEqual([
        '#1002 Maria Gonzalez c.Patchbay_BulkNotTried',
        '#1001 Maria Gonzalez c.Patchbay_BulkWasDone',
    ]);
    await click(element, '[data-id="go-on"]');
    await settle(40);
    expect(mockSession.commands.at(-1)).toEqual(['returnToQueue', { interactionId: 2 }]);
    expect(words(part(element, '[data-id="report"] p'))).toBe('c.Patchbay_BulkDone');
    expect(parts(element, '[data-id="go-on"]')).toHaveLength(0);
});

it('shows its own run where the page has another bar that hears of every change', async () => {
    mockSession.held = true;
    const { element } = open();
    mount(Bulk, { items: [] });
    await click(element, '[data-action="return"]');
    mockSession.change({ phase: 'ready' });
    mockSession.held = false;
    mockSession.release();
    await settle(40);
    expect(words(part(element, '[data-id="report"] p'))).toBe('c.Patchbay_BulkDone');
});
