import type { DraftView, Reply } from 'c/patchbayProtocol';
import { draftOf, EMPTY_DRAFT, isEmpty, joined, readDraft, type Draft } from './draft';

/** 'here': only in this browser until the server has it, too; 'gone': for good, until the agent decides about it. */
export type DraftState = 'none' | 'typing' | 'here' | 'saved' | 'conflict' | 'gone';

/** "Drafts saved as one types": this long after the last key. Milliseconds. */
export const SAVE_AFTER = 500;

interface Kept extends Draft {
    /** Version of the server's draft that this was typed on. */
    version: number;
    /** The server has this text. */
    saved: boolean;
}

export interface DraftPort {
    save(draft: Draft, version: number): Promise<Reply<{ saved: boolean; draft: DraftView }>>;
    storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
    key: string;
    onState(state: DraftState, newer: DraftView | null): void;
    after(milliseconds: number, run: () => void): () => void;
}

/**
 * "Typed text is never lost": each key goes to this browser's storage at once and to the server half a second after
 * the last one, one save at a time, each on the version that the one before it answered.
 */
export class DraftKeeper {
    private current: Kept = { ...EMPTY_DRAFT, version: 0, saved: true };
    private cancelTimer: (() => void) | null = null;
    private saving: Promise<void> | null = null;
    private stopped = false;
    /** On its way to the customer: what is typed meanwhile is another draft. */
    private leaving: Draft | null = null;
    /** The draft that this was typed on was sent, discarded or handed on elsewhere. */
    private gone = false;
    /** Nothing was there at the start, and nothing has been typed since. */
    private untouched = true;
    /** When the newest draft that was seen here was saved: what was sent is never newer. */
    private newest = -1;
    private readonly port: DraftPort;

    constructor(port: DraftPort) {
        this.port = port;
    }

    /** The draft to go on with: what this browser kept unsaved, else the server's. */
    start(server: DraftView | null): Draft {
        const kept = this.read();
        const version = server?.version ?? 0;
        this.see(server);
        if (kept && !kept.saved && !isEmpty(kept)) {
            this.current = { ...kept, version: Math.max(kept.version, version) };
            this.schedule(0);
        } else if (server) {
            this.current = { ...draftOf(server), version, saved: true };
            this.port.onState(isEmpty(this.current) ? 'none' : 'saved', null);
        }
        this.untouched = isEmpty(this.current);
        return this.current;
    }

    /**
     * A draft that came after the start: with a transfer, once it is accepted, or taken back elsewhere after it was sent
     * from here. Taken while nothing has been typed here; null where it is not, so that what was sent does not come back.
     */
    adopt(server: DraftView | null): Draft | null {
        if (!server || this.leaving || this.gone) return null;
        const comesBack = isEmpty(this.current) && server.savedAt > this.newest;
        if (!this.untouched && !comesBack) return null;
        const draft = this.start(server);
        return isEmpty(draft) ? null : draft;
    }

    change(draft: Draft): void {
        this.untouched = false;
        this.current = { ...draft, version: this.current.version, saved: false };
        this.write();
        if (this.gone) return;
        this.port.onState('typing', null);
        this.schedule(SAVE_AFTER);
    }

    /** Saves at once what waits: on leaving the interaction. */
    flush(): void {
        if (!this.cancelTimer) return;
        this.cancel();
        this.save();
    }

    /**
     * It is being sent. Resolves when no save is on its way any more: one that came behind it would bring back what is
     * gone. This browser keeps it, with what is typed meanwhile below it, until `sent` or `failed`.
     */
    async sending(draft: Draft): Promise<void> {
        this.cancel();
        this.leaving = draft;
        this.current = { ...EMPTY_DRAFT, version: this.current.version, saved: true };
        this.write();
        await this.saving;
    }

    /** Nothing is left to keep but what was typed meanwhile. */
    sent(): void {
        const typed = this.current;
        this.clear();
        if (isEmpty(typed)) return;
        this.current = { ...typed, version: 0, saved: false };
        this.write();
        this.schedule(0);
    }

