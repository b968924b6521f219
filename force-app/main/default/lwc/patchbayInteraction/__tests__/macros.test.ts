import Interaction from 'c/patchbayInteraction';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { detail } from '../../../../../../local-org/gallery/thread';
import { clear, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
const macros = [{ id: 4, own: false, key: '1', title: 'Thank', does: ['insert "Thanks"'] }];
beforeEach(() => {
    localStorage.clear();
    mockSession = fakeSession();
    mockSession.answers.getInteraction = detail();
    mockSession.answers.getWritingHelp = { quickReplies: [], macros, signature: { text: '', of: 'nobody' } };
});
afterEach(clear);

type Pane = HTMLElement & { act(action: string): void; actByKey(key: string): boolean };
async function open(): Promise<Pane> {
    const element = mount(Interaction, { interactionId: 1 }) as Pane;
    await settle();
    return element;
}
const ran = () => mockSession.commands.filter(([name]) => name === 'runMacro');
const textOf = (element: Element) => {
    const composer = part(part(element, 'c-patchbay-reply'), 'c-patchbay-composer');
    return (composer as HTMLElement & { text: string }).text;
};

it('lists the macros for the key m, runs the one chosen, and puts its text below what is typed', async () => {
    const insert = { text: 'Thank you.', html: null, unfilled: [] };
    mockSession.answers.runMacro = { insert, messageId: null };
    const element = await open();
    part(part(element, 'c-patchbay-reply'), 'c-patchbay-composer').dispatchEvent(
        new CustomEvent('textchange', { detail: { text: 'Hello,' } }),
    );
    element.act('macros');
    await settle();
    expect(part(element, 'c-patchbay-macros')).toMatchObject({ macros });
    part(element, 'c-patchbay-macros').dispatchEvent(new CustomEvent('run', { detail: { macroId: 4 } }));
    await settle();
    expect(ran()).toEqual([['runMacro', { interactionId: 1, macroId: 4 }]]);
    expect(parts(element, 'c-patchbay-macros')).toHaveLength(0);
    expect(textOf(element)).toBe('Hello,\n\nThank you.');
});

it('runs by its key, and only a key that is one', async () => {
    mockSession.answers.runMacro = { insert: null, messageId: 7 };
    const element = await open();
    expect([element.actByKey('2'), element.actByKey('1')]).toEqual([false, true]);
    await settle();
    expect(ran()).toHaveLength(1);
});

it('says which step was refused, and changes nothing in what is typed', async () => {
    mockSession.answers.runMacro = refused('Step 2 (Close): It is Closed.', 'Reopen it first.');
    const element = await open();
    element.actByKey('1');
    await settle();
    expect(part(element, 'c-patchbay-macros')).toMatchObject({
        refusal: { message: 'Step 2 (Close): It is Closed.', nextStep: 'Reopen it first.' },
    });
    expect(textOf(element)).toBe('');
});
