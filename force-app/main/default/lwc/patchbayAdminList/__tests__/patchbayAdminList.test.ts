import List from 'c/patchbayAdminList';
import { clear, listen, mount, part, parts } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

it('shows that it loads, or that nothing is there', () => {
    const loading = mount(List, { loading: true, empty: true });
    expect(
        [parts(loading, 'c-patchbay-skeleton'), parts(loading, 'c-patchbay-empty')].map((all) => all.length),
    ).toEqual([1, 0]);
    const empty = mount(List, { empty: true, emptyHeading: 'Nothing', emptyText: 'All is well.' });
    expect(part(empty, 'c-patchbay-empty')).toMatchObject({ heading: 'Nothing', text: 'All is well.' });
});

it('shows what was refused, or done, until it is dismissed', () => {
    const element = mount(List, { refusal: { message: 'No.', nextStep: 'Ask.' }, notice: 'Done.' });
    const dismissed = listen(element, 'dismiss');
    const told = parts(element, 'c-patchbay-refusal');
    expect(told).toMatchObject([
        { message: 'No.', nextStep: 'Ask.' },
        { message: 'Done.', tone: 'note' },
    ]);
    for (const one of told) one.dispatchEvent(new CustomEvent('dismiss'));
    expect(dismissed).toHaveLength(2);
});

it('asks for more where there is more', () => {
    expect(parts(mount(List), 'lightning-button')).toHaveLength(0);
    const element = mount(List, { more: true, moreLabel: 'More' });
    const asked = listen(element, 'more');
    part(element, 'lightning-button').click();
    expect(asked).toHaveLength(1);
});
