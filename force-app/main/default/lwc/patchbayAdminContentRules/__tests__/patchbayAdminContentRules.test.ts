import AdminContentRules from 'c/patchbayAdminContentRules';
import { choices, rule, rules, tried as triedItems } from '../../../../../../local-org/gallery/contentRules';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, parts, settle, words } from '../../../../../../local-org/gallery/mount';
import { moved, NEW_RULE, tried } from '../drafts';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
const found = { looked: 10, fitting: 2, changed: 1, items: triedItems, next: 40 };
beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.listContentRules = { items: rules, choices };
    mockSession.answers.tryContentRules = found;
});
afterEach(clear);

const open = async (): Promise<HTMLElement> => {
    const element = mount(AdminContentRules);
    await settle();
    return element;
};
const click = async (element: Element, selector: string): Promise<void> => {
    part(element, selector).click();
    await settle();
};
const tell = async (element: Element, selector: string, name: string, detail?: object): Promise<void> => {
    part(element, selector).dispatchEvent(new CustomEvent(name, { detail }));
    await settle();
};
const queried = (name: string) =>
    mockSession.queries.filter(([asked]) => asked === name).map(([, args]) => args);

it('lists the rules in words and in their order, and says which is broken', async () => {
    const rows = parts(await open(), 'ol > li').map(words);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain('Invoices');
    expect(rows[0]).not.toContain('c.Patchbay_AdminContentRulesBroken');
    expect(rows[2]).toContain('c.Patchbay_AdminContentRulesBroken');
});

it('moves one by its buttons, and the focus goes along', async () => {
    const element = await open();
    mockSession.answers.listContentRules = { items: [rules[0], rules[2], rules[1]], choices };
    const focused = jest.spyOn(part(element, '[data-action="up"][data-rule="3"]'), 'focus');
    await click(element, '[data-action="up"][data-rule="3"]');
    expect(mockSession.commands).toEqual([['orderContentRules', { ruleIds: [1, 3, 2] }]]);
    expect(focused).toHaveBeenCalledTimes(1);
});

it('counts each press, however slow the server is, and shows it at once', async () => {
    const element = await open();
    const shown = () => parts(element, 'ol > li [data-action="up"]').map((one) => Number(one.dataset.rule));
    mockSession.held = true;
    const box = part<HTMLInputElement>(element, '[data-action="active"][data-rule="2"]');
    box.checked = true;
    box.dispatchEvent(new CustomEvent('change'));
    await click(element, '[data-action="up"][data-rule="3"]');
    expect(shown()).toEqual([1, 3, 2]);
    await click(element, '[data-action="up"][data-rule="3"]');
    expect(shown()).toEqual([3, 1, 2]);
    expect(box.checked).toBe(true);
    expect(mockSession.commands).toEqual([['setContentRuleActive', { ruleId: 2, active: true }]]);
    mockSession.answers.listContentRules = { items: [rules[2], rules[0], rules[1]], choices };
    for (const _answer of [1, 2, 3, 4]) {
        mockSession.release();
        await settle();
        expect(shown()).toEqual([3, 1, 2]);
    }
    expect(mockSession.commands.at(-1)).toEqual(['orderContentRules', { ruleIds: [3, 1, 2] }]);
    expect(queried('listContentRules')).toHaveLength(2);
});

it('a list that was read before a press does not undo it', async () => {
    const element = await open();
    mockSession.held = true;
    const box = part<HTMLInputElement>(element, '[data-action="active"][data-rule="2"]');
    box.checked = true;
    box.dispatchEvent(new CustomEvent('change'));
    await settle();
    mockSession.release();
    await settle();
    expect(queried('listContentRules')).toHaveLength(2);
    await click(element, '[data-action="up"][data-rule="3"]');
    mockSession.release();
    await settle();
    const buttons = parts(element, 'ol > li [data-action="up"]');
    expect(buttons.map((one) => one.dataset.rule)).toEqual(['1', '3', '2']);
    expect(queried('listContentRules')).toHaveLength(3);
});

it('turns one on; refused, it shows the list as it is, and why', async () => {
    const element = await open();
    mockSession.answers.setContentRuleActive = refused('This rule does not exist, or is not yours to see.');
    const box = part<HTMLInputElement>(element, '[data-action="active"][data-rule="2"]');
    box.checked = true;
    box.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(mockSession.commands).toEqual([['setContentRuleActive', { ruleId: 2, active: true }]]);
    expect(queried('listContentRules')).toHaveLength(2);
    expect(part(element, 'c-patchbay-admin-list')).toMatchObject({
        refusal: { message: 'This rule does not exist, or is not yours to see.' },
    });
});

