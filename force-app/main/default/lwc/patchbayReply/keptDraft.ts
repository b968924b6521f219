import type { DraftView } from 'c/patchbayProtocol';
import { EMPTY_DRAFT, isEmpty, joined, readDraft, type Draft } from './draft';

/** What this browser keeps of a draft. */
export interface Kept extends Draft {
    /** Version of the server's draft that this was typed on. */
    version: number;
    /** The server has this text. */
    saved: boolean;
}
/** As it is written: with when, by the server's clock, and of a draft that is being sent what was typed since. */
interface Written extends Kept {
    readonly at: number;
    readonly meanwhile: Draft | null;
}
/** Nothing is kept any more, since then: what is older on the disk does not count. */
interface Forgotten {
    readonly at: number;
    readonly forgotten: true;
}

export const writtenDraft = (current: Kept, leaving: Draft | null, at: number): string =>
    JSON.stringify({
        ...current,
        ...joined(leaving, current),
        // What is given here may have been kept before, and carry the version that it had then.
        version: current.version,
        saved: false,
        at,
        meanwhile: leaving && { ...EMPTY_DRAFT, ...current },
    } satisfies Written);

export const forgotten = (at: number): string => JSON.stringify({ at, forgotten: true } satisfies Forgotten);

/** Of any release: those before had no time and said not what was being sent. */
export function readKept(text: string | null): Written | Forgotten | null {
    try {
        const kept = JSON.parse(text ?? 'null') as Partial<Written & Forgotten> | null;
        if (kept?.forgotten) return { at: kept.at ?? 0, forgotten: true };
        const draft = kept && readDraft(kept);
        if (!draft) return null;
        const { version = 0, saved = false, at = 0, meanwhile = null } = kept;
        return { ...draft, version, saved, at, meanwhile: meanwhile && readDraft(meanwhile) };
    } catch {
        return null;
    }
}

export interface GoingOn {
    readonly draft: Kept;
    /** Another window saved another text since: whoever typed decides. */
    readonly conflicts: boolean;
}

/**
 * What of it is gone on with after a reload or a crash, reconciled with the server's draft by version; null: nothing.
 * What was being sent was sent where the server's draft is gone; else it was not, and comes back.
 */
export function goingOn(kept: Written | Forgotten | null, server: DraftView | null): GoingOn | null {
    if (!kept || 'forgotten' in kept || kept.saved) return null;
    const { at, meanwhile, ...whole } = kept;
    const wasSent = meanwhile !== null && kept.version > 0 && server === null;
    const draft: Kept = wasSent ? { ...meanwhile, version: 0, saved: false } : whole;
    if (isEmpty(draft)) return null;
    const isNewer = server !== null && server.version > draft.version && server.savedAt > at;
    if (!isNewer)
        return {
            draft: { ...draft, version: Math.max(draft.version, server?.version ?? 0) },
            conflicts: false,
        };
    // The save had come there, and its answer not here.
    if (server.text === draft.text && server.html === draft.html) return null;
    return { draft, conflicts: at > 0 };
}
