import { must } from '../../../../../../local-org/gallery/mount';
import { startAlerts } from 'c/patchbayAlerts';
import { fakeSession, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { notifications, offer } from '../../../../../../local-org/gallery/interactions';
import { me } from '../../../../../../local-org/gallery/people';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
const shown: string[] = [];
const FakeNotification = Object.assign(
    function show(title: string) {
        shown.push(title);
    },
    { permission: 'granted' },
);
beforeEach(() => {
    shown.length = 0;
    Object.assign(globalThis, { Notification: FakeNotification });
    mockSession = fakeSession({ notifications: [must(notifications[0])] });
});

it('shows what is new on the desktop, once for utility and workspace together', () => {
    const stopOne = startAlerts();
    const stopTwo = startAlerts();
    mockSession.change({ offers: [offer] });
    mockSession.change({ offers: [offer] });
    expect(shown).toHaveLength(1);
    stopOne();
    stopTwo();
    mockSession.change({ offers: [{ ...offer, id: 52 }] });
    expect(shown).toHaveLength(1);
});

it('keeps quiet about what was there at the start, is read, or is switched off', () => {
    mockSession.state = {
        ...mockSession.state,
        me: { ...me, notifyBy: { ...me.notifyBy, offer: { sound: false, desktop: false } } },
    };
    const stop = startAlerts();
    mockSession.change({
        offers: [offer],
        notifications: [...notifications.slice(0, 1), { ...must(notifications[3]), id: 99 }],
    });
    expect(shown).toHaveLength(0);
    mockSession.change({ notifications: [{ ...must(notifications[0]), id: 100 }] });
    expect(shown).toHaveLength(1);
    stop();
});

it('leaves it to the one tab that holds the lock, and speaks once it is its turn', async () => {
    let grant: () => void = () => {};
    const request = (_name: string, _options: object, held: () => Promise<void>): Promise<void> =>
        new Promise((resolve) => {
            grant = () => resolve(held());
        });
    Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
    const stop = startAlerts();
    mockSession.change({ offers: [offer] });
    expect(shown).toHaveLength(0);
    grant();
    await Promise.resolve();
    mockSession.change({ offers: [offer, { ...offer, id: 53 }] });
    expect(shown).toHaveLength(1);
    stop();
    Reflect.deleteProperty(navigator, 'locks');
});
