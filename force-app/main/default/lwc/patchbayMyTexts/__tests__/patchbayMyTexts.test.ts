import MyTexts from 'c/patchbayMyTexts';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, listen, mount, part, press, settle, type } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.getOwnSignature = { text: 'Ana' };
});
afterEach(clear);

const saves = () => mockSession.commands.filter(([name]) => name === 'saveOwnSignature');

it('shows the signature, saves another and says so', async () => {
    const element = mount(MyTexts);
    await settle();
    expect(part<HTMLTextAreaElement>(element, 'textarea').value).toBe('Ana');
    type(part(element, 'textarea'), '{{agent.name}}');
    part(element, '[data-id="save-signature"]').click();
    await settle();
    expect(saves()).toEqual([['saveOwnSignature', { text: '{{agent.name}}' }]]);
    expect(part(element, '[role="status"]').textContent).toBe('c.Patchbay_Saved');
});

it('keeps what was typed when it is refused', async () => {
    mockSession.answers.saveOwnSignature = refused('Emojis are not sent by email: 🙂.', 'Remove it.');
    const element = mount(MyTexts);
    await settle();
    type(part(element, 'textarea'), 'Ana 🙂');
    part(element, '[data-id="save-signature"]').click();
    await settle();
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({ nextStep: 'Remove it.' });
    expect(part<HTMLTextAreaElement>(element, 'textarea').value).toBe('Ana 🙂');
});

it('keeps the own quick replies and macros beside it, and is left by Escape', async () => {
    const element = mount(MyTexts);
    const left = listen(element, 'close');
    await settle();
    for (const kept of ['c-patchbay-quick-reply-keeper', 'c-patchbay-macro-keeper'])
        expect(part(element, kept)).toMatchObject({ own: true });
    press(part(element, 'section'), 'Escape');
    expect(left).toHaveLength(1);
});
