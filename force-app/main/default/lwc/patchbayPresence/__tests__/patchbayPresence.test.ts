import Presence from 'c/patchbayPresence';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { me } from '../../../../../../local-org/gallery/people';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    press,
    settle,
    words,
} from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

async function openMenu(props: object = {}): Promise<HTMLElement> {
    const element = mount(Presence, { me: { ...me, ...props } });
    part(element, '[data-id="presence"]').click();
    await settle();
    return element;
}

it('lists Available, Unavailable and every reason, with the current one marked', async () => {
    const element = await openMenu();
    const items = parts(element, '[role="menuitemradio"]');
    expect(items.map(({ dataset }) => dataset.key)).toEqual([
        'available:',
        'unavailable:',
        'unavailable:Lunch',
        'unavailable:Training',
        'unavailable:Back office',
    ]);
    expect(items.map((item) => item.getAttribute('aria-checked'))).toEqual([
        'true',
        'false',
        'false',
        'false',
        'false',
    ]);
});

it('changes the status with its reason, and not to what it is', async () => {
    const element = await openMenu();
    const changes = listen(element, 'statuschange');
    parts(element, '.item')[2]?.click();
    part(element, '[data-id="presence"]').click();
    await settle();
    parts(element, '.item')[0]?.click();
    expect(changes).toEqual([{ status: 'unavailable', reason: 'Lunch' }]);
});

it('is left by Escape', async () => {
    const element = await openMenu();
    press(part(element, '.menu'), 'Escape');
    await settle();
    expect(parts(element, '.menu')).toHaveLength(0);
});

it('says when work comes again outside working hours', async () => {
    expect(parts(await openMenu(), '.note')).toHaveLength(0);
    expect(words(part(await openMenu({ withinWorkingHours: false }), '.note'))).toBe(
        'c.Patchbay_OutsideHoursUntil',
    );
    expect(
        words(part(await openMenu({ withinWorkingHours: false, nextWorkingBoundaryAt: null }), '.note')),
    ).toBe('c.Patchbay_OutsideHours');
});

it('offers no pause without a reason where one is required', async () => {
    const element = mount(Presence, { me: { ...me, pauseReasonRequired: true } });
    part(element, '[data-id="presence"]').click();
    await settle();
    const keys = parts(element, '[data-key]').map(({ dataset }) => dataset.key);
    expect(keys).not.toContain('unavailable:');
    expect(keys).toContain('unavailable:Lunch');
});
