import FollowUp from 'c/patchbayFollowUp';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    press,
    settle,
    must,
} from '../../../../../../local-org/gallery/mount';
import { instantOf, wallTimeAt } from '../wallTime';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

it('reads the wall clock of the agent’s zone on both sides of daylight saving', () => {
    for (const [wall, utc] of [
        ['2026-03-29T01:59', '2026-03-29T00:59Z'],
        ['2026-03-29T03:00', '2026-03-29T01:00Z'],
        ['2026-07-01T09:30', '2026-07-01T07:30Z'],
        ['2026-10-25T03:00', '2026-10-25T02:00Z'],
    ] as const) {
        expect(instantOf(wall, 'Europe/Vienna')).toBe(Date.parse(utc));
        expect(wallTimeAt(Date.parse(utc), 'Europe/Vienna')).toBe(wall);
    }
    expect(instantOf('', 'Europe/Vienna')).toBeNull();
});

it('sets one of the usual times with one click', () => {
    const element = mount(FollowUp, { timeZone: 'UTC' });
    const confirmed = listen(element, 'confirm') as { followUpAt: number }[];
    parts(element, '[data-at]')[0]?.click();
    expect(Math.abs(must(confirmed[0]).followUpAt - Date.now() - 3_600_000)).toBeLessThan(5_000);
});

it('takes a date of the agent’s own, never one that is past', async () => {
    const element = mount(FollowUp, { timeZone: 'UTC' });
    const confirmed = listen(element, 'confirm');
    const field = part<HTMLInputElement>(element, 'input');
    const choose = async (value: string): Promise<boolean> => {
        field.value = value;
        field.dispatchEvent(new CustomEvent('change'));
        await settle();
        return part<HTMLButtonElement>(element, '[data-id="confirm"]').disabled;
    };
    expect(await choose('2001-01-01T10:00')).toBe(true);
    expect(await choose('2101-01-01T10:00')).toBe(false);
    part(element, '[data-id="confirm"]').click();
    expect(confirmed).toEqual([{ followUpAt: Date.UTC(2101, 0, 1, 10) }]);
});

it('is left by Escape', () => {
    const element = mount(FollowUp, { timeZone: 'UTC' });
    const left = listen(element, 'cancel');
    press(part(element, 'input'), 'Escape');
    expect(left).toHaveLength(1);
});
