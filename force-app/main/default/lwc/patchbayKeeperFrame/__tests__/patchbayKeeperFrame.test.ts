import Frame from 'c/patchbayKeeperFrame';
import { clear, listen, mount, part, parts, settle, words } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

const rows = [{ id: 4, title: 'Hello', whose: 'Support', shortcut: '/hi', text: 'Hello there' }];
const queues = [{ id: 2, name: 'Support' }];

it('loads, says what will come, and not while the first is written', () => {
    expect(parts(mount(Frame), 'c-patchbay-skeleton')).toHaveLength(1);
    expect(parts(mount(Frame, { rows: [] }), 'c-patchbay-empty')).toHaveLength(1);
    const writing = mount(Frame, { rows: [], editing: true });
    expect([parts(writing, 'c-patchbay-empty'), parts(writing, 'c-patchbay-skeleton')]).toEqual([[], []]);
});

it('lists what is kept, and tells which is to be edited', () => {
    const element = mount(Frame, { rows });
    expect(words(part(element, 'li'))).toMatch(/^\/hi ?Hello ?Support/);
    expect(parts(element, 'kbd')).toHaveLength(0);
    const told = [listen(element, 'edit'), listen(element, 'add')];
    for (const id of ['edit', 'add']) part(element, `[data-id="${id}"]`).click();
    expect(told).toEqual([[{ id: 4 }], [null]]);
});

it('deletes only when it was asked again; kept, the focus is where it was', async () => {
    const element = mount(Frame, { rows });
    const removed = listen(element, 'remove');
    part(element, '[data-id="delete"]').click();
    await settle();
    const focused = jest.spyOn(part(element, '[data-id="delete"]'), 'focus');
    part(element, 'c-patchbay-confirm').dispatchEvent(new CustomEvent('keep'));
    await settle();
    expect([parts(element, 'c-patchbay-confirm'), removed]).toEqual([[], []]);
    expect(focused).toHaveBeenCalledTimes(1);
    part(element, '[data-id="delete"]').click();
    await settle();
    part(element, 'c-patchbay-confirm').dispatchEvent(new CustomEvent('confirm'));
    await settle();
    expect([parts(element, 'c-patchbay-confirm'), removed]).toEqual([[], [{ id: 4 }]]);
});

it('asks of which queue a shared one is, and of none where it is one’s own', () => {
    const element = mount(Frame, { rows, editing: true, queues, queueId: 2 });
    const chosen = listen(element, 'queue');
    const select = part<HTMLSelectElement>(element, '[data-id="queue"]');
    expect(select.value).toBe('2');
    for (const value of ['', '2']) {
        select.value = value;
        select.dispatchEvent(new CustomEvent('change'));
    }
    expect(chosen).toEqual([{ queueId: null }, { queueId: 2 }]);
    expect(parts(mount(Frame, { editing: true, own: true }), '[data-id="queue"]')).toHaveLength(0);
});

it('tells of Save and Cancel; what is being saved is not saved twice', () => {
    const element = mount(Frame, { rows, editing: true });
    const told = [listen(element, 'save'), listen(element, 'cancel')];
    part(element, '[data-id="save"]').click();
    part(element, '[data-id="cancel"]').click();
    expect(told.map(({ length }) => length)).toEqual([1, 1]);
    const busy = mount(Frame, { rows, editing: true, busy: true });
    expect(part<HTMLButtonElement>(busy, '[data-id="save"]').disabled).toBe(true);
});
