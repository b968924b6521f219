/** This browser's storage; it may be forbidden, and then only the server keeps drafts. */

export function localStore(): Storage | null {
    try {
        return window.localStorage;
    } catch {
        return null;
    }
}

const noteKey = (agentId: number, interactionId: number): string =>
    `patchbay.note.${agentId}.${interactionId}`;

export function keptNote(agentId: number, interactionId: number): string {
    return localStore()?.getItem(noteKey(agentId, interactionId)) ?? '';
}

export function keepNote(agentId: number, interactionId: number, text: string): void {
    try {
        if (text === '') clearNote(agentId, interactionId);
        else localStore()?.setItem(noteKey(agentId, interactionId), text);
    } catch {
        // Storage is full: the note is still on the screen.
    }
}

export function clearNote(agentId: number, interactionId: number): void {
    localStore()?.removeItem(noteKey(agentId, interactionId));
}

/** @returns what cancels it */
export function later(milliseconds: number, run: () => void): () => void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cancelled when the draft is left or sent
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
}
