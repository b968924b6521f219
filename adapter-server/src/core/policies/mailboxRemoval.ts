/** E11: "Mailboxes are managed by an admin" – and deleted only where nothing is lost by it. */
import type { Decision } from '../vocabulary.ts';

/** Customers go on answering to an address that they wrote to or heard from; their answers would be refused. */
export function decideMailboxRemoval(mailbox: {
    readonly enabled: boolean;
    /** Mail came for it or left from it, or waits in the quarantine. */
    readonly used: boolean;
}): Decision {
    if (mailbox.used)
        return {
            allowed: false,
            reason: 'Customers know this address: mail has come for it or left from it.',
            nextStep: 'Disable it instead; its threads and their addresses stay known.',
        };
    if (mailbox.enabled)
        return {
            allowed: false,
            reason: 'It still takes mail.',
            nextStep: 'Disable it first, so that no mail comes in between.',
        };
    return { allowed: true };
}
