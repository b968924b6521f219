import * as api from './api.js';
import { element, moment, nameOf, size } from './element.js';

/**
 * One mail of a conversation.
 *
 * @param {any} mail as the API answers it
 */
export function messageArticle(mail) {
    const mine = mail.direction === 'sent';
    const automatic = mail.headers.some(
        (/** @type {{ name: string, value: string }} */ { name, value }) =>
            name.toLowerCase() === 'auto-submitted' && value.toLowerCase() !== 'no',
    );
    return element(
        'article',
        {
            class: mine ? 'message mine' : 'message',
            'aria-label': `${mine ? 'You' : nameOf(mail.fromPerson)}: ${mail.subject}`,
        },
        element(
            'header',
            {},
            element('strong', {}, mine ? 'You' : nameOf(mail.fromPerson)),
            automatic ? element('span', { class: 'tag' }, 'Automatic') : null,
            moment(mail.at),
            element('span', { class: 'to' }, `to ${mail.toPersons.map(nameOf).join(', ')}`),
        ),
        ...bodyOf(mail),
        mail.parts.length > 0 ? attachments(mail) : null,
        details(mail, mine),
    );
}

/** The text with its trailing quote folded; HTML in a frame of its own, where no script runs. */
function bodyOf(/** @type {any} */ mail) {
    const { own, quote } = withoutQuote(mail.text);
    const shown = [];
    if (mail.text.trim() !== '') shown.push(element('div', { class: 'text' }, own));
    if (quote !== '')
        shown.push(
            element(
                'details',
                { class: 'quote' },
                element('summary', { 'aria-label': 'Quoted text' }, '•••'),
                element('div', { class: 'text' }, quote),
            ),
        );
    if (mail.hasHtml) {
        const frame = () =>
            element('iframe', {
                class: 'html',
                sandbox: '',
                src: api.htmlUrl(mail.id),
                title: 'The mail as HTML',
            });
        if (mail.text.trim() === '') shown.push(frame());
        else {
            const more = element('details', { class: 'as-html' }, element('summary', {}, 'As HTML'));
            more.addEventListener('toggle', () => more.append(frame()), { once: true });
            shown.push(more);
        }
    }
    if (shown.length === 0) shown.push(element('p', { class: 'nothing' }, 'No text.'));
    return shown;
}

/** @param {string} text */
function withoutQuote(text) {
    const lines = text.trimEnd().split('\n');
    let first = lines.length;
    while (first > 0 && /^\s*(>|$)/.test(lines[first - 1] ?? '')) first -= 1;
    const found = lines.slice(first).some((line) => line.trimStart().startsWith('>'));
    if (!found) return { own: text.trimEnd(), quote: '' };
    if (/^On .{1,200} wrote:\s*$/.test(lines[first - 1] ?? '')) first -= 1;
    return { own: lines.slice(0, first).join('\n').trimEnd(), quote: lines.slice(first).join('\n').trim() };
}

function attachments(/** @type {any} */ mail) {
    return element(
        'ul',
        { class: 'chips', 'aria-label': 'Attachments' },
        ...mail.parts.map((/** @type {any} */ part) =>
            element(
                'li',
                {},
                element(
                    'a',
                    { href: api.attachmentUrl(mail.id, part.n), download: part.filename },
                    part.filename,
                ),
                ` ${size(part.size)}`,
            ),
        ),
    );
}

function details(/** @type {any} */ mail, /** @type {boolean} */ mine) {
    return element(
        'details',
        { class: 'sent' },
        element('summary', {}, mine ? 'What was really sent' : 'What the server really sent'),
        element(
            'p',
            {},
            `Envelope: from <${mail.from}> to ${mail.to.map((/** @type {string} */ one) => `<${one}>`).join(', ')} · ${size(mail.bytes)} · `,
            element(
                'a',
                { href: api.rawUrl(mail.id), target: '_blank', rel: 'noopener' },
                'the whole mail, byte for byte',
            ),
        ),
        element(
            'dl',
            {},
            ...mail.headers.map((/** @type {{ name: string, value: string }} */ { name, value }) =>
                element('div', {}, element('dt', {}, name), element('dd', {}, value)),
            ),
        ),
    );
}
