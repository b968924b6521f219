import Reply from 'c/patchbayReply';
import { fakeSession, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { detail, message, not } from '../../../../../../local-org/gallery/thread';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import { clear, mount, settle } from '../../../../../../local-org/gallery/mount';
import { composer, tell, type Writing } from './composing';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

beforeEach(() => {
    localStorage.clear();
    mockSession = fakeSession();
});
afterEach(clear);

const bert = { name: 'Bert', address: 'bert@example.com' };
const carla = { name: 'Carla', address: 'carla@example.com' };
const can = { allowed: true, reason: null, nextStep: null };
const unread = not('Replies to no-reply@bank.example are not read.', 'Start a new mail.');
const messages = [
    message(1, {
        subject: 'The other lamp',
        answer: { to: [bert], all: { to: [bert], cc: [carla] }, can },
    }),
    message(2, { answer: { to: [bert], all: { to: [bert], cc: [] }, can: unread } }),
    message(3),
];

const open = (): Writing => mount(Reply, { detail: detail(interaction(1), { messages }) }) as Writing;
const sent = () => mockSession.commands.find(([name]) => name === 'sendReply')?.[1];

it('goes to those whom the chosen message names, under its subject, and says which it is', async () => {
    const element = open();
    tell(element, 'textchange', { text: 'Hello' });
    element.writeAs('reply_all', 1);
    await settle();
    expect(composer(element)).toMatchObject({
        kind: 'reply_all',
        text: 'Hello',
        to: ['bert@example.com'],
        cc: ['carla@example.com'],
        subject: 'Re: The other lamp',
        answersText: 'c.Patchbay_Answers',
    });
    tell(element, 'send');
    await settle();
    expect(sent()).toMatchObject({ kind: 'reply_all', messageId: 1, to: null, cc: ['carla@example.com'] });
});

it('stays with the chosen message as a reply to one, and returns to the newest when told to', async () => {
    const element = open();
    element.writeAs('reply_all', 1);
    tell(element, 'mailchange', { kind: 'reply' });
    await settle();
    expect(composer(element)).toMatchObject({ kind: 'reply', to: ['bert@example.com'], cc: [] });
    tell(element, 'answernewest');
    tell(element, 'textchange', { text: 'Hello' });
    await settle();
    expect(composer(element)).toMatchObject({ to: ['maria.gonzalez@example.com'], answersText: '' });
    tell(element, 'send');
    await settle();
    expect(sent()).toMatchObject({ messageId: null });
});

it('says nothing where the newest is chosen, and what is wrong where nobody reads the chosen one', async () => {
    const element = open();
    element.writeAs('reply', 3);
    await settle();
    expect(composer(element)).toMatchObject({ answersText: '', can: { allowed: true } });
    element.writeAs('reply', 2);
    await settle();
    expect(composer(element)).toMatchObject({ can: unread, answersText: 'c.Patchbay_Answers' });
});

it('answers an older one where nobody reads a reply to the newest', async () => {
    const known = detail(interaction(1), { messages });
    const element = mount(Reply, { detail: { ...known, can: { ...known.can, reply: unread } } }) as Writing;
    expect(composer(element)).toMatchObject({ can: unread });
    element.writeAs('reply', 1);
    await settle();
    expect(composer(element)).toMatchObject({ can: { allowed: true }, to: ['bert@example.com'] });
});

it('says that the chosen message is gone', () => {
    const draft = {
        kind: 'reply' as const,
        text: 'Hello',
        html: null,
        to: null,
        cc: [],
        bcc: [],
        uploads: [],
    };
    const kept = {
        ...draft,
        subject: null,
        forwards: null,
        answers: 9,
        scheduledFor: null,
        savedAt: 1,
        version: 2,
    };
    const element = mount(Reply, { detail: detail(interaction(1), { messages, draft: kept }) });
    expect(composer(element)).toMatchObject({ answersText: 'c.Patchbay_AnswersGone', text: 'Hello' });
});
