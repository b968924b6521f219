import PresenceDot from 'c/patchbayPresenceDot';
import { clear, mount, part } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

it.each([
    ['available', 'circle', 'c.Patchbay_PresenceAvailable'],
    ['busy', 'rect[transform]', 'c.Patchbay_PresenceBusy'],
    ['unavailable', 'rect:not([transform])', 'c.Patchbay_PresenceUnavailable'],
    ['logged_out', 'circle.hollow', 'c.Patchbay_PresenceLoggedOut'],
])('shows %s by a shape and a word, not by color alone', (presence, shape, word) => {
    const element = mount(PresenceDot, { presence, reason: 'Lunch' });
    expect(part(element, shape)).toBeTruthy();
    expect(part(element, '.word').textContent).toBe(word);
    expect(part(element, '.presence').title).toBe(`${word}: Lunch`);
});

it('keeps the word for screen readers where there is no room', () => {
    expect(
        part(mount(PresenceDot, { presence: 'busy', dotOnly: true }), '.slds-assistive-text').textContent,
    ).toBe('c.Patchbay_PresenceBusy');
});
