import type { DraftView, Reply } from 'c/patchbayProtocol';
import { draftOf, EMPTY_DRAFT, isEmpty, joined, type Draft } from './draft';
import type { DurableStore } from './durableStore';
import { forgotten, goingOn, readKept, writtenDraft, type Kept } from './keptDraft';

/** 'here': only in this browser until the server has it, too; 'gone': for good, until the agent decides about it. */
export type DraftState = 'none' | 'typing' | 'here' | 'saved' | 'conflict' | 'gone';

/** "Drafts saved as one types": this long after the last key. Milliseconds. */
export const SAVE_AFTER = 500;

/** And this long after the first key that the server does not have, however long one types on. Milliseconds. */
export const SAVE_WITHIN = 2_000;

export interface DraftPort {
    save(draft: Draft, version: number): Promise<Reply<{ saved: boolean; draft: DraftView }>>;
    storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
    /** Null: what a killed browser had not written to its disk is lost. */
    durable: DurableStore | null;
    /** By the server's clock. */
    now(): number;
    key: string;
    onState(state: DraftState, newer: DraftView | null): void;
    after(milliseconds: number, run: () => void): () => void;
}

/**
 * "Typed text is never lost": each key goes to this browser's storage at once, for a reload, and to its disk, for a
 * crash; and to the server half a second after the last one, one save at a time, each on the version that the one before
 * it answered. What is being sent is marked before, so that a crash in between does not bring it back.
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
    /** As it was given at the start, until it is known what this browser has on its disk. */
    private unread: { server: DraftView | null; local: ReturnType<typeof readKept> } | null = null;
    /** What waits for that. Milliseconds. */
    private waits: number | null = null;
    private typed = false;
    /** When the oldest key was typed that no save has taken along; null: none. */
    private unsavedSince: number | null = null;
    private readonly port: DraftPort;

    constructor(port: DraftPort) {
        this.port = port;
    }

    /** The draft to go on with: what this browser kept unsaved, else the server's. */
    start(server: DraftView | null): Draft {
        const local = readKept(this.port.storage?.getItem(this.port.key) ?? null);
        if (this.port.durable) this.unread = { server, local };
        return this.begin(server, local);
    }

    /** What a crash left on the disk and nowhere else; null where that is nothing, or one has typed on already. */
    async recover(): Promise<Draft | null> {
        const kept = readKept((await this.port.durable?.read(this.port.key)) ?? null);
        const { unread, waits } = this;
        this.unread = null;
        this.waits = null;
        const isNewer = kept !== null && unread !== null && kept.at > (unread.local?.at ?? 0);
        const forgets = kept !== null && 'forgotten' in kept;
        if (isNewer && !this.typed && !(forgets && unread.local === null)) {
            this.current = { ...EMPTY_DRAFT, version: 0, saved: true };
            this.port.onState('none', null);
            return this.begin(unread.server, kept);
        }
        if (waits !== null) this.schedule(waits);
        return null;
    }

    private begin(server: DraftView | null, kept: ReturnType<typeof readKept>): Draft {
        this.see(server);
        const going = goingOn(kept, server);
        if (going) {
            this.current = going.draft;
            if (going.conflicts) this.port.onState('conflict', server);
            else this.schedule(0);
        } else if (server) {
            this.current = { ...draftOf(server), version: server.version, saved: true };
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
        const local = readKept(this.port.storage?.getItem(this.port.key) ?? null);
        const draft = this.begin(server, local);
        return isEmpty(draft) ? null : draft;
    }

    change(draft: Draft): void {
        this.untouched = false;
        this.typed = true;
        this.current = { ...draft, version: this.current.version, saved: false };
        this.write();
        if (this.gone) return;
        this.port.onState('typing', null);
        const now = this.port.now();
        this.unsavedSince ??= now;
        this.schedule(Math.max(0, Math.min(SAVE_AFTER, this.unsavedSince + SAVE_WITHIN - now)));
    }

    /** Saves at once what waits: on leaving the interaction. */
    flush(): void {
        if (!this.cancelTimer) return;
        this.cancel();
        this.save();
    }

    /**
     * It is being sent. Resolves when no save is on its way any more: one that came behind it would bring back what is
     * gone; and when the disk says that it is being sent. This browser keeps it, with what is typed meanwhile below it,
     * until `sent` or `failed`.
     */
    async sending(draft: Draft): Promise<void> {
        this.cancel();
        this.typed = true;
        this.leaving = draft;
        this.current = { ...EMPTY_DRAFT, version: this.current.version, saved: true };
        this.write();
        await this.saving;
        if (!this.port.durable) return;
        // That the server's draft is gone says after a crash that it was sent: so there must have been one.
        if (this.current.version === 0) {
            const reply = await this.port.save(draft, 0);
            if (reply.ok && reply.value.saved) this.current.version = reply.value.draft.version;
        }
        this.write();
        await this.port.durable.written();
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
        this.forget();
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
        this.forget();
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
        if (this.unread) {
            this.waits = milliseconds;
            return;
        }
        this.cancelTimer = this.port.after(milliseconds, () => {
            this.cancelTimer = null;
            this.save();
        });
    }

    private save(): void {
        // The one that is on its way answers the version to type on; the newer text follows it.
        if (this.saving) return;
        const sent = this.current;
        this.unsavedSince = null;
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
            this.forget();
            if (!this.stopped) this.port.onState('saved', null);
        } else {
            this.write();
            if (!this.cancelTimer) this.schedule(SAVE_AFTER);
        }
    }

    private write(): void {
        const kept = writtenDraft(this.current, this.leaving, this.port.now());
        try {
            this.port.storage?.setItem(this.port.key, kept);
        } catch {
            // Storage is full or forbidden: the disk's copy and the server's remain.
        }
        this.port.durable?.write(this.port.key, kept);
    }

    private forget(): void {
        this.port.storage?.removeItem(this.port.key);
        this.port.durable?.write(this.port.key, forgotten(this.port.now()));
    }
}
