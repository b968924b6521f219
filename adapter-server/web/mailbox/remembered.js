/** What this browser remembers between visits: who one is, what was read, and what was typed. */

/**
 * @param {string} key
 * @param {unknown} otherwise
 * @returns {any}
 */
function read(key, otherwise) {
    try {
        return JSON.parse(localStorage.getItem(`demo-mailbox:${key}`) ?? 'null') ?? otherwise;
    } catch {
        return otherwise;
    }
}
/** @param {string} key @param {unknown} value */
function write(key, value) {
    try {
        if (value === null) localStorage.removeItem(`demo-mailbox:${key}`);
        else localStorage.setItem(`demo-mailbox:${key}`, JSON.stringify(value));
    } catch {
        // No storage in this browser: it forgets, and works all the same.
    }
}

export const customer = () => read('customer', null);
/** @param {{ name: string, address: string }} person */
export const rememberCustomer = (person) => write('customer', person);

/** @param {string} address */
export const lastRead = (address) => read(`read:${address}`, 0);
/** @param {string} address @param {number} id */
export const rememberRead = (address, id) => write(`read:${address}`, Math.max(id, lastRead(address)));

/** @param {string} place whose draft, on which conversation */
export const draft = (place) => read(`draft:${place}`, {});
/** @param {string} place @param {object | null} typed null: it was sent */
export const rememberDraft = (place, typed) => write(`draft:${place}`, typed);
