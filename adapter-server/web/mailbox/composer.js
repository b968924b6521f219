import * as api from './api.js';
import { element, size } from './element.js';
import * as remembered from './remembered.js';

const MOST_BYTES = 8 * 1024 * 1024;

/**
 * The form that a mail is written in. What is typed survives a reload.
 *
 * @param {object} options
 * @param {{ name: string, address: string }} options.customer
 * @param {string} options.place where the draft belongs: a conversation's id, or `new`
 * @param {{ to: string, subject: string, answers: any }} options.start `answers`: the mail that is answered, or null
 * @param {{ name: string, address: string }[]} options.team
 * @param {(sent: any) => void} options.onsent
 */
export function composer({ customer, place, start, team, onsent }) {
    const key = `${customer.address}/${place}`;
    const typed = remembered.draft(key);
    /** @type {File[]} */
    let files = [];

    const to = /** @type {HTMLInputElement} */ (
        element('input', {
            name: 'to',
            required: true,
            value: typed.to ?? start.to,
            list: 'team',
            autocomplete: 'off',
        })
    );
    const subject = /** @type {HTMLInputElement} */ (
        element('input', {
            name: 'subject',
            value: typed.subject ?? start.subject,
            maxlength: 900,
            autocomplete: 'off',
        })
    );
    const text = /** @type {HTMLTextAreaElement} */ (
        element('textarea', { name: 'text', rows: start.answers ? 4 : 10, placeholder: 'Write here …' })
    );
    text.value = typed.text ?? '';
    const quote = /** @type {HTMLInputElement} */ (element('input', { type: 'checkbox', checked: true }));
    const picker = /** @type {HTMLInputElement} */ (
        element('input', { type: 'file', multiple: true, class: 'hidden-visually' })
    );
    const chips = element('ul', { class: 'chips' });
    const problem = element('p', { class: 'refusal', role: 'alert', hidden: true });
    const button = /** @type {HTMLButtonElement} */ (
        element('button', { type: 'submit', class: 'primary' }, 'Send')
    );

    const showFiles = () =>
        chips.replaceChildren(
            ...files.map((file) =>
                element(
                    'li',
                    {},
                    `${file.name} (${size(file.size)}) `,
                    element(
                        'button',
                        {
                            type: 'button',
                            class: 'plain',
                            'aria-label': `Remove ${file.name}`,
                            onclick: () => {
                                files = files.filter((other) => other !== file);
                                showFiles();
                                picker.focus();
                            },
                        },
                        '×',
                    ),
                ),
            ),
        );
    /** @param {string} message */
    const refuse = (message) => {
        problem.textContent = message;
        problem.hidden = message === '';
    };
    picker.addEventListener('change', () => {
        const chosen = [...files, ...(picker.files ?? [])];
        picker.value = '';
        if (chosen.reduce((sum, file) => sum + file.size, 0) > MOST_BYTES)
            return refuse('The files are larger than 8 MB together. Choose fewer.');
        files = chosen;
        refuse('');
        showFiles();
    });

    const submit = async () => {
        refuse('');
        button.disabled = true;
        button.textContent = 'Sending …';
        try {
            const body =
                start.answers && quote.checked ? `${text.value}\n\n${quoted(start.answers)}` : text.value;
            const sent = await api.send({
                from: customer,
                to: to.value
                    .split(',')
                    .map((address) => address.trim())
                    .filter((address) => address !== ''),
                subject: subject.value,
                text: body,
                answers: start.answers?.id ?? null,
                attachments: await Promise.all(files.map(encoded)),
            });
            remembered.rememberDraft(key, null);
            onsent(sent.message);
        } catch (error) {
            refuse(error instanceof Error ? error.message : String(error));
            button.disabled = false;
            button.textContent = 'Send';
        }
    };

    return element(
        'form',
        {
            class: start.answers ? 'composer reply' : 'composer',
            'aria-label': start.answers ? 'Reply' : 'New mail',
            oninput: () =>
                remembered.rememberDraft(key, { to: to.value, subject: subject.value, text: text.value }),
            onsubmit: (/** @type {Event} */ event) => {
                event.preventDefault();
                void submit();
            },
            onkeydown: (/** @type {KeyboardEvent} */ event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                    event.preventDefault();
                    if (!button.disabled) void submit();
                }
            },
        },
        element('label', {}, element('span', {}, 'To'), to),
        element(
            'datalist',
            { id: 'team' },
            ...team.map(({ name, address }) => element('option', { value: address }, name)),
        ),
        element('label', {}, element('span', {}, 'Subject'), subject),
        element('label', {}, element('span', { class: 'hidden-visually' }, 'Text'), text),
        chips,
        problem,
        element(
            'div',
            { class: 'actions' },
            button,
            element('label', { class: 'files' }, 'Attach files', picker),
            start.answers ? element('label', { class: 'check' }, quote, ' Quote the mail above') : null,
        ),
    );
}

/** @param {any} mail as mail clients quote it */
function quoted(mail) {
    const on = new Date(mail.at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
    const who = mail.fromPerson.name
        ? `${mail.fromPerson.name} <${mail.fromPerson.address}>`
        : mail.fromPerson.address;
    return `On ${on}, ${who} wrote:\n${mail.text.trimEnd().replace(/^/gm, '> ')}`;
}

/** @param {File} file */
async function encoded(file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = '';
    for (let at = 0; at < bytes.length; at += 32_768)
        binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return {
        filename: file.name,
        contentType: file.type || 'application/octet-stream',
        base64: btoa(binary),
    };
}
