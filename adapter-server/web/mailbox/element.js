/**
 * Makes an element: attributes by name, `on…` as listeners, text and elements as children. Text is never read as
 * HTML.
 *
 * @param {string} name
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | null | false)} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) continue;
        if (key.startsWith('on')) made.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
        else made.setAttribute(key, value === true ? '' : String(value));
    }
    made.append(...children.filter((child) => child !== null && child !== false));
    return made;
}

/**
 * The element of the page with this id.
 *
 * @param {string} id
 * @returns {any}
 */
export const byId = (id) => {
    const found = document.getElementById(id);
    if (!found) throw new Error(`the page has no #${id}`);
    return found;
};

const sameDay = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const otherDay = new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
});
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

/**
 * A moment, whole on hover. Absolute, since the demo's clock may be ahead of this one.
 *
 * @param {number} at epoch milliseconds
 */
export const moment = (at) =>
    element(
        'time',
        { datetime: new Date(at).toISOString(), title: whole.format(at) },
        new Date(at).toDateString() === new Date().toDateString() ? sameDay.format(at) : otherDay.format(at),
    );

/** @param {number} bytes */
export const size = (bytes) =>
    bytes < 1024
        ? `${bytes} B`
        : bytes < 1_048_576
          ? `${Math.round(bytes / 1024)} KB`
          : `${(bytes / 1_048_576).toFixed(1)} MB`;

/** @param {{ name: string, address: string }} person */
export const nameOf = (person) => person.name || person.address;
