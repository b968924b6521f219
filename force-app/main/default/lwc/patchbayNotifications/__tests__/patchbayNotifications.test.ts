import Notifications from 'c/patchbayNotifications';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { notifications, offer } from '../../../../../../local-org/gallery/interactions';
import { clear, listen, mount, part, parts, press, settle } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

it('counts the unread and says them read when it is opened', async () => {
    const element = mount(Notifications, { notifications });
    const read = listen(element, 'read');
    expect(part(element, '.badge').textContent).toBe('2');
    part(element, '[data-id="bell"]').click();
    await settle();
    expect(read).toEqual([{ upToId: 91 }]);
    expect(parts(element, '.row')).toHaveLength(4);
});

it('opens what a notification is about, and closes', async () => {
    const element = mount(Notifications, { notifications });
    const opened = listen(element, 'open');
    part(element, '[data-id="bell"]').click();
    await settle();
    parts(element, '.row')[0]?.click();
    await settle();
    expect(opened).toEqual([{ interactionId: 2 }]);
    expect(parts(element, '.panel')).toHaveLength(0);
});

it('says what will come where nothing is, and is left by Escape', async () => {
    const element = mount(Notifications, { notifications: [] });
    const read = listen(element, 'read');
    part(element, '[data-id="bell"]').click();
    await settle();
    expect(parts(element, 'c-patchbay-empty')).toHaveLength(1);
    press(part(element, '.panel'), 'Escape');
    await settle();
    expect(parts(element, '.panel')).toHaveLength(0);
    expect(read).toHaveLength(0);
});

it('passes on what the agent sets', async () => {
    const element = mount(Notifications, { notifications, notifyBy: {} });
    const changed = listen(element, 'notifychange');
    part(element, '[data-id="bell"]').click();
    await settle();
    part(element, '[data-id="settings"]').click();
    await settle();
    part(element, 'c-patchbay-notify-settings').dispatchEvent(
        new CustomEvent('notifychange', { detail: { kind: 'offer', sound: false, desktop: true } }),
    );
    expect(changed).toEqual([{ kind: 'offer', sound: false, desktop: true }]);
});

it('has what rings now first, counted while it rings, and opens it', async () => {
    const element = mount(Notifications, { notifications: [], offers: [offer] });
    const read = listen(element, 'read');
    const opened = listen(element, 'open');
    expect(part(element, '.badge').textContent).toBe('1');
    part(element, '[data-id="bell"]').click();
    await settle();
    expect(read).toHaveLength(0);
    part(element, '.row').click();
    expect(opened).toEqual([{ interactionId: 9 }]);
});
