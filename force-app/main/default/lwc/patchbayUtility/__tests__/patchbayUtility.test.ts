import Utility from 'c/patchbayUtility';
import { onOpen } from 'c/patchbaySelection';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { fakeSession, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { mine, offer } from '../../../../../../local-org/gallery/interactions';
import { detail } from '../../../../../../local-org/gallery/thread';
import { clear, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
const mockShown = jest.fn();
jest.mock('c/patchbayConsoleApi', () => ({ showInUtilityBar: (...args: unknown[]) => mockShown(...args) }));

beforeEach(() => {
    localStorage.clear();
    mockShown.mockClear();
    mockSession = fakeSession({ mine });
    mockSession.answers.getInteraction = detail();
});
afterEach(clear);

const open = (element: Element): void => {
    part(element, 'c-patchbay-inbox').dispatchEvent(
        new CustomEvent('open', { detail: { interactionId: 1 }, bubbles: true }),
    );
};

it('opens an interaction here where no workspace is on the page, and leads back', async () => {
    const element = mount(Utility);
    open(element);
    await settle();
    expect(part(element, 'c-patchbay-interaction')).toMatchObject({ interactionId: 1 });
    part(element, '[data-id="back"]').click();
    await settle();
    expect(parts(element, 'c-patchbay-inbox')).toHaveLength(1);
});

it('leaves it to the workspace where there is one', async () => {
    const heard = jest.fn();
    const stop = onOpen(heard);
    const element = mount(Utility);
    open(element);
    await settle();
    stop();
    expect(heard).toHaveBeenCalledWith(1);
    expect(parts(element, 'c-patchbay-interaction')).toHaveLength(0);
});

it('has only the tabs that exist', async () => {
    const element = mount(Utility);
    expect(parts(element, '.tab').map(({ dataset }) => dataset.name)).toEqual(['inbox', 'directory']);
    parts(element, '.tab')[1]?.click();
    await settle();
    expect(part(element, 'c-patchbay-directory-pane')).toMatchObject({ pickLabel: null });
});

it('hands the interaction last looked at to whom the directory shows', async () => {
    const element = mount(Utility);
    open(element);
    await settle();
    part(element, '[data-id="back"]').click();
    await settle();
    parts(element, '.tab')[1]?.click();
    await settle();
    const target = { agentId: 2, name: 'Ben Okafor' };
    part(element, 'c-patchbay-directory-pane').dispatchEvent(new CustomEvent('pick', { detail: target }));
    await settle();
    const interaction = part(element, 'c-patchbay-interaction');
    expect(interaction).toMatchObject({ interactionId: 1 });
    expect(part(interaction, 'c-patchbay-transfer')).toMatchObject({ target });
});

it('carries the count in its label and highlights on an offer', async () => {
    mount(Utility);
    (EnclosingUtilityId as unknown as { emit(id: string): void }).emit('u1');
    await settle();
    expect(mockShown).toHaveBeenLastCalledWith('u1', {
        label: 'c.Patchbay_UtilityCount',
        highlighted: false,
    });
    mockSession.change({ offers: [offer] });
    await settle();
    expect(mockShown).toHaveBeenLastCalledWith('u1', { label: 'c.Patchbay_UtilityCount', highlighted: true });
});
