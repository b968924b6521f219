import Priority from 'c/patchbayPriority';
import { clear, mount, parts, words } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

it.each([
    ['urgent', 'c.Patchbay_PriorityUrgent'],
    ['high', 'c.Patchbay_PriorityHigh'],
    ['low', 'c.Patchbay_PriorityLow'],
])('%s is a word, not a color alone', (priority, word) => {
    const element = mount(Priority, { priority });
    expect(parts(element, '.mark').map(words)).toEqual([word]);
    expect(parts(element, 'lightning-icon')).toHaveLength(1);
});

it('shows nothing where it is as usual', () => {
    expect(parts(mount(Priority, { priority: 'normal' }), '.mark')).toHaveLength(0);
});