    /** What was typed meanwhile stays, below what could not be sent. */
    failed(): Draft {
        this.current = { ...joined(this.leaving, this.current), version: this.current.version, saved: false };
        this.leaving = null;
        this.write();
        if (!this.gone) this.schedule(SAVE_AFTER);
        return this.current;
    }

    /** Answers that the draft is gone: what is typed becomes one of its own. */
    keepAsNew(): void {
        this.gone = false;
        this.current = { ...this.current, version: 0, saved: false };
        this.schedule(0);
    }

    /** Forgets all of it. */
    clear(): void {
        this.cancel();
        this.leaving = null;
        this.gone = false;
        this.current = { ...EMPTY_DRAFT, version: 0, saved: true };
        this.port.storage?.removeItem(this.port.key);
        this.port.onState('none', null);
    }

    /** Answers a conflict: this text replaces the newer draft. */
    keepMine(newer: DraftView): void {
        this.current = { ...this.current, version: newer.version, saved: false };
        this.schedule(0);
    }

    /** Answers a conflict: the newer draft replaces this text. */
    takeNewer(newer: DraftView): Draft {
        this.gone = false;
        this.see(newer);
        this.current = { ...draftOf(newer), version: newer.version, saved: true };
        this.port.storage?.removeItem(this.port.key);
        this.port.onState('saved', null);
        return this.current;
    }

    stop(): void {
        this.flush();
        this.stopped = true;
    }

    private cancel(): void {
        this.cancelTimer?.();
        this.cancelTimer = null;
    }

    private schedule(milliseconds: number): void {
        this.cancel();
        if (this.leaving) return;
        this.cancelTimer = this.port.after(milliseconds, () => {
            this.cancelTimer = null;
            this.save();
        });
    }

    private save(): void {
        // The one that is on its way answers the version to type on; the newer text follows it.
        if (this.saving) return;
        const sent = this.current;
        this.port.onState('here', null);
        this.saving = this.port.save(sent, sent.version).then((reply) => {
            this.saving = null;
            this.saved(sent, reply);
        });
    }

    private see(draft: DraftView | null): void {
        this.newest = Math.max(this.newest, draft?.savedAt ?? -1);
    }

    private saved(sent: Kept, reply: Reply<{ saved: boolean; draft: DraftView }>): void {
        if (reply.ok && reply.value.saved) this.see(reply.value.draft);
        if (this.leaving) {
            if (reply.ok && reply.value.saved) this.current.version = reply.value.draft.version;
            return;
        }
        if (this.current.saved && !sent.saved) return;
        if (!reply.ok) {
            this.gone = reply.code === 'conflict';
            if (!this.stopped) this.port.onState(this.gone ? 'gone' : 'here', null);
            return;
        }
        if (!reply.value.saved) {
            if (!this.stopped) this.port.onState('conflict', reply.value.draft);
            return;
        }
        const untouched = this.current === sent;
        this.current = { ...this.current, version: reply.value.draft.version, saved: untouched };
        if (untouched) {
            this.port.storage?.removeItem(this.port.key);
            if (!this.stopped) this.port.onState('saved', null);
        } else {
            this.write();
            if (!this.cancelTimer) this.schedule(SAVE_AFTER);
        }
    }

    private read(): Kept | null {
        try {
            const kept = JSON.parse(
                this.port.storage?.getItem(this.port.key) ?? 'null',
            ) as Partial<Kept> | null;
            const draft = kept && readDraft(kept);
            return draft && { ...draft, version: kept.version ?? 0, saved: kept.saved ?? false };
        } catch {
            return null;
        }
    }

    private write(): void {
        try {
            const kept = { ...this.current, ...joined(this.leaving, this.current) };
            this.port.storage?.setItem(this.port.key, JSON.stringify({ ...kept, saved: false }));
        } catch {
            // Storage is full or forbidden: the server's copy remains.
        }
    }
}
