import Counts from 'c/patchbayTargetCounts';
import { clear, listen, mount, part, parts, words } from '../../../../../../local-org/gallery/mount';

afterEach(clear);
const count = {
    day: null,
    queue: { id: 1, name: 'Support' },
    priority: null,
    kind: 'first_reply',
    met: 12,
    breached: 3,
    running: 4,
};

it('is a table of queue and kind with met, breached and running', () => {
    const element = mount(Counts, { counts: [count] });
    expect(parts(element, 'tbody tr').map(words)).toEqual(['Supportc.Patchbay_TargetKindFirst1234']);
    expect(parts(element, 'thead th')).toHaveLength(5);
});

it('names priorities and days where it is told apart by them', () => {
    const by = (name: string, more: object) =>
        mount(Counts, { by: name, counts: [{ ...count, queue: null, ...more }] });
    expect(words(part(by('priority', { priority: 'urgent' }), 'tbody th'))).toBe('c.Patchbay_PriorityUrgent');
    expect(words(part(by('day', { day: '2026-03-04' }), 'tbody th'))).toBe('2026-03-04');
});

it('says so where there is nothing, and asks for another way', () => {
    const element = mount(Counts, { counts: [] });
    expect(parts(element, 'table')).toHaveLength(0);
    const heard = listen(element, 'by');
    const select = part<HTMLSelectElement>(element, '[data-id="by"]');
    select.value = 'day';
    select.dispatchEvent(new CustomEvent('change'));
    expect(heard).toEqual([{ by: 'day' }]);
});
