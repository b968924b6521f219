import * as api from './api.js';
import { composer } from './composer.js';
import { byId, element, moment, nameOf } from './element.js';
import { messageArticle } from './message.js';
import * as remembered from './remembered.js';

const REFRESH_MS = 2_000;
const SOMEBODY = 'somebody-else';

/** @type {{ customer: any, customers: any[], team: any[], conversations: any[], open: number | 'new' | null, changes: number, shown: string }} */
const state = {
    customer: null,
    customers: [],
    team: [],
    conversations: [],
    open: null,
    changes: -1,
    shown: '',
};
/** Mails do not change: each is fetched once. @type {Map<number, Promise<any>>} */
const messages = new Map();

/** @param {string | null} text */
function problem(text) {
    byId('problem').hidden = text === null;
    byId('problem-text').textContent = text ?? '';
}

async function start() {
    try {
        const { customers, team, receives, sends } = await api.about();
        state.customers = customers;
        state.team = team;
        const notes = [];
        if (!receives)
            notes.push(
                'The server sends its mail to another mail server (SMTP_URL): answers do not arrive here.',
            );
        if (!sends)
            notes.push('The server takes no mail by SMTP (PATCHBAY_SMTP_PORT=0): nothing can be sent.');
        byId('notice').textContent = notes.join(' ');
        byId('notice').hidden = notes.length === 0;
        problem(null);
        become(remembered.customer() ?? customers[0]);
    } catch (error) {
        problem(error instanceof Error ? error.message : String(error));
    }
}

/** @param {{ name: string, address: string }} person */
function become(person) {
    if (!state.customers.some(({ address }) => address === person.address)) state.customers.push(person);
    state.customer = person;
    Object.assign(state, { conversations: [], open: null, changes: -1, shown: '' });
    remembered.rememberCustomer(person);
    byId('somebody').hidden = true;
    byId('who').replaceChildren(
        ...state.customers.map(({ name, address }) =>
            element(
                'option',
                { value: address, selected: address === person.address },
                name ? `${name} <${address}>` : address,
            ),
        ),
        element('option', { value: SOMEBODY }, 'Somebody else …'),
    );
    const wanted = Number(location.hash.slice(1));
    if (wanted > 0) state.open = wanted;
    showThread();
    void refresh();
}

async function refresh() {
    const { address } = state.customer;
    try {
        const { conversations, changes } = await api.conversationsOf(address);
        if (address !== state.customer.address) return;
        problem(null);
        if (changes === state.changes) return;
        announceNew(conversations);
        state.conversations = conversations;
        state.changes = changes;
        showList();
        showThread();
    } catch (error) {
        problem(error instanceof Error ? error.message : String(error));
    }
}

/** @param {any[]} conversations */
function announceNew(conversations) {
    if (state.changes === -1) return;
    const before = Math.max(
        0,
        ...state.conversations.flatMap(({ mails }) => mails.map((/** @type {any} */ mail) => mail.id)),
    );
    const news = conversations
        .flatMap(({ mails }) => mails)
        .filter((mail) => mail.id > before && mail.direction === 'received');
    if (news.length > 0)
        byId('announce').textContent =
            `New mail from ${news.map((mail) => nameOf(mail.fromPerson)).join(', ')}.`;
}

function showList() {
    const read = remembered.lastRead(state.customer.address);
    const list = byId('conversations');
    const focused = document.activeElement?.getAttribute('data-id');
    list.setAttribute('aria-busy', 'false');
    list.replaceChildren(
        ...state.conversations.map((conversation) => {
            const last = conversation.mails.at(-1);
            const unread = conversation.mails.some(
                (/** @type {any} */ mail) => mail.direction === 'received' && mail.id > read,
            );
            const others = conversation.mails.find(
                (/** @type {any} */ mail) => mail.direction === 'received',
            )?.fromPerson;
            return element(
                'li',
                {},
                element(
                    'button',
                    {
                        type: 'button',
                        class: unread ? 'row unread' : 'row',
                        'data-id': conversation.id,
                        'aria-current': state.open === conversation.id ? 'true' : null,
                        onclick: () => openThread(conversation.id),
                    },
                    element(
                        'span',
                        { class: 'person' },
                        nameOf(others ?? last.toPersons[0] ?? last.fromPerson),
                    ),
                    moment(conversation.lastAt),
                    element(
                        'span',
                        { class: 'subject' },
                        unread ? element('span', { class: 'new' }, 'New ') : null,
                        conversation.subject,
                    ),
                    element(
                        'span',
                        { class: 'preview' },
                        `${last.direction === 'sent' ? 'You: ' : ''}${last.preview}`,
                    ),
                ),
            );
        }),
    );
    byId('empty').hidden = state.conversations.length > 0;
    if (focused) list.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
}

