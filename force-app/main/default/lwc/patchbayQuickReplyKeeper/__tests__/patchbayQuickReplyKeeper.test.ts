import Keeper from 'c/patchbayQuickReplyKeeper';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, parts, settle, type } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
const reply = (id: number, own: boolean) => ({
    id,
    queue: own ? null : { id: 3, name: 'Support' },
    own,
    shortcut: `s${id}`,
    title: `Title ${id}`,
    text: 'Hello {{customer.name}}',
    format: 'plain',
});
beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.listQuickReplies = {
        items: [reply(1, false), reply(2, true)],
        fields: ['customer.name'],
    };
    mockSession.answers.listQueues = { items: [{ id: 3, name: 'Support' }] };
});
afterEach(clear);

const frame = (element: Element): HTMLElement => part(element, 'c-patchbay-keeper-frame');

const open = async (own = false): Promise<HTMLElement> => {
    const element = mount(Keeper, { own });
    await settle();
    return element;
};
const click = async (element: Element, selector: string): Promise<void> => {
    part(element, selector).click();
    await settle();
};
const saved = () => mockSession.commands.filter(([name]) => name.startsWith('save'));

it('changes a shared one, for its queue, and lists none of the own', async () => {
    const element = await open();
    expect(parts(frame(element), '.row').map((row) => row.textContent)).toEqual([
        expect.stringContaining('Support'),
    ]);
    await click(frame(element), '[data-id="edit"]');
    expect(part<HTMLTextAreaElement>(element, 'textarea').value).toBe('Hello {{customer.name}}');
    type(part(element, '[name="title"]'), 'Greeting');
    await click(frame(element), '[data-id="save"]');
    const text = 'Hello {{customer.name}}';
    expect(saved()).toEqual([
        [
            'saveQuickReply',
            { quickReplyId: 1, shortcut: 's1', title: 'Greeting', text, format: 'plain', queueId: 3 },
        ],
    ]);
    expect(parts(frame(element), '[data-id="form"]')).toHaveLength(0);
});

it('adds an own one, with or without the slash, and asks for no queue', async () => {
    const element = await open(true);
    await click(frame(element), '[data-id="add"]');
    expect(parts(frame(element), '[data-id="queue"]')).toHaveLength(0);
    type(part(element, '[name="shortcut"]'), '/bye');
    type(part(element, '[name="text"]'), 'Bye');
    await click(frame(element), '[data-id="save"]');
    expect(saved()[0]).toEqual([
        'saveOwnQuickReply',
        { quickReplyId: null, shortcut: 'bye', title: '', text: 'Bye', format: 'plain' },
    ]);
});

it('keeps what was typed when it is refused, with the suggestion', async () => {
    mockSession.answers.saveQuickReply = refused(
        '{{custmer}} is no field.',
        'Did you mean {{customer.name}}?',
    );
    const element = await open();
    await click(frame(element), '[data-id="add"]');
    type(part(element, '[name="text"]'), '{{custmer}}');
    await click(frame(element), '[data-id="save"]');
    expect(part(frame(element), 'c-patchbay-refusal')).toMatchObject({
        nextStep: 'Did you mean {{customer.name}}?',
    });
    expect(part<HTMLTextAreaElement>(element, 'textarea').value).toBe('{{custmer}}');
});

it('deletes, and says what to do where there is none', async () => {
    const element = await open();
    mockSession.answers.listQuickReplies = { items: [], fields: [] };
    frame(element).dispatchEvent(new CustomEvent('remove', { detail: { id: 1 } }));
    await settle();
    expect(mockSession.commands).toEqual([['deleteQuickReply', { quickReplyId: 1 }]]);
    expect(parts(frame(element), 'c-patchbay-empty')).toHaveLength(1);
});

it('writes formatted text in a field that shows it, and keeps the few tags that are sent', async () => {
    const element = await open();
    await click(frame(element), '[data-id="add"]');
    type(part(element, '[name="text"]'), 'Hello');
    await click(element, '[data-id="html"]');
    const field = part(element, 'c-patchbay-rich-text') as HTMLElement & { html: string };
    expect(field.html).toBe('<p>Hello</p>');
    const html = '<p>Hello <b>you</b></p><div><font>there</font></div>';
    field.dispatchEvent(new CustomEvent('richchange', { detail: { html, text: 'Hello you\nthere' } }));
    await settle();
    // What the field holds is not written into it again.
    expect(field.html).toBe(html);
    await click(frame(element), '[data-id="save"]');
    expect(saved()[0]?.[1]).toMatchObject({ format: 'html', text: '<p>Hello <b>you</b></p><p>there</p>' });
});

it('leaves the words where the format is taken away again', async () => {
    const element = await open();
    await click(frame(element), '[data-id="add"]');
    await click(element, '[data-id="html"]');
    const detail = { html: '<b>Hi</b><br>you', text: 'Hi\nyou' };
    part(element, 'c-patchbay-rich-text').dispatchEvent(new CustomEvent('richchange', { detail }));
    await click(element, '[data-id="html"]');
    expect(part<HTMLTextAreaElement>(element, 'textarea').value).toBe('Hi\nyou');
});
