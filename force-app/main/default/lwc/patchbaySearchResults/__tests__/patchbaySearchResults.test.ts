import Results from 'c/patchbaySearchResults';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    press,
    settle,
    words,
} from '../../../../../../local-org/gallery/mount';

const mockSession = {
    state: { me: null, serverOffset: 0 },
    subscribe: () => () => undefined,
    serverNow: () => 0,
};
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

const EVIL = '<img src=x onerror=alert(1)>';
const hit = (id: number): object => ({
    summary: interaction(id),
    messageId: id,
    at: 1,
    direction: 'inbound',
    from: [{ text: 'Maria', hit: false }],
    subject: [{ text: 'Lamp', hit: true }],
    line: [
        { text: EVIL, hit: false },
        { text: '<b>lamp</b>', hit: true },
    ],
    file: null,
});
const items = [hit(1), hit(2)];
const term = (kind: string, text: string, problem: string | null = null): object => ({
    kind,
    text,
    start: 0,
    end: text.length,
    negated: false,
    problem,
});

it('marks what was found, and shows markup of mails as text', () => {
    const element = mount(Results, { items });
    const row = part(element, '[data-interaction="1"]');
    expect([...row.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
        'Lamp',
        '<b>lamp</b>',
    ]);
    expect(row.querySelectorAll('img, b')).toHaveLength(0);
    expect(words(row)).toContain(EVIL);
});

it('is walked through by the keys and opens by click or Enter', async () => {
    const element = mount(Results, { items });
    const opened = listen(element, 'open');
    const list = part(element, '.rows');
    (element as HTMLElement & { moveFocus(step: number): void }).moveFocus(1);
    press(list, 'ArrowDown');
    await settle();
    expect(parts(element, '.row').map(({ tabIndex }) => tabIndex)).toEqual([-1, 0]);
    part(element, '[data-interaction="2"]').click();
    expect(opened).toEqual([{ interactionId: 2 }]);
});

it('shows filters as chips that can be taken out, and what is wrong with one', () => {
    const terms = [
        term('words', 'lamp'),
        term('status', 'status:open'),
        term('agent', 'agent:x', 'Nobody is called “x”.'),
    ];
    const element = mount(Results, { terms });
    const dropped = listen(element, 'drop');
    expect(parts(element, '.chip').map(words)).toEqual(['status:open', 'agent:x']);
    expect(part(element, '[data-problem]')).toMatchObject({ message: 'Nobody is called “x”.' });
    expect(parts(element, 'c-patchbay-empty')).toHaveLength(0);
    parts(element, '.drop')[0]?.click();
    expect(dropped).toEqual([{ start: 0, end: 11 }]);
});

it.each([
    ['nothing found', { items: [] }, 'c-patchbay-empty'],
    ['still searching', { items: [], loading: true }, 'c-patchbay-skeleton'],
    ['refused', { items: [], problem: { message: 'why', nextStep: null } }, 'c-patchbay-refusal'],
    ['there is more', { items, more: true }, '[data-id=more]'],
    ['found too little so far', { items: [], more: true, lookedBackTo: 1 }, '[data-id=more]'],
])('%s', (_state, props, selector) => {
    const element = mount(Results, props);
    const states = ['c-patchbay-empty', 'c-patchbay-skeleton', 'c-patchbay-refusal', '[data-id=more]'];
    for (const each of states) expect(parts(element, each)).toHaveLength(each === selector ? 1 : 0);
});
