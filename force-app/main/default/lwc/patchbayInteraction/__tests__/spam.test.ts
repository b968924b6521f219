import Interaction from 'c/patchbayInteraction';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import { me } from '../../../../../../local-org/gallery/people';
import { allowed, can, detail, not } from '../../../../../../local-org/gallery/thread';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

beforeEach(() => {
    localStorage.clear();
    mockSession = fakeSession();
    mockSession.answers.getInteraction = detail(interaction(1));
});
afterEach(clear);

const choose = async (action: string): Promise<HTMLElement> => {
    const element = mount(Interaction, { interactionId: 1 });
    await settle();
    part(element, 'c-patchbay-interaction-header').dispatchEvent(
        new CustomEvent('act', { detail: { action } }),
    );
    await settle();
    return element;
};
const confirm = async (element: Element, scope: string | null): Promise<void> => {
    part(element, 'c-patchbay-spam').dispatchEvent(
        new CustomEvent('confirm', { detail: { reason: 'Lamps', scope } }),
    );
    await settle();
};
const inSpam = { spam: true, can: { ...can, markSpam: not('It is there already.'), releaseSpam: allowed } };

it('is marked as spam with the reason, and the pane is for the next one', async () => {
    const element = await choose('markSpam');
    const finished = listen(element, 'finished');
    await confirm(element, null);
    expect(mockSession.commands).toContainEqual(['markSpam', { interactionId: 1, reason: 'Lamps' }]);
    expect(finished).toEqual([{ interactionId: 1 }]);
    expect(parts(element, 'c-patchbay-spam')).toHaveLength(0);
});

it('blocks the sender; a refusal keeps the panel open and says what to do', async () => {
    mockSession.answers.blockSender = refused('It is an address of ours.', 'Mark the mail as spam.');
    const element = await choose('blockSender');
    const finished = listen(element, 'finished');
    await confirm(element, 'sender');
    const args = { interactionId: 1, reason: 'Lamps', scope: 'sender' };
    expect(mockSession.commands).toContainEqual(['blockSender', args]);
    expect(part(element, 'c-patchbay-spam')).toMatchObject({
        blocks: true,
        refusal: { message: 'It is an address of ours.', nextStep: 'Mark the mail as spam.' },
    });
    expect(finished).toEqual([]);
});

it.each([
    ['agent', false],
    ['manager', true],
] as const)('to a(n) %s the domain is offered: %s', async (role, offered) => {
    mockSession = fakeSession({ me: { ...me, role } });
    mockSession.answers.getInteraction = detail(interaction(1));
    expect(part(await choose('blockSender'), 'c-patchbay-spam')).toMatchObject({ mayBlockDomain: offered });
});

it('is released by whoever may; others read whom to ask, and nothing is sent', async () => {
    mockSession.answers.getInteraction = detail(interaction(1), inSpam);
    await choose('releaseSpam');
    expect(mockSession.commands).toContainEqual(['releaseSpam', { interactionId: 1 }]);
    clear();
    mockSession.commands.length = 0;
    const releaseSpam = not('Managers and admins release spam.', 'Ask one of them.');
    mockSession.answers.getInteraction = detail(interaction(1), {
        ...inSpam,
        can: { ...inSpam.can, releaseSpam },
    });
    const element = await choose('releaseSpam');
    expect(part(element, 'c-patchbay-interaction-banners')).toMatchObject({
        refusal: { message: 'Managers and admins release spam.', nextStep: 'Ask one of them.' },
    });
    expect(mockSession.commands.filter(([name]) => name === 'releaseSpam')).toEqual([]);
});