it('saves a new one, off; refused, what was written stays', async () => {
    const element = await open();
    await click(element, '[data-id="add"]');
    const written = { ...NEW_RULE, name: 'Down', stops: true };
    await tell(element, '[data-id="form"]', 'change', { rule: written });
    mockSession.answers.saveContentRule = refused('The rule does nothing.');
    await tell(element, '[data-id="form"]', 'save');
    const form = part<HTMLElement & { rule: unknown; refusal: { message: string } }>(
        element,
        '[data-id="form"]',
    );
    expect([form.rule, form.refusal.message]).toEqual([written, 'The rule does nothing.']);
    mockSession.answers.saveContentRule = { ruleId: 9 };
    await tell(element, '[data-id="form"]', 'save');
    expect(mockSession.commands.at(-1)).toEqual(['saveContentRule', { ...written, ruleId: null }]);
    expect(parts(element, '[data-id="form"]')).toHaveLength(0);
});

it('deletes one only when it was asked again', async () => {
    const element = await open();
    await click(element, '[data-action="delete"][data-rule="1"]');
    await tell(element, 'c-patchbay-confirm', 'keep');
    expect(parts(element, 'c-patchbay-confirm')).toHaveLength(0);
    expect(mockSession.commands).toEqual([]);
    await click(element, '[data-action="delete"][data-rule="1"]');
    await tell(element, 'c-patchbay-confirm', 'confirm');
    expect(mockSession.commands).toEqual([['deleteContentRule', { ruleId: 1 }]]);
});

it('tries those that are on at once, and further back page by page', async () => {
    const element = await open();
    await click(element, '[data-id="tryAll"]');
    expect(queried('tryContentRules')).toMatchObject([
        { before: null, rules: [{ name: 'Invoices' }, { name: 'German' }] },
    ]);
    const older = triedItems.map((item) => ({
        ...item,
        interaction: { ...item.interaction, id: item.interaction.id - 20 },
    }));
    mockSession.answers.tryContentRules = { ...found, items: older };
    await tell(element, 'c-patchbay-rule-trial', 'more');
    expect(queried('tryContentRules')[1]).toMatchObject({ before: 40 });
    const trial = part<HTMLElement & { trial: { looked: number; items: unknown[] } }>(
        element,
        'c-patchbay-rule-trial',
    );
    expect([trial.trial.looked, trial.trial.items.length]).toEqual([20, 4]);
    expect(mockSession.commands).toEqual([]);
});

it('tries the one that is being written, before it is saved', async () => {
    const element = await open();
    await click(element, '[data-action="edit"][data-rule="2"]');
    await tell(element, '[data-id="form"]', 'try');
    expect(queried('tryContentRules')).toMatchObject([{ rules: [{ name: rules[1]?.name }] }]);
    await tell(element, 'c-patchbay-rule-trial', 'run', { days: null, alone: false });
    expect(queried('tryContentRules')[1]).toMatchObject({
        from: null,
        rules: [{}, { name: rules[1]?.name }, {}],
    });
});

it('says what will come where there is none, and what to do where it cannot be read', async () => {
    mockSession.answers.listContentRules = { items: [], choices };
    expect(part(await open(), 'c-patchbay-admin-list')).toMatchObject({ empty: true });
    clear();
    mockSession.answers.listContentRules = refused('The server is away.');
    const element = await open();
    mockSession.answers.listContentRules = { items: rules, choices };
    await tell(element, 'c-patchbay-empty', 'act');
    expect(parts(element, 'ol > li')).toHaveLength(3);
});

it('a rule is tried at its place; a new one comes last; where none is on all are tried', () => {
    const off = rule(2, { name: 'B', active: false });
    const all = [rule(1, { name: 'A' }), off, rule(3, { name: 'C' })];
    const names = (...args: Parameters<typeof tried>) => tried(...args).map(({ name }) => name);
    expect(names(all, null, false)).toEqual(['A', 'C']);
    expect(names(all, { id: 2, rule: { ...off, name: 'B2' } }, false)).toEqual(['A', 'B2', 'C']);
    expect(names(all, { id: null, rule: NEW_RULE }, false)).toEqual(['A', 'C', '…']);
    expect(names(all, { id: null, rule: { ...NEW_RULE, name: 'N' } }, true)).toEqual(['N']);
    expect(names([off], null, false)).toEqual(['B']);
    expect([moved([1, 2, 3], 3, -1), moved([1, 2, 3], 1, 1)]).toEqual([
        [1, 3, 2],
        [2, 1, 3],
    ]);
});
