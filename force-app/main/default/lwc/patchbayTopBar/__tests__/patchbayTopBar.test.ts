import TopBar from 'c/patchbayTopBar';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { queues, support } from '../../../../../../local-org/gallery/people';
import { notifications } from '../../../../../../local-org/gallery/interactions';
import { clear, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
beforeEach(() => {
    mockSession = fakeSession({ notifications });
});
afterEach(clear);

const status = (element: Element): void => {
    part(element, 'c-patchbay-presence').dispatchEvent(
        new CustomEvent('statuschange', { detail: { status: 'unavailable', reason: 'Lunch' } }),
    );
};

it('shows the new status at once and takes it back when it is refused', async () => {
    mockSession.held = true;
    mockSession.answers.setStatus = refused('Pausing needs a reason.', 'Choose one.');
    const element = mount(TopBar);
    status(element);
    await settle();
    expect(part(element, 'c-patchbay-presence')).toMatchObject({ expected: 'unavailable' });
    mockSession.release();
    await settle();
    expect(part(element, 'c-patchbay-presence')).toMatchObject({ expected: null });
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({
        message: 'Pausing needs a reason.',
        nextStep: 'Choose one.',
    });
    expect(mockSession.commands).toEqual([['setStatus', { status: 'unavailable', reason: 'Lunch' }]]);
});

it('says since when it is offline', async () => {
    const element = mount(TopBar);
    expect(parts(element, 'c-patchbay-offline-bar')).toHaveLength(0);
    mockSession.change({ phase: 'offline', offlineSince: 77, pendingCommands: 2 });
    await settle();
    expect(part(element, 'c-patchbay-offline-bar')).toMatchObject({ since: 77 });
    expect(part(element, '[role="status"]').textContent).toBe('c.Patchbay_PendingCommands');
});

it('counts read notifications as read before the server says so', async () => {
    const element = mount(TopBar);
    const bell = (): { notifications: { read: boolean }[] } =>
        part(element, 'c-patchbay-notifications') as never;
    part(element, 'c-patchbay-notifications').dispatchEvent(
        new CustomEvent('read', { detail: { upToId: 91 } }),
    );
    await settle();
    expect(bell().notifications.every(({ read }) => read)).toBe(true);
    expect(mockSession.commands).toEqual([['markNotificationsRead', { upToId: 91 }]]);
});

it('shows what waits to who holds the permission, and what they hide at once', async () => {
    const { me } = mockSession.state;
    mockSession.change({ me: me && { ...me, permissions: [] } });
    const element = mount(TopBar);
    expect(parts(element, 'c-patchbay-channel-counters')).toHaveLength(0);
    mockSession.change({ me: me && { ...me, permissions: ['queue_counters'], queues: [support] } });
    await settle();
    const counters = part(element, 'c-patchbay-channel-counters');
    expect(counters).toMatchObject({ counters: [queues[0]], hiddenChannels: [] });
    mockSession.held = true;
    counters.dispatchEvent(new CustomEvent('change', { detail: { channels: ['chat'] } }));
    await settle();
    expect(counters).toMatchObject({ hiddenChannels: ['chat'] });
    expect(mockSession.commands).toEqual([['setHiddenCounters', { channels: ['chat'] }]]);
});
