import Preview from 'c/patchbaySignaturePreview';
import { clear, mount, part, parts } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

it.each([
    ['agent', 'c.Patchbay_SignatureOfAgent'],
    ['queue', 'c.Patchbay_SignatureOfQueue'],
    ['nobody', 'c.Patchbay_SignatureNone'],
])('says whose it is: %s', (of, words) => {
    const element = mount(Preview, { signature: { of, text: 'Ana\nSupport' } });
    expect(part(element, 'details').textContent).toContain(words);
    expect(part(element, '.text').textContent).toBe('Ana\nSupport');
});

it('is not there before it is known', () => {
    expect(parts(mount(Preview), 'details')).toHaveLength(0);
});
