import Spam from 'c/patchbaySpam';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    press,
    settle,
    type,
} from '../../../../../../local-org/gallery/mount';

afterEach(clear);

const submit = (element: Element): void => {
    part(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
};

it('is marked with a reason only', async () => {
    const element = mount(Spam);
    const confirmed = listen(element, 'confirm');
    submit(element);
    expect(part<HTMLButtonElement>(element, '[data-id="confirm"]').disabled).toBe(true);
    type(part(element, 'input[type="text"]'), '  Sells lamps ');
    await settle();
    expect(part<HTMLButtonElement>(element, '[data-id="confirm"]').disabled).toBe(false);
    submit(element);
    expect(confirmed).toEqual([{ reason: 'Sells lamps', scope: null }]);
});

it('blocks the sender alone for an agent; one who leads may choose the domain', async () => {
    const asAgent = mount(Spam, { blocks: true });
    expect(parts(asAgent, '[type="radio"]')).toHaveLength(0);
    clear();
    const element = mount(Spam, { blocks: true, mayBlockDomain: true });
    const confirmed = listen(element, 'confirm');
    type(part(element, 'input[type="text"]'), 'Lamps');
    submit(element);
    part(element, '[value="domain"]').dispatchEvent(new CustomEvent('change'));
    await settle();
    submit(element);
    expect(confirmed).toEqual([
        { reason: 'Lamps', scope: 'sender' },
        { reason: 'Lamps', scope: 'domain' },
    ]);
});

it('says why it was refused and what to do, keeps what was typed, and Escape leaves', async () => {
    const element = mount(Spam, { refusal: { message: 'It is Closed.', nextStep: 'Reopen it first.' } });
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({
        message: 'It is Closed.',
        nextStep: 'Reopen it first.',
    });
    type(part(element, 'input[type="text"]'), 'Lamps');
    Object.assign(element, { busy: true });
    await settle();
    expect(part<HTMLInputElement>(element, 'input[type="text"]').value).toBe('Lamps');
    const left = listen(element, 'cancel');
    press(part(element, 'input[type="text"]'), 'Escape');
    expect(left).toHaveLength(1);
});
