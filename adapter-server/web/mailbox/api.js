/** The mailbox's API; each answers the body, or throws an Error whose message can be shown. */
const BASE = '/demo/mailbox/api';

/**
 * @param {string} path
 * @param {RequestInit} [options]
 */
async function ask(path, options) {
    const response = await fetch(BASE + path, options).catch(() => {
        throw new Error('The server does not answer. Is it running?');
    });
    const body = await response.json().catch(() => null);
    if (!response.ok) throw new Error(body?.message ?? `The server answered ${response.status}.`);
    return body;
}

export const about = () => ask('/about');
/** @param {string} address */
export const conversationsOf = (address) => ask(`/conversations?address=${encodeURIComponent(address)}`);
/** @param {number} id */
export const message = async (id) => (await ask(`/messages/${id}`)).message;
/** @param {object} mail */
export const send = (mail) =>
    ask('/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(mail),
    });
/** @param {number} id */
export const rawUrl = (id) => `${BASE}/messages/${id}/raw`;
/** @param {number} id */
export const htmlUrl = (id) => `${BASE}/messages/${id}/html`;
/** @param {number} id @param {number} n */
export const attachmentUrl = (id, n) => `${BASE}/messages/${id}/attachments/${n}`;
