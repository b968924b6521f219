import { targetFormOf, targetsOf, wrongTargets } from 'c/patchbayTargetForm';
import Settings from 'c/patchbayTargetSettings';
import { clear, listen, mount, part, parts, settle, type } from '../../../../../../local-org/gallery/mount';

afterEach(clear);
const HOUR = 3_600_000;
const times = (firstReply: number | null) => ({ firstReply, nextReply: null, resolution: null });
const targets = {
    all: times(4 * HOUR),
    byPriority: { urgent: times(HOUR / 2) },
    warnBy: 'percent' as const,
    warnPercent: 80,
    warnBefore: 600_000,
};

it('what was read is what is given', () => {
    expect(targetsOf(targetFormOf(targets))).toEqual(targets);
    expect(targetsOf(targetFormOf(null))).toBeNull();
});

it.each([
    [{ warnPercent: '99' }, null],
    [{ warnPercent: '1' }, null],
    [{ warnPercent: '0' }, 'percent'],
    [{ warnPercent: '100' }, 'percent'],
    [{ warnPercent: '' }, 'percent'],
    [{ warnBy: 'before' as const, warnBefore: '29m' }, null],
    [{ warnBy: 'before' as const, warnBefore: '30m' }, 'too_late'],
    [{ warnBy: 'before' as const, warnBefore: 'soon' }, 'unreadable'],
])('a warning of %j is wrong by %p', (typed, problem) => {
    expect(wrongTargets({ ...targetFormOf(targets), ...typed }).warn).toBe(problem);
});

it('each field has a name, what holds where it is empty, and what is wrong with it', async () => {
    const form = targetFormOf(targets);
    const element = mount(Settings, { form: { ...form, cells: { ...form.cells, 'low.nextReply': 'soon' } } });
    expect(parts(element, 'input[data-cell]')).toHaveLength(15);
    const field = (cell: string): HTMLInputElement => part(element, `[data-cell="${cell}"]`);
    expect(field('high.firstReply').placeholder).toBe('4h');
    expect(field('all.resolution').placeholder).toBe('–');
    expect(field('low.nextReply').getAttribute('aria-invalid')).toBe('true');
    expect(field('urgent.firstReply').getAttribute('aria-label')).not.toBe('');
    expect(part(element, '[data-id="problem"]').textContent).toBe('c.Patchbay_DurationCannotRead');
});

it('tells what was typed and chosen', async () => {
    const form = targetFormOf(targets);
    const element = mount(Settings, { form });
    const heard = listen(element, 'change');
    type(part(element, '[data-cell="low.firstReply"]'), '1d');
    type(part(element, '[data-name="warnPercent"]'), '50');
    const way = part<HTMLSelectElement>(element, '[data-id="way"]');
    way.value = 'before';
    way.dispatchEvent(new CustomEvent('change'));
    expect(heard).toEqual([
        { form: { ...form, cells: { ...form.cells, 'low.firstReply': '1d' } } },
        { form: { ...form, warnPercent: '50' } },
        { form: { ...form, warnBy: 'before' } },
    ]);
    (element as HTMLElement & { form: object }).form = { ...form, warnBy: 'before', warnBefore: '4h' };
    await settle();
    expect(part(element, '[data-id="warn-problem"]').textContent).toBe('c.Patchbay_QueueTargetsWarnTooLate');
});
