import SignIn from 'c/patchbaySignIn';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
beforeEach(() => {
    mockSession = fakeSession();
});
afterEach(clear);

const fill = (element: Element, name: string, value: string): void => {
    const field = (parts(element, 'lightning-input') as (HTMLElement & { name: string })[]).find(
        (one) => one.name === name,
    );
    field?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
};
const submit = (element: Element): void => {
    part(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
};

it('signs a demo agent in with one click', async () => {
    mockSession.answers.signInOptions = {
        demo: true,
        demoAgents: [{ username: 'ana', name: 'Ana Ruiz', role: 'agent' }],
    };
    const element = mount(SignIn);
    await settle();
    part(element, '[data-username="ana"]').click();
    expect(mockSession.commands).toEqual([['demoSignIn', { username: 'ana' }]]);
});

it('lists nobody outside the demo', async () => {
    const element = mount(SignIn);
    await settle();
    expect(parts(element, '.agent')).toHaveLength(0);
});

it('asks for both before it asks the server, and shows why it was refused', async () => {
    mockSession.answers.signIn = refused('Unknown username or wrong password.', 'Try again.');
    const element = mount(SignIn);
    submit(element);
    await settle();
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({ message: 'c.Patchbay_SignInIncomplete' });
    expect(mockSession.commands).toHaveLength(0);
    fill(element, 'username', ' ana ');
    fill(element, 'password', 'secret words');
    submit(element);
    await settle();
    expect(mockSession.commands).toEqual([['signIn', { args: ['ana', 'secret words'] }]]);
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({
        message: 'Unknown username or wrong password.',
        nextStep: 'Try again.',
    });
});
