import Timer from 'c/patchbayTimer';
import { clear, mount, part, settle } from '../../../../../../local-org/gallery/mount';

let mockNow = 100_000;
let mockTick: ((now: number) => void) | null = null;
jest.mock('c/patchbayClock', () => ({
    serverNow: () => mockNow,
    onTick: (listener: (now: number) => void) => {
        mockTick = listener;
        return () => (mockTick = null);
    },
}));

const shown = (element: Element): string => part(element, 'span').textContent ?? '';
afterEach(clear);

it('counts up from since with the shared clock', async () => {
    mockNow = 100_000;
    const element = mount(Timer, { since: 40_000, words: 'waiting {0}' });
    expect(shown(element)).toBe('waiting 1:00');
    mockTick?.(101_000);
    await settle();
    expect(shown(element)).toBe('waiting 1:01');
});

it('counts down to until and stops at nothing', async () => {
    mockNow = 100_000;
    const element = mount(Timer, { until: 101_000 });
    expect(shown(element)).toBe('0:01');
    mockTick?.(140_000);
    await settle();
    expect(shown(element)).toBe('0:00');
});

it('turns late at its limit, not before', async () => {
    const element = mount(Timer, { since: 0, warnAfter: 120_000 });
    mockTick?.(119_999);
    await settle();
    expect(part(element, 'span').className).toBe('timer');
    mockTick?.(120_000);
    await settle();
    expect(part(element, 'span').className).toContain('timer_late');
});

it('listens no longer once it is gone', () => {
    mount(Timer, { since: 0 });
    clear();
    expect(mockTick).toBeNull();
});
