import type { DraftView, Reply } from 'c/patchbayProtocol';
import { draftOf, EMPTY_DRAFT, isEmpty, readDraft, type Draft } from './draft';

/** 'here': only in this browser until the server has it, too. */
export type DraftState = 'none' | 'typing' | 'here' | 'saved' | 'conflict';

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
    private saving = false;
    private stopped = false;
    /** Nothing was there at the start, and nothing has been typed since. */
    private untouched = true;
    private readonly port: DraftPort;

    constructor(port: DraftPort) {
        this.port = port;
    }

    /** The draft to go on with: what this browser kept unsaved, else the server's. */
    start(server: DraftView | null): Draft {
        const kept = this.read();
        const version = server?.version ?? 0;
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
     * A draft that came after the start: with a transfer, once it is accepted. Taken while nothing has been typed here;
     * null where it is not, so that what was sent does not come back.
     */
    adopt(server: DraftView | null): Draft | null {
        if (!server || !this.untouched) return null;
        const draft = this.start(server);
        return isEmpty(draft) ? null : draft;
    }

    change(draft: Draft): void {
        this.untouched = false;
        this.current = { ...draft, version: this.current.version, saved: false };
        this.write();
        this.port.onState('typing', null);
        this.schedule(SAVE_AFTER);
    }

    /** Saves at once what waits: on leaving the interaction. */
    flush(): void {
        if (!this.cancelTimer) return;
        this.cancelTimer();
        this.cancelTimer = null;
        void this.save();
    }

    /** It is being sent: a save that comes behind it would bring back what is gone. This browser keeps it until then. */
    pause(): void {
        this.cancelTimer?.();
        this.cancelTimer = null;
    }

    /** It was sent: nothing is left to keep. */
    clear(): void {
        this.cancelTimer?.();
        this.cancelTimer = null;
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
        this.current = { ...draftOf(newer), version: newer.version, saved: true };
        this.port.storage?.removeItem(this.port.key);
        this.port.onState('saved', null);
        return this.current;
    }

    stop(): void {
        this.flush();
        this.stopped = true;
    }

    private schedule(milliseconds: number): void {
        this.cancelTimer?.();
        this.cancelTimer = this.port.after(milliseconds, () => {
            this.cancelTimer = null;
            void this.save();
        });
    }

    private async save(): Promise<void> {
        // The one that is on its way answers the version to type on; the newer text follows it.
        if (this.saving) return;
        this.saving = true;
        const sent = this.current;
        this.port.onState('here', null);
        const reply = await this.port.save(sent, sent.version);
        this.saving = false;
        if (this.current.saved && !sent.saved) return;
        if (reply.ok && !reply.value.saved) {
            if (!this.stopped) this.port.onState('conflict', reply.value.draft);
            return;
        }
        if (!reply.ok) {
            this.port.onState('here', null);
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
            this.port.storage?.setItem(this.port.key, JSON.stringify(this.current));
        } catch {
            // Storage is full or forbidden: the server's copy remains.
        }
    }
}
