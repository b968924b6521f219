/** What a commit changed, told to every process afterwards. Only names: whoever cares reads the rows. */
export interface Signals {
    readonly streams: Set<number>;
    readonly interactions: Set<number>;
    /** Queues in which something may be matchable now. */
    readonly queues: Set<number>;
    /** Agents who may have become free: they are drained across all their queues and holds. */
    readonly agents: Set<number>;
    readonly revokedSessions: Set<number>;
    /** Interactions that somebody opened, left, or types in. */
    readonly watched: Set<number>;
    presence: boolean;
    counters: boolean;
    outbox: boolean;
    timers: boolean;
    clockMoved: boolean;
    mailboxes: boolean;
    /** Something joined or left the Spam list, or grew in it. */
    spam: boolean;
    /** Signals may have been lost: look at everything again. */
    everything: boolean;
}

export const noSignals = (): Signals => ({
    streams: new Set(),
    interactions: new Set(),
    queues: new Set(),
    agents: new Set(),
    revokedSessions: new Set(),
    watched: new Set(),
    presence: false,
    counters: false,
    outbox: false,
    timers: false,
    clockMoved: false,
    mailboxes: false,
    spam: false,
    everything: false,
});
