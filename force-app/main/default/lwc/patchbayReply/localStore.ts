/** This browser's storage; it may be forbidden, and then only the server keeps drafts. */

export function localStore(): Storage | null {
    try {
        return window.localStorage;
    } catch {
        return null;
    }
}

/** @returns what cancels it */
export function later(milliseconds: number, run: () => void): () => void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cancelled when the draft is left or sent
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
}
