import Directory from 'c/patchbayDirectory';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { directoryQueues, presence } from '../../../../../../local-org/gallery/people';
import { clear, listen, mount, part, parts, press, settle } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);
const names = (element: Element): (string | undefined)[] =>
    parts(element, '.agent').map(({ dataset }) => dataset.agent);
const search = (element: Element, value: string): void => {
    part(element, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { value } }));
};

it('lists who can take work first', () => {
    expect(names(mount(Directory, { agents: presence, myId: 1 }))).toEqual(['1', '3', '2', '4']);
});

it('finds by part of a name, whatever the accents, and says when there is nobody', async () => {
    const element = mount(Directory, { agents: presence });
    search(element, ' lómb ');
    await settle();
    expect(names(element)).toEqual(['3']);
    search(element, 'zz');
    await settle();
    expect(part(element, 'c-patchbay-empty')).toMatchObject({ heading: 'c.Patchbay_NobodyFound' });
});

it('picks by button or by Enter, members of the queue first, never the owner', async () => {
    const element = mount(Directory, { agents: presence, myId: 1, queueId: 2, pickLabel: 'Assign' });
    const picked = listen(element, 'pick');
    expect(names(element)).toEqual(['3', '4', '2']);
    parts(element, '.agent button')[0]?.click();
    search(element, 'ben');
    await settle();
    press(part(element, 'lightning-input'), 'Enter');
    expect(picked).toEqual([
        { agentId: 3, name: 'Chiara Lombardi' },
        { agentId: 2, name: 'Ben Okafor' },
    ]);
});

it('lists the queues below, with what waits, and finds them by name', async () => {
    const element = mount(Directory, { agents: presence, queues: directoryQueues, pickLabel: 'Transfer' });
    const picked = listen(element, 'pick');
    const queues = (): (string | undefined)[] =>
        parts(element, '[data-queue]').map(({ dataset }) => dataset.queue);
    expect(queues()).toEqual(['1', '2']);
    expect(parts(element, '.restricted')).toHaveLength(1);
    search(element, 'title');
    await settle();
    expect(queues()).toEqual(['2']);
    press(part(element, 'lightning-input'), 'Enter');
    expect(picked).toEqual([{ queueId: 2, name: 'Credit & Title' }]);
});
