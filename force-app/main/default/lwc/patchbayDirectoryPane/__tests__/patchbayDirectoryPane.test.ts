import DirectoryPane from 'c/patchbayDirectoryPane';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { directoryQueues, presence, queues } from '../../../../../../local-org/gallery/people';
import { clear, listen, mount, part, settle } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

it('shows everybody’s presence and every queue, reads what waits anew when it changes, and passes a pick on', async () => {
    mockSession.answers.searchDirectory = { agents: [], moreAgents: false, queues: directoryQueues };
    const element = mount(DirectoryPane, { pickLabel: 'Transfer' });
    const picked = listen(element, 'pick');
    await settle();
    const directory = part(element, 'c-patchbay-directory');
    expect(directory).toMatchObject({ agents: presence, queues: directoryQueues, myId: 1 });
    mockSession.change({ queues: [...queues] });
    await settle();
    expect(mockSession.queries.filter(([name]) => name === 'searchDirectory')).toHaveLength(2);
    directory.dispatchEvent(new CustomEvent('pick', { detail: { queueId: 2, name: 'Credit & Title' } }));
    expect(picked).toEqual([{ queueId: 2, name: 'Credit & Title' }]);
});
