import Counters from 'c/patchbayQueueCounters';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { queues } from '../../../../../../local-org/gallery/people';
import { clear, listen, mount, part, parts, words } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

it('takes the next one only from where something waits', () => {
    const element = mount(Counters, { counters: queues });
    const taken = listen(element, 'takenext');
    expect(parts(element, '.take')).toHaveLength(1);
    part(element, '.take').click();
    expect(taken).toEqual([{ queueId: 1 }]);
});

it('cannot take twice at once', () => {
    expect(part<HTMLButtonElement>(mount(Counters, { counters: queues, taking: 1 }), '.take').disabled).toBe(
        true,
    );
});

it('says that a queue is closed, with its next opening where there is one', () => {
    const element = mount(Counters, { counters: queues });
    expect(parts(element, 'c-patchbay-time')).toHaveLength(1);
    const never = { ...queues[1], nextChangeAt: null };
    expect(words(part(mount(Counters, { counters: [never] }), '.queue'))).toContain('c.Patchbay_QueueClosed');
});
