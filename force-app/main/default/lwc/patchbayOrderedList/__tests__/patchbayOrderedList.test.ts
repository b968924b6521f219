import OrderedList from 'c/patchbayOrderedList';
import { clear, listen, mount, part, parts, settle, type } from '../../../../../../local-org/gallery/mount';

afterEach(clear);
const items = [
    { id: 1, label: 'Lunch' },
    { id: 2, label: 'Training' },
];

it('renames, moves, removes and adds, and leaves the saying to its owner', async () => {
    const element = mount(OrderedList, { items, name: 'Pause reasons' });
    const changed = listen(element, 'change') as { items: unknown[] }[];
    await settle();
    const fields = parts(element, 'input') as HTMLInputElement[];
    expect(fields.map(({ value }) => value)).toEqual(['Lunch', 'Training']);
    type(part(element, 'input'), 'Break');
    parts(element, '[data-id="down"]')[0]?.click();
    parts(element, '[data-id="remove"]')[1]?.click();
    part(element, '[data-id="add"]').click();
    expect(changed.map((change) => change.items)).toEqual([
        [{ id: 1, label: 'Break' }, items[1]],
        [items[1], items[0]],
        [items[0]],
        [...items, { id: null, label: '' }],
    ]);
});
