import { randomBytes } from 'node:crypto';
import {
    ACKNOWLEDGEMENT_SENDER_WINDOW,
    ANSWER_TO_ACKNOWLEDGEMENT_WINDOW,
    answersBySubject,
    decideAcknowledgement,
} from '../../core/policies/acknowledgement.ts';
import { fieldValues } from '../../core/policies/fieldValues.ts';
import { replySubject } from '../../core/policies/mailSubject.ts';
import { isNoReply } from '../../core/policies/noReplyAddress.ts';
import { fillFields, hasFields } from '../../core/policies/textFields.ts';
import type { MailAddress, ParsedMail } from '../../ports/mailboxEvents.ts';
import type { ReplyTokens } from '../../ports/replyTokens.ts';
import {
    acknowledgementSubjectsTo,
    acknowledgementsTo,
    lockAcknowledgementsTo,
} from '../../storage/acknowledgements.ts';
import { addressToAnswerFrom, centerSettings, settingsOfQueue } from '../../storage/centerSettings.ts';
import { readWritingFacts } from '../../storage/fieldFacts.ts';
import type { Interaction } from '../../storage/interactions.ts';
import { record } from '../../storage/journal.ts';
import { insertMessage } from '../../storage/messages.ts';
import { enqueueMail } from '../../storage/outbox.ts';
import { findQuickReply } from '../../storage/quickReplies.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { AcknowledgementByRule } from './applyContentRules.ts';
import { replyAddress } from './replyAddress.ts';

/** What decides about the acknowledgement of a new thread, beside the thread itself. */
export interface AcknowledgementFacts {
    readonly to: MailAddress;
    /** To this address, within the window of the cap. */
    readonly already: number;
    /** Subjects of those that may be answered by a machine now. */
    readonly subjects: readonly string[];
}

/** Whom an acknowledgement of it would go to; null where there is nobody. */
export const acknowledgedAddress = (parsed: ParsedMail): MailAddress | null =>
    parsed.replyTo[0] ?? parsed.from;

/**
 * For each of these mails; null where there is nobody to write to. From here to the commit nobody else acknowledges to
 * their addresses: two at the same moment would otherwise both count without the other.
 */
export async function acknowledgementFacts(
    tx: Transaction,
    mails: readonly ParsedMail[],
): Promise<(AcknowledgementFacts | null)[]> {
    const to = mails.map(acknowledgedAddress);
    const addresses = to.flatMap((each) => (each ? [each.address] : []));
    if (addresses.length === 0) return to.map(() => null);
    await lockAcknowledgementsTo(tx, addresses);
    const already = await acknowledgementsTo(tx, addresses, tx.now - ACKNOWLEDGEMENT_SENDER_WINDOW);
    const answerable = tx.now - ANSWER_TO_ACKNOWLEDGEMENT_WINDOW;
    return Promise.all(
        to.map(async (each) => {
            if (!each) return null;
            const count = already.get(each.address) ?? 0;
            // Who got none answers none.
            const subjects = count === 0 ? [] : await acknowledgementSubjectsTo(tx, each.address, answerable);
            return { to: each, already: count, subjects };
        }),
    );
}

