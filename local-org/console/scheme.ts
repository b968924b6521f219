/** Light, dark, or as the system says. `?theme=` wins and is remembered. */
export type Scheme = 'light' | 'dark' | 'system';

const KEY = 'patchbay.theme';
const SCHEMES: readonly Scheme[] = ['system', 'light', 'dark'];

const asScheme = (value: string | null): Scheme | undefined => SCHEMES.find((scheme) => scheme === value);

export function chosenScheme(): Scheme {
    return (
        asScheme(new URLSearchParams(window.location.search).get('theme')) ??
        asScheme(localStorage.getItem(KEY)) ??
        'system'
    );
}

export function applyScheme(scheme: Scheme): void {
    localStorage.setItem(KEY, scheme);
    if (scheme === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.dataset.theme = scheme;
}

export function nextScheme(scheme: Scheme): Scheme {
    return SCHEMES[(SCHEMES.indexOf(scheme) + 1) % SCHEMES.length] ?? 'system';
}
