import Macros from 'c/patchbayMacros';
import { clear, listen, mount, part, parts, press, root } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

const macros = [
    { id: 4, own: false, key: '1', title: 'Thank and close', does: ['send "Thanks"', 'close: Solved'] },
    { id: 5, own: true, key: null, title: 'Wait a day', does: ['pending for 24 h'] },
];

it('is chosen by arrows and Enter, beginning with the first', () => {
    const element = mount(Macros, { macros });
    const ran = listen(element, 'run');
    const [first, second] = parts(element, '[data-macro]');
    expect(root(element).activeElement).toBe(first);
    press(part(element, '[data-macro="4"]'), 'ArrowDown');
    expect(root(element).activeElement).toBe(second);
    second?.click();
    expect(ran).toEqual([{ macroId: 5 }]);
});

it('runs by its digit, and tells each step beforehand', () => {
    const element = mount(Macros, { macros });
    const ran = listen(element, 'run');
    press(part(element, 'section'), '1');
    press(part(element, 'section'), '2');
    expect(ran).toEqual([{ macroId: 4 }]);
    expect(part(element, '.steps').textContent).toBe('send "Thanks" · close: Solved');
});

it('runs none twice while one is on its way, and is left by Escape', () => {
    const element = mount(Macros, { macros, busy: true });
    const ran = listen(element, 'run');
    const left = listen(element, 'cancel');
    press(part(element, 'section'), '1');
    press(part(element, 'section'), 'Escape');
    expect([ran, left.length]).toEqual([[], 1]);
});

it('says that there are none, and why one was refused', () => {
    const element = mount(Macros, { refusal: { message: 'Step 1 (Close): no.', nextStep: 'Reopen it.' } });
    expect(part(element, '.pb-muted + .pb-muted').textContent).toBe('c.Patchbay_MacrosNone');
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({ message: 'Step 1 (Close): no.' });
});
