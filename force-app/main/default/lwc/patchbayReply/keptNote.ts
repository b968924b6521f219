import { getSession } from 'c/patchbaySession';
import { durableStore } from './durableStore';
import { localStore } from './localStore';

/** A note that is not posted yet: in this browser's storage for a reload, and on its disk for a crash. */

const noteKey = (agentId: number, interactionId: number): string =>
    `patchbay.note.${agentId}.${interactionId}`;

interface OnDisk {
    readonly note: string;
    readonly at: number;
    readonly forgotten: boolean;
}
function keepOnDisk(key: string, note: string): void {
    const kept: OnDisk = { note, at: getSession().serverNow(), forgotten: note === '' };
    durableStore()?.write(key, JSON.stringify(kept));
}

export function keptNote(agentId: number, interactionId: number): string {
    return localStore()?.getItem(noteKey(agentId, interactionId)) ?? '';
}

/** Written together with the other, and never older; null where the disk knows nothing of it. */
export async function keptOnDisk(agentId: number, interactionId: number): Promise<string | null> {
    const kept = await durableStore()?.read(noteKey(agentId, interactionId));
    return kept ? (JSON.parse(kept) as OnDisk).note : null;
}

export function keepNote(agentId: number, interactionId: number, text: string): void {
    if (text === '') {
        clearNote(agentId, interactionId);
        return;
    }
    const key = noteKey(agentId, interactionId);
    keepOnDisk(key, text);
    try {
        localStore()?.setItem(key, text);
    } catch {
        // Storage is full: the note is still on the screen.
    }
}

export function clearNote(agentId: number, interactionId: number): void {
    const key = noteKey(agentId, interactionId);
    localStore()?.removeItem(key);
    keepOnDisk(key, '');
}
