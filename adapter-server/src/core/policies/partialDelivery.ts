/**
 * E6: "Reply, reply-all": a mail to several may reach some at once, some later and some never. Each is decided by itself:
 * who was refused for good is told of, who was refused for now is tried again alone, and nobody gets it twice.
 */
export interface TriedDelivery {
    /** Whom it went to this time. */
    readonly tried: readonly string[];
    /** Of these the mail server took it for all but: */
    readonly refused: readonly string[];
    /** … and, for now, but: */
    readonly later: readonly string[];
    /** Who was refused at earlier tries. */
    readonly refusedBefore: readonly string[];
    /** Tries are left. */
    readonly mayRetry: boolean;
}

export interface DecidedDelivery {
    readonly state: 'sent' | 'failed' | 'waiting';
    readonly refused: readonly string[];
    /** Whom it goes to at the next try; empty: none is needed. */
    readonly next: readonly string[];
}

/** What a mail has come to that the mail server took for somebody. */
export function decideDelivery(delivery: TriedDelivery): DecidedDelivery {
    const { tried, later, refusedBefore, mayRetry } = delivery;
    const refused = [...refusedBefore.filter((address) => !tried.includes(address)), ...delivery.refused];
    if (later.length > 0 && mayRetry) return { state: 'waiting', refused, next: later };
    const missing = [...refused, ...later];
    return { state: missing.length === 0 ? 'sent' : 'failed', refused: missing, next: [] };
}