/** E3: "Automatic acknowledgement of each new thread, once"; where the policy refuses it the journal says why. */
export async function acknowledge(
    tx: Transaction,
    tokens: ReplyTokens,
    i: Interaction,
    { parsed, messageId, reserved, acknowledgement, says }: ToAcknowledge,
): Promise<void> {
    if (says?.instead.kind === 'none') {
        const data = { messageId, reason: `the rule “${says.ruleName}” sends none` };
        await record(tx, i, { kind: 'acknowledgement_skipped', data });
        return;
    }
    const { to, already, subjects } = acknowledgement;
    const { organization, ownAddresses } = await centerSettings(tx);
    const isOurs = (address: string): boolean =>
        // support+tag@ is ours as support@ is.
        ownAddresses.has(address) || ownAddresses.has(tokens.parse(address).base);
    const decision = decideAcknowledgement({
        isNewThread: true,
        classification: parsed.classification.kind,
        senderIsForged: parsed.authentication.dmarc === 'fail',
        senderIsOwnAddress: isOurs(to.address) || isOurs(parsed.from?.address ?? ''),
        hasReplyAddress: !isNoReply(to.address),
        acknowledgementsToSenderInWindow: already,
        answersAcknowledgement: answersBySubject(parsed.subject, subjects),
        acknowledgementsOnThread: i.acknowledgedAt === null ? 0 : 1,
        alreadyAcknowledged: false,
        perSenderCap: organization?.acknowledgementsPerSenderADay ?? 5,
    });
    if (!decision.allowed) {
        const data = { messageId, reason: decision.reason };
        await record(tx, i, { kind: 'acknowledgement_skipped', data });
        return;
    }
    await sendAcknowledgement(tx, tokens, i, {
        parsed,
        to,
        reserved,
        text: await acknowledgementText(tx, i, says),
    });
}

interface ToAcknowledge {
    readonly parsed: ParsedMail;
    readonly messageId: number;
    /** The number that the acknowledgement gets as a message. */
    readonly reserved: number;
    readonly acknowledgement: AcknowledgementFacts;
    /** R8: in place of the queue's; the policy's caps stand all the same. */
    readonly says: AcknowledgementByRule | null;
}

/** E6: the queue's template, its fields filled; what has no value is left out, since nobody looks at it. */
async function acknowledgementText(
    tx: Transaction,
    i: Interaction,
    says: AcknowledgementByRule | null,
): Promise<string> {
    const acknowledgement =
        (await textOfRule(tx, says)) ?? (await settingsOfQueue(tx, i.queueId)).acknowledgement;
    if (!hasFields(acknowledgement)) return acknowledgement;
    const writing = await readWritingFacts(tx, i.id, null);
    const values = writing ? fieldValues(writing.facts, tx.now) : {};
    return fillFields(acknowledgement, values, { unfilled: 'leave_out' });
}

async function textOfRule(tx: Transaction, says: AcknowledgementByRule | null): Promise<string | null> {
    if (says?.instead.kind === 'text') return says.instead.text;
    if (says?.instead.kind !== 'quick_reply') return null;
    return (await findQuickReply(tx, says.instead.quickReplyId))?.text ?? null;
}

async function sendAcknowledgement(
    tx: Transaction,
    tokens: ReplyTokens,
    i: Interaction,
    {
        parsed,
        to,
        reserved,
        text,
    }: Pick<ToAcknowledge, 'parsed' | 'reserved'> & { to: MailAddress; text: string },
): Promise<void> {
    const from = await addressToAnswerFrom(tx, i);
    if (!from) return;
    await insertMessage(tx, reserved, {
        interactionId: i.id,
        direction: 'outbound',
        kind: 'acknowledgement',
        messageId: newMessageId(from.address),
        contentHash: null,
        inReplyTo: parsed.messageId ? [parsed.messageId] : [],
        threadReferences: [...parsed.references, ...(parsed.messageId ? [parsed.messageId] : [])],
        fromName: from.displayName,
        fromAddress: from.address,
        replyTo: [await replyAddress(tx, tokens, i.id, from)],
        recipients: [to],
        cc: [],
        envelopeTo: [],
        subject: replySubject(i.subject),
        textBody: text,
        htmlBody: null,
        at: tx.now,
        agentId: null,
        rawSha256: null,
        authentication: null,
        deliveryState: 'waiting',
    });
    i.acknowledgedAt = tx.now;
    await enqueueMail(tx, i, reserved);
    await record(tx, i, { kind: 'acknowledged', data: { messageId: reserved } });
}

/** Ours, fixed before the first try: every retry is the same mail. */
export const newMessageId = (from: string): string =>
    `<pb.${randomBytes(16).toString('hex')}@${from.slice(from.lastIndexOf('@') + 1)}>`;
