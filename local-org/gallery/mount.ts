import { createElement } from 'lwc';

/** Puts a component on the page of a test. */
export function mount(component: unknown, props: Record<string, unknown> = {}): HTMLElement {
    const element = createElement('c-under-test', { is: component as never }) as unknown as HTMLElement;
    Object.assign(element, props);
    document.body.appendChild(element);
    return element;
}

export const root = (element: Element): ShadowRoot => element.shadowRoot as ShadowRoot;

/** The first that matches inside; an error where there is none, so that a test cannot pass on nothing. */
export function part<T extends Element = HTMLElement>(element: Element, selector: string): T {
    const found = root(element).querySelector<T>(selector);
    if (!found) throw new Error(`no ${selector} in ${element.tagName.toLowerCase()}`);
    return found;
}

export const parts = (element: Element, selector: string): HTMLElement[] => [
    ...root(element).querySelectorAll<HTMLElement>(selector),
];

export const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Lets promises and renderings of several layers settle. */
export function settle(turns = 12): Promise<void> {
    return Promise.resolve().then(() => (turns === 0 ? undefined : settle(turns - 1)));
}

/** For fixtures that are known to be there. */
export function must<T>(value: T | null | undefined): T {
    if (value == null) throw new Error('a fixture is missing');
    return value;
}

/** Records the details of an event. */
export function listen(element: Element, name: string): unknown[] {
    const heard: unknown[] = [];
    element.addEventListener(name, (event) => heard.push((event as CustomEvent).detail));
    return heard;
}

export function press(element: Element, key: string, more: KeyboardEventInit = {}): void {
    element.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
    );
}

export function type(field: Element, value: string): void {
    (field as HTMLInputElement).value = value;
    field.dispatchEvent(new CustomEvent('input', { bubbles: true, composed: true }));
}

export function clear(): void {
    while (document.body.firstChild) document.body.firstChild.remove();
}
