import type { showMail, ShownMail } from './showMail.ts';

/** Characters of all that is kept: some hundred screens, or a few dozen of the longest. */
const MOST_KEPT = 20_000_000;

/**
 * A thread is shown anew with each thing that happens on it, and its mails do not change: what was made of the last ones
 * is kept, by the key that the caller knows them by, in this process alone. A server that cleans otherwise begins anew.
 */
export function keepShown(show: typeof showMail, mostKept = MOST_KEPT): typeof showMail {
    const kept = new Map<string, ShownMail>();
    let characters = 0;
    const forget = (key: string): void => {
        characters -= sizeOf(kept.get(key));
        kept.delete(key);
    };
    return (body, options) => {
        const { key } = options;
        if (key === undefined) return show(body, options);
        const shown = kept.get(key) ?? show(body, options);
        // The last to be asked for is the last to go.
        forget(key);
        kept.set(key, shown);
        characters += sizeOf(shown);
        for (const oldest of kept.keys()) {
            if (characters <= mostKept) break;
            forget(oldest);
        }
        return shown;
    };
}

function sizeOf(shown: ShownMail | undefined): number {
    if (!shown) return 0;
    const { text, html } = shown;
    const parts = [text.visible, text.quoted, html?.visible, html?.quoted];
    return parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
}
