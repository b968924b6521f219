import RuleTrial from 'c/patchbayRuleTrial';
import { tried } from '../../../../../../local-org/gallery/contentRules';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, listen, mount, part, parts, words } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

const choose = (element: Element, id: string, value: string): void => {
    const select = part<HTMLSelectElement>(element, `[data-id="${id}"]`);
    select.value = value;
    select.dispatchEvent(new CustomEvent('change'));
};
const found = { looked: 100, fitting: 2, changed: 1, items: tried, next: 40 };

it('shows what was, what would be, and why; and what was passed over', () => {
    const element = mount(RuleTrial, { trial: found });
    const [changed = '', same = ''] = parts(element, 'li').map(words);
    for (const shown of [
        'Invoices of May',
        'c.Patchbay_RuleTrialDid',
        'c.Patchbay_RuleTrialWould',
        'c.Patchbay_RuleTrialBecause',
        'c.Patchbay_RuleTrialPassedOver',
    ])
        expect(changed).toContain(shown);
    expect(same).toContain('c.Patchbay_RuleTrialSame');
    expect(same).not.toContain('c.Patchbay_RuleTrialDid');
    expect(same).toContain('c.Patchbay_NoSubject');
});

it('asks for a time, and for one rule alone or among the others', () => {
    const element = mount(RuleTrial, { ofOne: true });
    const asked = listen(element, 'run');
    part(element, '[data-id="run"]').click();
    choose(element, 'range', '');
    choose(element, 'scope', 'together');
    part(element, '[data-id="run"]').click();
    expect(asked).toEqual([
        { days: 30, alone: true },
        { days: null, alone: false },
    ]);
    expect(parts(mount(RuleTrial), '[data-id="scope"]')).toHaveLength(0);
});

it('looks further back while there is something', () => {
    const element = mount(RuleTrial, { trial: found });
    const more = listen(element, 'more');
    part(element, '[data-id="more"]').click();
    expect(more).toHaveLength(1);
    expect(parts(mount(RuleTrial, { trial: { ...found, next: null } }), '[data-id="more"]')).toHaveLength(0);
});

it('tells nothing there from nothing that fits', () => {
    const none = { looked: 0, fitting: 0, changed: 0, items: [], next: null };
    const said = (trial: object) => words(part(mount(RuleTrial, { trial }), 'section'));
    expect(said(none)).toContain('c.Patchbay_RuleTrialNothing');
    expect(said({ ...none, looked: 9 })).toContain('c.Patchbay_RuleTrialNone');
});
