import type { StreamEvent } from 'c/patchbayProtocol';

const KEPT = 500;

/**
 * This agent's numbered stream, put in order: each event once, none left out. Live events may overtake those that
 * `resume` replays, so that what comes early waits; what is still missing once the replay is over is a gap.
 */
export interface EventStream {
    /** Number of the newest event applied. */
    readonly head: number;
    /** @returns the events to apply now, in order, and whether some are missing */
    receive(events: readonly StreamEvent[]): { events: StreamEvent[]; gap: boolean };
    /** A snapshot of the moment `head` replaces the state. @returns the later events already seen, to apply on it */
    restart(head: number): StreamEvent[];
    /** The replay is over. @returns whether events are missing */
    replayed(): boolean;
}

export function createEventStream(): EventStream {
    let head = 0;
    let replaying = true;
    let early = new Map<number, StreamEvent>();
    let applied: StreamEvent[] = [];

    function drain(): StreamEvent[] {
        const ready: StreamEvent[] = [];
        for (let next = early.get(head + 1); next !== undefined; next = early.get(head + 1)) {
            early.delete(next.seq);
            head = next.seq;
            ready.push(next);
        }
        applied = [...applied, ...ready].slice(-KEPT);
        return ready;
    }

    return {
        get head() {
            return head;
        },
        receive(events) {
            for (const event of events) if (event.seq > head) early.set(event.seq, event);
            return { events: drain(), gap: !replaying && early.size > 0 };
        },
        restart(snapshotHead) {
            const later = [...applied, ...early.values()].filter(({ seq }) => seq > snapshotHead);
            early = new Map(later.map((event) => [event.seq, event]));
            applied = [];
            head = snapshotHead;
            replaying = true;
            return drain();
        },
        replayed() {
            replaying = false;
            return early.size > 0;
        },
    };
}
