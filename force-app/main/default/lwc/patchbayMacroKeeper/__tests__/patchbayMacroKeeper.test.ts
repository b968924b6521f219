import Keeper from 'c/patchbayMacroKeeper';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, parts, settle, type, words } from '../../../../../../local-org/gallery/mount';
import { changedStep, HOUR, KINDS, newStep, withWords, wordsOf } from '../macroForm';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
const close = { kind: 'close', dispositionId: 8, notes: '' };
const macro = { id: 4, queue: null, own: false, key: '1', title: 'Done', steps: [close] };
beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.listMacros = {
        items: [macro],
        dispositions: [{ id: 8, label: 'Solved', queue: null }],
    };
    mockSession.answers.listQuickReplies = { items: [{ id: 6, title: 'Thanks', own: false }], fields: [] };
    mockSession.answers.listQueues = { items: [{ id: 3, name: 'Support' }] };
});
afterEach(clear);

const frame = (element: Element): HTMLElement => part(element, 'c-patchbay-keeper-frame');

const open = async (): Promise<HTMLElement> => {
    const element = mount(Keeper);
    await settle();
    return element;
};
const click = async (element: Element, selector: string): Promise<void> => {
    part(element, selector).click();
    await settle();
};
const choose = async (element: Element, selector: string, value: string): Promise<void> => {
    const select = part<HTMLSelectElement>(element, selector);
    select.value = value;
    select.dispatchEvent(new CustomEvent('change'));
    await settle();
};

it('makes a macro of steps, on a key', async () => {
    const element = await open();
    await click(frame(element), '[data-id="add"]');
    type(part(element, '[name="title"]'), 'Thank and close');
    await choose(element, '[data-id="key"]', '2');
    await click(element, '[data-id="add-step"]');
    await click(element, '[data-id="add-step"]');
    await choose(element, '[data-step="1"] [data-id="kind"]', 'close');
    await click(frame(element), '[data-id="save"]');
    expect(mockSession.commands).toEqual([
        [
            'saveMacro',
            {
                macroId: null,
                queueId: null,
                title: 'Thank and close',
                key: '2',
                steps: [{ kind: 'reply', quickReplyId: 6, send: true }, close],
            },
        ],
    ]);
});

it('keeps what was made when it is refused, and removes a step', async () => {
    mockSession.answers.saveMacro = refused('Nothing can follow "Close".', 'Move it to the end.');
    const element = await open();
    await click(frame(element), '[data-id="edit"]');
    await click(element, '[data-id="add-step"]');
    await click(frame(element), '[data-id="save"]');
    expect(part(frame(element), 'c-patchbay-refusal')).toMatchObject({
        message: 'Nothing can follow "Close".',
    });
    expect(parts(element, '.step')).toHaveLength(2);
    await click(element, '[data-step="1"] lightning-button-icon');
    expect(parts(element, '.step')).toHaveLength(1);
});

it('changes each kind of step by what is typed or chosen', () => {
    const choices = { quickReplies: [], queues: [], dispositions: [] };
    expect(KINDS.map((kind) => newStep(kind, choices).kind)).toEqual(KINDS);
    expect(changedStep({ kind: 'pending', after: 0 }, '1.5', false)).toEqual({
        kind: 'pending',
        after: 1.5 * HOUR,
    });
    const reply = { kind: 'reply', quickReplyId: 6, send: true } as const;
    expect(changedStep(reply, 'send', false)).toEqual({ ...reply, send: false });
    expect(changedStep(reply, '7', false)).toEqual({ ...reply, quickReplyId: 7 });
    expect(changedStep({ kind: 'transfer', queueId: 1, note: '' }, '3', false)).toMatchObject({ queueId: 3 });
    expect(changedStep({ kind: 'resolve' }, 'x', true)).toEqual({ kind: 'resolve' });
});

it('adds and removes a tag by its name', async () => {
    const element = await open();
    await click(frame(element), '[data-id="add"]');
    await click(element, '[data-id="add-step"]');
    await choose(element, '[data-step="0"] [data-id="kind"]', 'add_tag');
    expect(words(part(element, '[data-step="0"] label:nth-of-type(2)'))).toBe('c.Patchbay_Tag');
    type(part(element, '[data-step="0"] [data-id="words"]'), 'VIP');
    await click(frame(element), '[data-id="save"]');
    expect(mockSession.commands[0]?.[1]).toMatchObject({ steps: [{ kind: 'add_tag', name: 'VIP' }] });
});

it('takes the words of a note, and those that go along with a transfer or an outcome', () => {
    expect(withWords({ kind: 'note', text: '' }, 'Hi')).toEqual({ kind: 'note', text: 'Hi' });
    const transfer = { kind: 'transfer', queueId: 1, note: '' } as const;
    expect(withWords(transfer, 'Please')).toEqual({ ...transfer, note: 'Please' });
    const closing = { kind: 'close', dispositionId: 1, notes: '' } as const;
    expect(wordsOf(withWords(closing, 'Done by phone'))).toBe('Done by phone');
    expect(wordsOf({ kind: 'resolve' })).toBeNull();
    expect(withWords({ kind: 'resolve' }, 'x')).toEqual({ kind: 'resolve' });
});
