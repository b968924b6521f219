import Interaction from 'c/patchbayInteraction';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { can, detail, not } from '../../../../../../local-org/gallery/thread';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
beforeEach(() => {
    localStorage.clear();
    mockSession = fakeSession();
    mockSession.answers.getInteraction = detail();
});
afterEach(clear);

type Pane = HTMLElement & { transferTo(target: object): void };
const ben = { agentId: 2, name: 'Ben Okafor' };
const given = { toAgentId: 2, note: 'Please', holdIfAway: false };
async function open(): Promise<Pane> {
    const element = mount(Interaction, { interactionId: 1 }) as Pane;
    await settle();
    return element;
}
const hand = async (element: Element): Promise<void> => {
    part(element, 'c-patchbay-transfer').dispatchEvent(new CustomEvent('confirm', { detail: given }));
    await settle();
};

it('whom the directory names is chosen already; handed over, the pane is free for the next', async () => {
    const element = await open();
    const finished = listen(element, 'finished');
    element.transferTo(ben);
    await settle();
    expect(part(element, 'c-patchbay-transfer')).toMatchObject({ target: ben, noteSetting: 'required' });
    await hand(element);
    expect(mockSession.commands).toContainEqual(['transferInteraction', { ...given, interactionId: 1 }]);
    expect(finished).toEqual([{ interactionId: 1 }]);
});

it('stays open with the reason when it is refused', async () => {
    mockSession.answers.transferInteraction = refused('Ben Okafor is Logged Out.', 'Transfer it to Support.');
    const element = await open();
    const finished = listen(element, 'finished');
    element.transferTo(ben);
    await settle();
    await hand(element);
    expect(part(element, 'c-patchbay-transfer')).toMatchObject({
        refusal: { message: 'Ben Okafor is Logged Out.' },
    });
    expect(finished).toEqual([]);
});

it('says why it cannot be handed over', async () => {
    const transfer = not('Ben Okafor is working on it.', 'Ask Ben.');
    mockSession.answers.getInteraction = detail(undefined, { can: { ...can, transfer } });
    const element = await open();
    element.transferTo(ben);
    await settle();
    expect(parts(element, 'c-patchbay-transfer')).toHaveLength(0);
    expect(part(element, 'c-patchbay-interaction-banners')).toMatchObject({
        refusal: { message: 'Ben Okafor is working on it.' },
    });
});
