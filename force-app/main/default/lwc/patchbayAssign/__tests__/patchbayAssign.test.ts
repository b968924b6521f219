import Assign from 'c/patchbayAssign';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { presence } from '../../../../../../local-org/gallery/people';
import { clear, listen, mount, part, press } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

it('gives to the agent who is picked, shows a refusal and is left by Escape', () => {
    const element = mount(Assign, {
        agents: presence,
        ownerId: 1,
        refusal: { message: 'Ben is disabled.', nextStep: null },
    });
    const confirmed = listen(element, 'confirm');
    const left = listen(element, 'cancel');
    const directory = part(element, 'c-patchbay-directory');
    directory.dispatchEvent(new CustomEvent('pick', { detail: { agentId: 2, name: 'Ben Okafor' } }));
    press(directory, 'Escape');
    expect(confirmed).toEqual([{ agentId: 2, name: 'Ben Okafor' }]);
    expect(left).toHaveLength(1);
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({ message: 'Ben is disabled.' });
});