/** @param {number | 'new' | null} id */
function openThread(id) {
    state.open = id;
    history.replaceState(null, '', typeof id === 'number' ? `#${id}` : location.pathname);
    showThread();
    showList();
    byId('thread').scrollTop = 0;
    byId('thread').focus({ preventScroll: true });
}

/** Adds what is new to the open conversation; what is typed in it stays. */
function showThread() {
    const thread = byId('thread');
    byId('panes').classList.toggle('open', state.open !== null);
    const conversation = state.conversations.find(({ id }) => id === state.open);
    const wanted = `${state.customer.address}/${state.open}/${conversation?.mails.length ?? 0}`;
    if (wanted === state.shown) return;
    state.shown = wanted;
    if (state.open === 'new') return showNew(thread);
    if (!conversation) {
        thread.replaceChildren(element('p', { class: 'choose' }, 'Choose a conversation, or write a mail.'));
        return;
    }
    void showConversation(thread, conversation, wanted);
}

const back = () =>
    element('button', { type: 'button', class: 'plain back', onclick: () => openThread(null) }, '← All mail');

/** @param {HTMLElement} thread */
function showNew(thread) {
    const form = composer({
        customer: state.customer,
        place: 'new',
        start: { to: state.team[0]?.address ?? '', subject: '', answers: null },
        team: state.team,
        onsent: (sent) => void refresh().then(() => openThread(sent.id)),
    });
    thread.replaceChildren(back(), element('h2', {}, 'New mail'), form);
}

/** @param {HTMLElement} thread @param {any} conversation @param {string} wanted */
async function showConversation(thread, conversation, wanted) {
    try {
        const mails = await Promise.all(conversation.mails.map((/** @type {any} */ { id }) => messageOf(id)));
        if (state.shown !== wanted) return;
        const before = thread.querySelector(`form[data-conversation="${conversation.id}"]`);
        const typing = before?.contains(document.activeElement) ? document.activeElement : null;
        const form = before ?? replyForm(conversation, mails);
        thread.replaceChildren(
            back(),
            element('h2', {}, conversation.subject),
            ...mails.map(messageArticle),
            form,
        );
        if (typing instanceof HTMLElement) typing.focus({ preventScroll: true });
        remembered.rememberRead(state.customer.address, conversation.mails.at(-1).id);
        showList();
    } catch (error) {
        state.shown = '';
        problem(error instanceof Error ? error.message : String(error));
    }
}

/** @param {number} id */
function messageOf(id) {
    const known = messages.get(id) ?? api.message(id);
    messages.set(id, known);
    known.catch(() => messages.delete(id));
    return known;
}

/**
 * As a mail client answers: the newest mail from the other side, to its Reply-To; before there is one, the
 * customer writes once more to whom they wrote.
 *
 * @param {any} conversation @param {any[]} mails
 */
function replyForm(conversation, mails) {
    const answers = mails.findLast((mail) => mail.direction === 'received') ?? mails.at(-1);
    const to =
        answers.direction === 'sent'
            ? answers.toPersons
            : answers.replyTo.length > 0
              ? answers.replyTo
              : [answers.fromPerson];
    const form = composer({
        customer: state.customer,
        place: String(conversation.id),
        start: {
            to: to.map((/** @type {any} */ { address }) => address).join(', '),
            subject: /^re:/i.test(answers.subject) ? answers.subject : `Re: ${answers.subject}`,
            answers,
        },
        team: state.team,
        onsent: () => {
            form.remove();
            void refresh();
        },
    });
    form.dataset['conversation'] = String(conversation.id);
    return form;
}

byId('who').addEventListener('change', (/** @type {any} */ { target }) => {
    if (target.value !== SOMEBODY)
        return become(state.customers.find(({ address }) => address === target.value));
    byId('somebody').hidden = false;
    byId('somebody').elements.name.focus();
});
byId('somebody').addEventListener('submit', (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const { name, address } = byId('somebody').elements;
    become({ name: name.value.trim(), address: address.value.trim().toLowerCase() });
});
byId('somebody-cancel').addEventListener('click', () => become(state.customer));
byId('write').addEventListener('click', () => openThread('new'));
byId('retry').addEventListener('click', () => void (state.customer ? refresh() : start()));
window.addEventListener('hashchange', () => openThread(Number(location.hash.slice(1)) || null));
document.addEventListener('visibilitychange', () => {
    if (!document.hidden && state.customer) void refresh();
});
setInterval(() => {
    if (!document.hidden && state.customer) void refresh();
}, REFRESH_MS);
void start();
