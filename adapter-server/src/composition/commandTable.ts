import type { ParseMail } from '../channels/email/parsing/parseMail.ts';
import type { CommandHandlers } from '../gateway/commandHandlers.ts';
import type { ReplyTokens } from '../ports/replyTokens.ts';
import { readWholeBlob } from '../storage/blobs.ts';
import { acceptOffer } from '../workflows/acceptOffer.ts';
import {
    dismissInteraction,
    reopenInteraction,
    resolveInteraction,
    setPending,
} from '../workflows/changeInteractionStatus.ts';
import { closeInteraction } from '../workflows/closeInteraction.ts';
import { createAgentWorkflow, type PasswordHasher } from '../workflows/createAgent.ts';
import { declineOffer } from '../workflows/endRingingOffer.ts';
import { mergeInteraction } from '../workflows/mergeInteraction.ts';
import { assignInteraction, pullInteraction, pullNext, returnToQueue } from '../workflows/moveInteraction.ts';
import type { ReceiveEmail } from '../workflows/receiveEmail.ts';
import { retryOutbox, retryQuarantined } from '../workflows/retryByHand.ts';
import { saveDraft } from '../workflows/saveDraft.ts';
import { sendReply } from '../workflows/sendReply.ts';
import { setMembership } from '../workflows/setMembership.ts';
import { setStatus } from '../workflows/setStatus.ts';
import { signOutHere } from '../workflows/signOut.ts';
import { updateAgent } from '../workflows/updateAgent.ts';
import { updateQueue } from '../workflows/updateQueue.ts';
import {
    markInteractionRead,
    markNotificationsRead,
    postNote,
    setNotifyBy,
} from '../workflows/writeNotes.ts';

export interface CommandTableParts {
    readonly replyTokens: ReplyTokens;
    readonly receiveEmail: ReceiveEmail;
    readonly parseMail: ParseMail;
    readonly hashPassword: PasswordHasher;
}

const PARSE_TIMEOUT_MS = 15_000;

/** Every command of the protocol and the workflow that does it. */
export const commandTable = (parts: CommandTableParts): CommandHandlers => ({
    setStatus,
    signOut: signOutHere,
    acceptOffer,
    declineOffer,
    pullInteraction,
    pullNext,
    assignInteraction,
    returnToQueue,
    sendReply: sendReply(parts.replyTokens),
    saveDraft,
    resolveInteraction,
    reopenInteraction,
    setPending,
    closeInteraction,
    dismissInteraction,
    mergeInteraction,
    markRead: markInteractionRead,
    postNote,
    markNotificationsRead,
    setNotifyBy,
    createAgent: createAgentWorkflow(parts.hashPassword),
    updateAgent,
    setMembership,
    updateQueue,
    retryQuarantined: retryQuarantined(async (tx, mail) => {
        const raw = await readWholeBlob(tx, mail.rawSha256);
        const content = await parts.parseMail(raw, {
            timeoutMs: PARSE_TIMEOUT_MS,
            envelopeFrom: mail.envelopeFrom,
        });
        if ('unparsable' in content) return { stored: false, reason: content.unparsable };
        const outcome = await parts.receiveEmail.receiveIn(tx, {
            origin: { ...mail.origin, cursor: null },
            envelopeFrom: mail.envelopeFrom,
            envelopeTo: mail.envelopeTo,
            raw,
            content,
        });
        return outcome.outcome === 'quarantined'
            ? { stored: false, reason: 'it names no sender' }
            : { stored: true };
    }),
    retryOutbox,
});
