import SetPriority from 'c/patchbaySetPriority';
import { clear, listen, mount, part, parts, press } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

it('begins at what it is now, and sets another with one press', () => {
    const element = mount(SetPriority, { priority: 'high' });
    const confirmed = listen(element, 'confirm');
    expect(parts(element, '[data-priority]').map((one) => one.dataset.priority)).toEqual([
        'urgent',
        'high',
        'normal',
        'low',
    ]);
    expect(part(element, '[aria-pressed="true"]').dataset.priority).toBe('high');
    expect(element.shadowRoot?.activeElement).toBe(part(element, '[data-priority="high"]'));
    part(element, '[data-priority="urgent"]').click();
    expect(confirmed).toEqual([{ priority: 'urgent' }]);
});

it('asks for one thing at a time, and is left by Escape', () => {
    const element = mount(SetPriority, { priority: 'normal', busy: true });
    const confirmed = listen(element, 'confirm');
    const left = listen(element, 'cancel');
    part(element, '[data-priority="low"]').click();
    press(part(element, '[data-priority="low"]'), 'Escape');
    expect(confirmed).toEqual([]);
    expect(left).toHaveLength(1);
});
