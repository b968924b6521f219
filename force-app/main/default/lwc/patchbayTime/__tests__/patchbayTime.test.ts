import Time from 'c/patchbayTime';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, settle } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
jest.mock('@salesforce/label/c.Patchbay_AgoMinutes', () => ({ default: '{0} min' }), { virtual: true });
afterEach(clear);

it('is relative, absolute in the agent’s zone on hover, and exact for machines', async () => {
    const at = Date.now() - 180_000;
    const element = mount(Time, { at });
    const time = part(element, 'time');
    expect(time.textContent).toBe('3 min');
    expect(time.getAttribute('datetime')).toBe(new Date(at).toISOString());
    expect(time.title).toMatch(/GMT\+[12]/);
});

it('follows a change of its instant and of its words', async () => {
    const element = mount(Time, { at: Date.UTC(2020, 0, 5, 12), form: 'clock' }) as HTMLElement & {
        at: number | null;
        words: string;
    };
    expect(part(element, 'time').textContent).toBe('Jan 5 13:00');
    element.words = 'until {0}';
    await settle();
    expect(part(element, 'time').textContent).toBe('until Jan 5 13:00');
    element.at = null;
    await settle();
    expect(part(element, 'time').textContent).toBe('');
});
