import Ring from 'c/patchbayRing';
import { clear, mount, part, settle } from '../../../../../../local-org/gallery/mount';

let mockTick: (now: number) => void;
jest.mock('c/patchbayClock', () => ({
    serverNow: () => 20_000,
    onTick: (listener: (now: number) => void) => {
        mockTick = listener;
        return () => undefined;
    },
}));
afterEach(clear);

it('starts its arc at the time that the server has counted already', () => {
    const element = mount(Ring, { from: 10_000, until: 70_000 });
    expect(part(element, '.left').getAttribute('style')).toBe(
        'animation-duration: 60000ms; animation-delay: -10000ms',
    );
    expect(part(element, '.number').textContent).toBe('50');
});

it('turns urgent for the last ten seconds and ends at nothing', async () => {
    const element = mount(Ring, { from: 10_000, until: 70_000 });
    mockTick(59_999);
    await settle();
    expect(part(element, '.number').className).toBe('number');
    mockTick(60_000);
    await settle();
    expect(part(element, '.number').className).toContain('number_soon');
    mockTick(99_000);
    await settle();
    expect(part(element, '.number').textContent).toBe('0');
});
