import Workspace from 'c/patchbayWorkspace';
import { openInteraction } from 'c/patchbaySelection';
import { fakeSession, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { interaction, mine, offer } from '../../../../../../local-org/gallery/interactions';
import { detail } from '../../../../../../local-org/gallery/thread';
import { clear, mount, must, part, parts, press, settle } from '../../../../../../local-org/gallery/mount';
import { widthOf } from '../panes';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    mockSession = fakeSession({ mine, offers: [offer] });
    mockSession.answers.getInteraction = detail();
    // jsdom lays nothing out; a workspace without a width is a hidden tab.
    jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1280);
});
afterEach(() => {
    clear();
    jest.restoreAllMocks();
});

type Opened = HTMLElement & { interactionId: number; startWriting: boolean };
const opened = (element: Element): Opened => part(element, 'c-patchbay-interaction') as Opened;

it.each([
    [1200, 'wide'],
    [1199, 'medium'],
    [700, 'medium'],
    [699, 'narrow'],
])('at %d px it is %s', (pixels, width) => {
    expect(widthOf(pixels)).toBe(width);
});

it.each([
    ['signed_out', 'c-patchbay-sign-in'],
    ['failed', 'c-patchbay-empty'],
    ['loading', 'c-patchbay-skeleton'],
] as const)('while %s shows %s', async (phase, shown) => {
    mockSession = fakeSession({ phase, me: null, problem: 'why' });
    const element = mount(Workspace);
    expect(parts(element, shown)).toHaveLength(1);
    expect(parts(element, 'c-patchbay-inbox')).toHaveLength(0);
});

it('goes on showing everything while offline', () => {
    mockSession = fakeSession({ phase: 'offline', offlineSince: 5, mine });
    expect(parts(mount(Workspace), 'c-patchbay-inbox')).toHaveLength(1);
});

it('opens what a row, a notification or the utility asks for', async () => {
    const element = mount(Workspace);
    part(element, 'c-patchbay-inbox').dispatchEvent(
        new CustomEvent('open', { detail: { interactionId: 2 }, bubbles: true }),
    );
    await settle();
    expect(opened(element)).toMatchObject({ interactionId: 2, startWriting: false });
    expect(openInteraction(3, 1)).toBe(true);
    await settle();
    expect(opened(element).interactionId).toBe(3);
});

it('opens an accepted interaction ready to write', async () => {
    const element = mount(Workspace);
    part(element, 'c-patchbay-offers').dispatchEvent(
        new CustomEvent('accepted', { detail: { interactionId: 9 } }),
    );
    await settle();
    expect(opened(element)).toMatchObject({ interactionId: 9, startWriting: true });
});

it('does not wait to write where the offer was gone', async () => {
    const element = mount(Workspace);
    const offers = part(element, 'c-patchbay-offers');
    offers.dispatchEvent(new CustomEvent('accepted', { detail: { interactionId: 9 } }));
    offers.dispatchEvent(new CustomEvent('takenback', { detail: { interactionId: 9 } }));
    await settle();
    expect(opened(element)).toMatchObject({ interactionId: 9, startWriting: false });
});

it('opens after a reload what was open before, for the same agent alone', async () => {
    mount(Workspace);
    openInteraction(2, 2);
    await settle();
    clear();
    const again = mount(Workspace);
    await settle();
    expect(opened(again).interactionId).toBe(2);
    clear();
    const { me } = mockSession.state;
    if (!me) throw new Error('nobody is signed in');
    mockSession = fakeSession({ mine, me: { ...me, agent: { id: 99, name: 'Ben' } } });
    expect(parts(mount(Workspace), 'c-patchbay-interaction')).toHaveLength(0);
});

it('obeys the keys, but never while one types', async () => {
    const element = mount(Workspace);
    press(document.body, '?');
    await settle();
    expect(parts(element, 'c-patchbay-shortcut-sheet')).toHaveLength(1);
    press(document.body, 'a');
    expect(mockSession.commands).toEqual([['acceptOffer', { offerId: 51 }]]);
    const field = document.body.appendChild(document.createElement('textarea'));
    press(field, '?');
    await settle();
    expect(parts(element, 'c-patchbay-shortcut-sheet')).toHaveLength(1);
    press(document.body, '?', { ctrlKey: true });
    await settle();
    expect(parts(element, 'c-patchbay-shortcut-sheet')).toHaveLength(1);
});

it('knows the customer of what is open', async () => {
    const element = mount(Workspace);
    openInteraction(1, 1);
    await settle();
    const customer = (): unknown =>
        (part(element, 'c-patchbay-customer') as HTMLElement & { customer: unknown }).customer;
    expect(customer()).toEqual(interaction(1).customer);
    part(element, 'c-patchbay-interaction').dispatchEvent(
        new CustomEvent('finished', { detail: { interactionId: 1 } }),
    );
    await settle();
    expect(customer()).toBeNull();
});

describe('service targets', () => {
    const lead = (role: 'agent' | 'manager') => {
        mockSession = fakeSession({ mine });
        mockSession.answers.getInteraction = detail();
        mockSession.state = { ...mockSession.state, me: { ...must(mockSession.state.me), role } };
        return mount(Workspace);
    };

    it('are for leads, stand in place of the interaction, and open one', async () => {
        const element = lead('manager');
        openInteraction(2, 1);
        await settle();
        part(element, '[data-id="service-targets"]').click();
        await settle();
        expect(parts(element, '.interaction-body_away c-patchbay-interaction')).toHaveLength(1);
        part(element, 'c-patchbay-service-targets').dispatchEvent(
            new CustomEvent('open', { detail: { interactionId: 3 }, bubbles: true }),
        );
        await settle();
        expect(parts(element, 'c-patchbay-service-targets')).toHaveLength(0);
        expect(opened(element).interactionId).toBe(3);
    });

    it('are not offered to agents', () => {
        expect(parts(lead('agent'), '[data-id="service-targets"]')).toHaveLength(0);
    });
});
