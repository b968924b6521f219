/** @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-platform-resource-loader.html */
const loaded = new Map<string, Promise<void>>();

function once(url: string, create: () => HTMLElement): Promise<void> {
    const known = loaded.get(url);
    if (known !== undefined) return known;
    const loading = new Promise<void>((resolve, reject) => {
        const element = create();
        element.onload = () => resolve();
        element.onerror = () => {
            loaded.delete(url);
            reject(new Error(`Failed to load ${url}`));
        };
        document.head.appendChild(element);
    });
    loaded.set(url, loading);
    return loading;
}

export const loadScript = (_self: unknown, url: string): Promise<void> =>
    once(url, () => Object.assign(document.createElement('script'), { src: url }));
export const loadStyle = (_self: unknown, url: string): Promise<void> =>
    once(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
