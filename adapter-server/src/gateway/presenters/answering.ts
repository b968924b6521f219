import { decideAnswerable } from '../../core/policies/answering.ts';
import { replyRecipients } from '../../core/policies/replyRecipients.ts';
import type { MessageView } from '../../protocol/views.ts';
import type { InteractionRows } from '../../queries/interactionDetail.ts';
import type { Message } from '../../storage/messages.ts';
import { refuseUnreadTargets, replyTargets } from '../../workflows/email/composeReply.ts';

/** Where a reply to each message goes, asked of the rules that sendReply will ask again. */
export const answerTo =
    ({ summary, ownAddresses }: Pick<InteractionRows, 'summary' | 'ownAddresses'>) =>
    (message: Message): MessageView['answer'] => {
        if (!decideAnswerable(message).allowed) return null;
        const to = replyTargets(message);
        const refused = refuseUnreadTargets(to, summary.customerAddress);
        return {
            to,
            all: replyRecipients('reply_all', message, ownAddresses),
            can: refused
                ? { allowed: false, reason: refused.reason, nextStep: refused.nextStep }
                : { allowed: true, reason: null, nextStep: null },
        };
    };
