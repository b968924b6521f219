/**
 * E6: "Reply, reply-all, forward, new outbound mail" and the vocabulary's "original agent: the agent who last sent a
 * reply on the thread or closed it". Where the rows leave room: a forward asks somebody else and tells the customer
 * nothing, so it answers nobody and changes no owner; what the third party writes comes back onto the same thread by
 * the signed reply address. A new mail makes its sender the original agent: the customer's answer comes to them.
 */
export const MAIL_KINDS_WRITTEN = ['reply', 'reply_all', 'forward', 'new'] as const;
export type WrittenKind = (typeof MAIL_KINDS_WRITTEN)[number];

export interface SendingEffects {
    /** The customer waits no longer. */
    readonly answersCustomer: boolean;
    readonly becomesOriginalAgent: boolean;
    /** How the journal names it. */
    readonly journal: 'replied' | 'forwarded' | 'mail_sent';
    /** Whether it joins the other side's thread: In-Reply-To and References of what it answers. */
    readonly answersMessage: boolean;
}

export const sendingEffects = (kind: WrittenKind): SendingEffects => ({
    answersCustomer: kind !== 'forward',
    becomesOriginalAgent: kind !== 'forward',
    journal: kind === 'forward' ? 'forwarded' : kind === 'new' ? 'mail_sent' : 'replied',
    answersMessage: kind === 'reply' || kind === 'reply_all',
});
