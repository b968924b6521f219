import ServiceTargets from 'c/patchbayServiceTargets';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
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

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

const row = (id: number, more: object = {}) => ({
    id,
    kind: 'first_reply',
    state: 'overdue',
    interaction: {
        id: 100 + id,
        number: String(100 + id),
        channel: 'email',
        subject: 'Lamp',
        customer: { name: 'Maria Gonzalez', address: 'maria@example.com' },
        priority: 'urgent',
    },
    queue: { id: 1, name: 'Support' },
    agent: { id: 7, name: 'Ana Ruiz' },
    startedAt: 1,
    dueAt: 5,
    noticedAt: 5,
    metAt: null,
    ...more,
});
beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.listServiceTargets = {
        items: [row(3), row(2, { state: 'ended', metAt: 9 })],
        more: true,
    };
    mockSession.answers.getServiceTargetCounts = { items: [] };
});
afterEach(clear);
const open = async (): Promise<HTMLElement> => {
    const element = mount(ServiceTargets);
    await settle();
    return element;
};
const asked = (name: string) =>
    mockSession.queries.filter(([query]) => query === name).map(([, args]) => args);

it('names the customer, what is promised, where and whose; the state in a word and a shape', async () => {
    const element = await open();
    const [first, second] = parts(element, 'li');
    const text = words(first as Element);
    for (const shown of ['Maria Gonzalez', '#103', 'Support', 'Ana Ruiz', 'c.Patchbay_TargetStateOverdue'])
        expect(text).toContain(shown);
    expect(parts(element, 'li c-patchbay-target')).toHaveLength(1);
    expect(words(second as Element)).toContain('c.Patchbay_TargetStateEnded');
    expect(parts(element, 'li .state lightning-icon')).toHaveLength(2);
});

it('opens the interaction of a row', async () => {
    const element = await open();
    const opened = listen(document.body, 'open');
    part(element, 'li button').click();
    expect(opened).toEqual([{ interactionId: 103 }]);
});

it('says that an interaction is where one may not read it, and does not open it', async () => {
    const interaction = { ...row(3).interaction, subject: null, customer: null };
    mockSession.answers.listServiceTargets = { items: [row(3, { interaction })], more: false };
    const element = await open();
    const text = words(part(element, 'li'));
    for (const shown of ['c.Patchbay_TargetElsewhere', '#103', 'Support']) expect(text).toContain(shown);
    expect(part<HTMLButtonElement>(element, 'li button').disabled).toBe(true);
});

it('asks for what is chosen, by numbers where it is somebody, and counts the same days', async () => {
    const element = await open();
    const choose = async (name: string, value: string): Promise<void> => {
        const field = part<HTMLSelectElement>(element, `[data-name="${name}"]`);
        const option = document.createElement('option');
        option.value = value;
        field.append(option);
        field.value = value;
        field.dispatchEvent(new CustomEvent('change'));
        await settle();
    };
    await choose('queueId', '1');
    await choose('kind', 'resolution');
    await choose('state', 'warned');
    const day = part<HTMLInputElement>(element, '[data-name="to"]');
    day.value = '2026-03-04';
    day.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(asked('listServiceTargets').at(-1)).toMatchObject({
        queueId: 1,
        kind: 'resolution',
        state: 'warned',
        to: '2026-03-04',
        before: null,
    });
    expect(asked('getServiceTargetCounts').at(-1)).toMatchObject({
        queueId: 1,
        kind: 'resolution',
        to: '2026-03-04',
    });
    part(element, 'c-patchbay-target-counts').dispatchEvent(new CustomEvent('by', { detail: { by: 'day' } }));
    await settle();
    expect(asked('getServiceTargetCounts').at(-1)).toMatchObject({ by: ['day', 'kind'] });
});

it('reads on, and keeps what is there', async () => {
    const element = await open();
    mockSession.answers.listServiceTargets = { items: [row(1)], more: false };
    part(element, '[data-id="more"]').click();
    await settle();
    expect(asked('listServiceTargets').at(-1)).toMatchObject({ before: 2 });
    expect(parts(element, 'li')).toHaveLength(3);
});

it('says that nothing is in danger, or what is wrong; Escape closes', async () => {
    mockSession.answers.listServiceTargets = { items: [], more: false };
    expect(parts(await open(), 'c-patchbay-empty')).toHaveLength(1);
    clear();
    mockSession.answers.listServiceTargets = refused('The server is busy.', 'Try again.');
    const element = await open();
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({ message: 'The server is busy.' });
    const closed = listen(element, 'close');
    press(part(element, '.page'), 'Escape');
    expect(closed).toHaveLength(1);
});
