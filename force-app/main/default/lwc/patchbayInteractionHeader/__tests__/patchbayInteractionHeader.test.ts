import Header from 'c/patchbayInteractionHeader';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import { allowed, can, detail, not } from '../../../../../../local-org/gallery/thread';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';
import { buttonsOf, menuOf } from '../headerActions';
import { timerOf } from '../headerTimer';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

const no = not('no');
const brands = (given: ReturnType<typeof detail>, canAccept = false): string[] =>
    buttonsOf(given, canAccept)
        .filter(({ className }) => className.includes('brand'))
        .map(({ action }) => action);

describe('one primary action per state', () => {
    it.each([
        ['offered to me', detail(undefined, { can: { ...can, reply: no } }), true, ['accept']],
        ['in the queue', detail(undefined, { can: { ...can, pull: allowed } }), false, ['take']],
        [
            'in wrap-up',
            detail(interaction(1, { wrapUp: { since: 0, endsAt: null } }), {
                can: { ...can, dismiss: allowed },
            }),
            false,
            ['dismiss'],
        ],
        ['mine: it is the composer’s Send', detail(), false, []],
    ])('%s', (_state, given, canAccept, expected) => {
        expect(brands(given, canAccept)).toEqual(expected);
    });
});

it('offers assigning to those who may, and my own what is worked with', () => {
    const actions = (given: ReturnType<typeof detail>, mine: boolean): string[] =>
        menuOf(given, mine).map(({ action }) => action);
    expect(actions(detail(), true)).toEqual([
        'pending',
        'resolve',
        'priority',
        'return',
        'macros',
        'merge',
        'markSpam',
        'blockSender',
    ]);
    expect(
        actions(detail(undefined, { can: { ...can, assign: allowed, setPending: no, resolve: no } }), false),
    ).toEqual(['priority', 'assign', 'markSpam', 'blockSender']);
    expect(actions(detail(interaction(1, { status: 'resolved' })), true)).toContain('reopen');
});

it('spam can be released and its sender blocked, and is not marked again (E12)', () => {
    const none = { ...can, setPending: no, resolve: no, markSpam: no, setPriority: no };
    const actions = (spam: boolean): string[] =>
        menuOf(detail(undefined, { spam, can: none }), false).map(({ action }) => action);
    expect(actions(true)).toEqual(['releaseSpam', 'blockSender']);
    expect(actions(false)).toEqual([]);
});

it('counts what matters now: wrap-up, hold, follow-up, then the customer’s wait', () => {
    const held = { ...interaction(1).routing, state: 'held' as const, until: 9 };
    expect(timerOf(interaction(1, { wrapUp: { since: 5, endsAt: 7 } }))).toMatchObject({
        until: 7,
        isTime: false,
    });
    expect(timerOf(interaction(1, { routing: held }))).toMatchObject({ at: 9, isTime: true });
    expect(timerOf(interaction(1, { status: 'pending', followUpAt: 11 }))).toMatchObject({ at: 11 });
    expect(timerOf(interaction(1, { waitingSince: 3 }))).toMatchObject({ since: 3 });
    expect(timerOf(interaction(1, { waitingSince: null }))).toBeNull();
});

it('tells which action was chosen', () => {
    const element = mount(Header, { detail: detail(), isMine: true });
    const acted = listen(element, 'act');
    part(element, '[data-action="close"]').click();
    part(element, '[data-id="menu"]').dispatchEvent(
        new CustomEvent('select', { detail: { value: 'resolve' } }),
    );
    expect(acted).toEqual([{ action: 'close' }, { action: 'resolve' }]);
});

it('opens the whole why with one click', async () => {
    const element = mount(Header, { detail: detail() });
    const why = part(element, '[data-id="why"]');
    expect(why.getAttribute('aria-expanded')).toBe('false');
    why.click();
    await settle();
    expect(why.getAttribute('aria-expanded')).toBe('true');
    expect(parts(element, '[data-id="customer"]')).toHaveLength(0);
});

it('says how soon it is wanted where that is not as usual', () => {
    const shown = (priority: 'urgent' | 'normal'): number =>
        parts(mount(Header, { detail: detail(interaction(1, { priority })) }), 'c-patchbay-priority').length;
    expect([shown('urgent'), shown('normal')]).toEqual([1, 0]);
});

it('has the tags, to be changed by who may work on it, and opens their field by key', async () => {
    const given = detail(interaction(1, { tags: ['VIP'] }));
    const element = mount(Header, { detail: given }) as HTMLElement & { openTags(): void };
    const tags = part(element, 'c-patchbay-tags') as HTMLElement & { tags: string[]; editable: boolean };
    expect([tags.tags, tags.editable]).toEqual([['VIP'], true]);
    element.openTags();
    await settle();
    expect(parts(tags, 'c-patchbay-tag-field')).toHaveLength(1);
    const read = mount(Header, { detail: { ...given, can: { ...can, tag: no } } });
    expect(part(read, 'c-patchbay-tags')).toMatchObject({ editable: false });
});
