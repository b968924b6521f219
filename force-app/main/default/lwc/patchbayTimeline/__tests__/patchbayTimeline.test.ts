import Timeline from 'c/patchbayTimeline';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { journal, message } from '../../../../../../local-org/gallery/thread';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

it('folds the earlier ones of many events until asked', async () => {
    const many = [1, 2, 3, 4, 5].map((seq) => ({
        seq,
        at: seq,
        kind: 'held',
        agent: null,
        text: `event ${seq}`,
    }));
    const element = mount(Timeline, { journal: many });
    expect(parts(element, '.words').map(({ textContent }) => textContent)).toEqual(['event 4', 'event 5']);
    part(element, '.more').click();
    await settle();
    expect(parts(element, '.words')).toHaveLength(5);
});

it('never folds a single event', () => {
    const three = journal.slice(0, 3).map((event, seq) => ({ ...event, seq, kind: 'held' }));
    expect(parts(mount(Timeline, { journal: three }), '.words')).toHaveLength(3);
});

it('passes on that remote images are wanted', () => {
    const element = mount(Timeline, { messages: [message(1)] });
    const asked = listen(element, 'showremote');
    part(element, 'c-patchbay-message').dispatchEvent(new CustomEvent('showremote'));
    expect(asked).toHaveLength(1);
});

it('knows where the newest message that a person wrote begins', () => {
    const element = mount(Timeline, {
        messages: [message(1, { at: 1 }), message(2, { at: 2, kind: 'acknowledgement' })],
    });
    const row = part(element, '[data-key="message-1"]');
    row.getBoundingClientRect = () => ({ top: 77 }) as DOMRect;
    expect((element as HTMLElement & { newestTop(): number | null }).newestTop()).toBe(77);
    expect((mount(Timeline) as HTMLElement & { newestTop(): number | null }).newestTop()).toBeNull();
});
