import { readCounters, readPresence } from '../../queries/lists.ts';
import { seesCounters } from '../../queries/viewer.ts';
import type { Signals } from '../../storage/signals.ts';
import type { Store } from '../../storage/transaction.ts';
import { presentCounter, presentPresence } from '../presenters/people.ts';
import { Coalesced } from './coalesce.ts';
import type { AgentNamespace } from './types.ts';

/** "Presence and queue counters are versioned snapshots, coalesced to 4 a second, never journaled." */
const AT_MOST_EVERY = 250;

/** Whole snapshots to everybody who is connected; the newest version wins at the client. */
export class Snapshots {
    readonly #presence: Coalesced;
    readonly #counters: Coalesced;
    /** When the Spam lists changed last, as this process heard: whoever shows one reads it again. */
    #spamVersion = 0;
    readonly #clock: Store['clock'];

    constructor(namespace: AgentNamespace, store: Store, onError: (error: unknown) => void) {
        this.#clock = store.clock;
        const on = { run: store.read.bind(store) };
        this.#presence = new Coalesced(
            AT_MOST_EVERY,
            async () => {
                if (namespace.sockets.size === 0) return;
                // Before it is read: a snapshot may be newer than its version says, never older.
                const version = store.clock.now();
                const agents = (await readPresence(on)).map(presentPresence);
                namespace.emit('presence', { version, agents });
            },
            onError,
        );
        this.#counters = new Coalesced(
            AT_MOST_EVERY,
            async () => {
                if (namespace.sockets.size === 0) return;
                const version = store.clock.now();
                const spamVersion = this.#spamVersion;
                const rows = await readCounters(on);
                for (const socket of namespace.sockets.values()) {
                    const seen = rows.filter((row) => seesCounters(socket.data.viewer, row.queueId));
                    socket.emit('counters', { version, queues: seen.map(presentCounter), spamVersion });
                }
            },
            onError,
        );
    }

    /** Who becomes free or busy changes the counters, too. */
    signal(signals: Pick<Signals, 'presence' | 'counters'> & Partial<Pick<Signals, 'spam'>>): void {
        if (signals.spam) this.#spamVersion = Math.max(this.#spamVersion + 1, this.#clock.now());
        if (signals.presence) this.#presence.wake();
        if (signals.presence || signals.counters || signals.spam) this.#counters.wake();
    }

    stop(): void {
        this.#presence.stop();
        this.#counters.stop();
    }
}
