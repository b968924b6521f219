import Disposition from 'c/patchbayDisposition';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    press,
    settle,
    type,
    words,
} from '../../../../../../local-org/gallery/mount';

const dispositions = [
    { id: 1, label: 'Answered' },
    { id: 2, label: 'Document sent' },
    { id: 3, label: 'Duplicate' },
];
afterEach(clear);
const shown = (element: Element): string[] => parts(element, '[role="option"]').map(words);

it('needs three keys: type, Enter, Enter', async () => {
    const element = mount(Disposition, { dispositions });
    const confirmed = listen(element, 'confirm');
    const field = part(element, 'input');
    type(field, 'docu');
    await settle();
    expect(shown(element)).toEqual(['Document sent']);
    press(field, 'Enter');
    await settle();
    expect(confirmed).toHaveLength(0);
    press(field, 'Enter');
    expect(confirmed).toEqual([{ dispositionId: 2, label: 'Document sent', notes: '' }]);
});

it('does not close without an outcome', () => {
    const element = mount(Disposition, { dispositions });
    const confirmed = listen(element, 'confirm');
    const button = part<HTMLButtonElement>(element, '[data-id="confirm"]');
    expect(button.disabled).toBe(true);
    press(part(element, 'textarea'), 'Enter', { ctrlKey: true });
    expect(confirmed).toHaveLength(0);
});

it('takes a click, notes and the button', async () => {
    const element = mount(Disposition, { dispositions });
    const confirmed = listen(element, 'confirm');
    parts(element, '[role="option"]')[2]?.click();
    type(part(element, 'textarea'), ' twice ');
    await settle();
    part(element, '[data-id="confirm"]').click();
    expect(confirmed).toEqual([{ dispositionId: 3, label: 'Duplicate', notes: 'twice' }]);
});

it('moves by arrows and forgets a choice when the text changes', async () => {
    const element = mount(Disposition, { dispositions });
    const field = part(element, 'input');
    press(field, 'ArrowUp');
    press(field, 'Enter');
    await settle();
    expect(part<HTMLButtonElement>(element, '[data-id="confirm"]').disabled).toBe(false);
    type(field, 'zzz');
    await settle();
    expect(part<HTMLButtonElement>(element, '[data-id="confirm"]').disabled).toBe(true);
    expect(words(part(element, '.none'))).toBe('c.Patchbay_OutcomeNoMatch');
});

it('is left by Escape', () => {
    const element = mount(Disposition, { dispositions });
    const left = listen(element, 'cancel');
    press(part(element, 'input'), 'Escape');
    expect(left).toHaveLength(1);
});
