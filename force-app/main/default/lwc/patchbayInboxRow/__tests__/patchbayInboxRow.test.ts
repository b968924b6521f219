import InboxRow from 'c/patchbayInboxRow';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { interaction, queued } from '../../../../../../local-org/gallery/interactions';
import { clear, listen, mount, part, parts, press, words } from '../../../../../../local-org/gallery/mount';
import { waitOf } from '../wait';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

it('opens and takes by id, and both reach whoever lists it', () => {
    const element = mount(InboxRow, { item: queued[0], takeable: true });
    const opened = listen(document.body, 'open');
    const taken = listen(document.body, 'take');
    part(element, '.row').click();
    part(element, '.take').click();
    expect([opened, taken]).toEqual([[{ interactionId: 5 }], [{ interactionId: 5 }]]);
});

it('marks unread for the eye and the ear, but not while it is open', () => {
    const item = interaction(1, { unread: true });
    expect(words(part(mount(InboxRow, { item }), '.slds-assistive-text'))).toBe('c.Patchbay_Unread');
    expect(parts(mount(InboxRow, { item, current: true }), '.slds-assistive-text')).toHaveLength(0);
});

it('can be neither opened nor taken once it is gone', () => {
    const element = mount(InboxRow, { item: queued[0], takeable: true, goneText: 'No longer here' });
    expect(part<HTMLButtonElement>(element, '.row').disabled).toBe(true);
    expect(parts(element, '.take')).toHaveLength(0);
});

it('names a mail without a subject and a sender without a name', () => {
    const item = interaction(1, { subject: '', customer: { name: '', address: 'x@example.com' } });
    const text = words(part(mount(InboxRow, { item }), '.row'));
    expect(text).toContain('c.Patchbay_NoSubject');
    expect(text).toContain('x@example.com');
});

it('counts one thing: wrap-up before hold before follow-up before the customer’s wait', () => {
    const held = { ...interaction(1).routing, state: 'held' as const, until: 9 };
    expect(waitOf(interaction(1, { wrapUp: { since: 5, endsAt: null }, routing: held }))).toMatchObject({
        since: 5,
    });
    expect(waitOf(interaction(1, { routing: held }))).toMatchObject({ at: 9, isTime: true });
    expect(waitOf(interaction(1, { waitingSince: 4 }))).toMatchObject({ since: 4 });
    expect(waitOf(interaction(1, { waitingSince: 4, status: 'closed' }))).toBeNull();
});

it('shows two tags and how many more there are; its title names them all', () => {
    const tagged = (tags: string[]) => mount(InboxRow, { item: interaction(1, { tags }) });
    const shown = (element: Element): string[] => parts(element, '.pb-tag, .more-tags').map(words);
    expect(shown(tagged([]))).toEqual([]);
    expect(shown(tagged(['a', 'b']))).toEqual(['a', 'b']);
    const many = tagged(['a', 'b', 'c', 'd']);
    expect(shown(many)).toEqual(['a', 'b', 'c.Patchbay_TagMore']);
    expect(part(many, '.row').title).toContain('c.Patchbay_TagsOf');
});

describe('a service target', () => {
    const target = { kind: 'first_reply' as const, dueAt: 9, warnAt: 5 };

    it("stands where the customer's wait would", () => {
        const element = mount(InboxRow, { item: interaction(1, { waitingSince: 4, target }) });
        expect(parts(element, 'c-patchbay-target.wait')).toHaveLength(1);
        expect(parts(element, 'c-patchbay-timer')).toHaveLength(0);
    });

    it('stands below what else is counted', () => {
        const routing = { ...interaction(1).routing, state: 'held' as const, until: 9 };
        const element = mount(InboxRow, { item: interaction(1, { routing, target }) });
        expect(parts(element, '.below c-patchbay-target')).toHaveLength(1);
        expect(parts(element, 'c-patchbay-time.wait')).toHaveLength(1);
    });

    it('that stands still is not shown', () => {
        const item = interaction(1, { target: { ...target, dueAt: null, warnAt: null } });
        const element = mount(InboxRow, { item });
        expect(parts(element, 'c-patchbay-target')).toHaveLength(0);
        expect(parts(element, 'c-patchbay-timer')).toHaveLength(1);
    });
});

describe('selecting', () => {
    const row = (props: object) => {
        const element = mount(InboxRow, { item: interaction(1), ...props });
        return { element, selected: listen(element, 'selectrow'), opened: listen(element, 'open') };
    };

    it('is by the box and by Space, with Shift up to here; Enter opens', () => {
        const { element, selected, opened } = row({ selectable: true });
        part(element, '[data-select]').dispatchEvent(new MouseEvent('click', { shiftKey: true }));
        press(part(element, '.row'), ' ');
        press(part(element, '.row'), ' ', { shiftKey: true });
        press(part(element, '.row'), 'Enter');
        part(element, '.row').click();
        expect(selected).toEqual([
            { interactionId: 1, isRange: true },
            { interactionId: 1, isRange: false },
            { interactionId: 1, isRange: true },
        ]);
        expect(opened).toHaveLength(1);
    });

    it('is not where nothing is done with several, nor once it is gone', () => {
        const plain = row({});
        press(part(plain.element, '.row'), ' ');
        expect([parts(plain.element, '[data-select]').length, plain.selected.length]).toEqual([0, 0]);
        expect(parts(row({ selectable: true, goneText: 'No longer here' }).element, '[data-select]')).toEqual(
            [],
        );
    });
});
