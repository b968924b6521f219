import { setTimeout } from 'node:timers/promises';
import { minutes, seconds, type Duration } from '../core/duration.ts';
import { decideDelivery } from '../core/policies/partialDelivery.ts';
import type { MailSender, OutgoingMail, SendOutcome } from '../ports/mail.ts';
import { attachmentsOfMessages } from '../storage/attachments.ts';
import { readWholeBlob } from '../storage/blobs.ts';
import { isConnectionLoss } from '../storage/database.ts';
import { forgetHeldSend } from '../storage/heldSends.ts';
import { saveInteraction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { lockInteractionOf } from '../storage/merges.ts';
import { readMessage, saveDelivery, type Message } from '../storage/messages.ts';
import {
    buryOutbox,
    claimOutbox,
    finishOutbox,
    renewOutboxLease,
    retryOutboxAt,
    type OutboxRow,
} from '../storage/outbox.ts';
import { notify } from '../storage/people.ts';
import { CommitUnknownError, type Store, type Transaction } from '../storage/transaction.ts';

export interface DeliverMailParts {
    readonly store: Store;
    readonly sender: MailSender;
    readonly processId: string;
    readonly failpoint: (name: string) => void;
    /** HTML of a text that an agent wrote. */
    readonly htmlOf: (text: string) => string;
    /** Milliseconds; absent: a quarter of the lease. */
    readonly renewEvery?: number;
}

/** A claim is worth this long; a dead process's is taken over sooner, when its heartbeat is missed. */
const LEASE: Duration = minutes(2);
/** Milliseconds: a send that takes longer keeps its claim. */
const RENEW_EVERY = LEASE / 4;
const AT_ONCE = 8;
const FIRST_RETRY = seconds(10);
const LONGEST_RETRY = minutes(30);
/** Milliseconds between tries to note what became of a mail while the database is away. */
const NOTE_AGAIN_AFTER = 250;
/** About two days with the back-off above. */
const MOST_ATTEMPTS = 100;

/** Sends the heads of the lanes, several at a time; how many there were. */
export async function deliverMail(parts: DeliverMailParts): Promise<number> {
    const rows = await parts.store.transaction('claimMail', (tx) =>
        claimOutbox(tx, parts.processId, LEASE, AT_ONCE),
    );
    // All are waited for, also where one fails: the next claim must not meet a mail that is still being sent.
    const ended = await Promise.allSettled(rows.map((row) => deliverOne(parts, row)));
    const failed = ended.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
    return rows.length;
}

async function deliverOne(parts: DeliverMailParts, row: OutboxRow): Promise<void> {
    const outcome = await sendRow(parts, row);
    // What was sent must not be sent again because the database was away just then.
    for (const giveUpAt = parts.store.clock.now() + LEASE; ;) {
        try {
            await noteOutcome(parts, row, outcome);
            return;
        } catch (error) {
            if (!isAway(error) || parts.store.clock.now() >= giveUpAt) throw error;
            await setTimeout(NOTE_AGAIN_AFTER);
        }
    }
}

/** The connection may have broken before or behind the commit; a second note changes nothing. */
const isAway = (error: unknown): boolean => error instanceof CommitUnknownError || isConnectionLoss(error);

async function noteOutcome(parts: DeliverMailParts, row: OutboxRow, outcome: SendOutcome): Promise<void> {
    await parts.store.transaction('mailDelivered', async (tx) => {
        const found = await lockInteractionOf(tx, row.payload.messageId);
        if (!found) return;
        const { message, i } = found;
        const { state, detail, taken } = delivery(message, outcome, row.attempts < MOST_ATTEMPTS);
        if (!(await settleRow(tx, parts, row, { state, detail, sent: outcome.sent }))) return;
        tx.signals.outbox = true;
        if (outcome.sent) await forgetHeldSend(tx, message.id);
        await saveDelivery(tx, message.id, state, detail.slice(0, 500), taken);
        const data = { messageId: message.id };
        if (outcome.sent) await record(tx, i, { kind: 'sent', data });
        // That it is late is told once.
        if (state === 'failed' || (state === 'waiting' && row.refusals === 0))
            await record(tx, i, {
                kind: state === 'failed' ? 'send_failed' : 'send_delayed',
                data: { ...data, detail: detail.slice(0, 300) },
            });
        await saveInteraction(tx, i);
        // It leaves the list of who scheduled it, whoever has the interaction now.
        if (message.scheduled && message.agentId !== null)
            tx.tell(message.agentId, 'interaction_changed', { interactionId: i.id });
        const whom = i.agentId ?? message.agentId;
        if (state === 'failed' && whom !== null)
            await notify(tx, whom, 'delivery_failed', `A mail on "${i.subject}" could not be sent.`, i.id);
    });
}

/** `taken` is null where no mail server took it for anybody. */
function delivery(message: Message, outcome: SendOutcome, mayRetry: boolean) {
    if (!outcome.sent) {
        const state = outcome.permanent || !mayRetry ? ('failed' as const) : ('waiting' as const);
        return { state, detail: `${outcome.code} ${outcome.text}`.trim(), taken: null };
    }
    const all = [...message.recipients, ...message.cc, ...message.bcc];
    const taken = decideDelivery({
        tried: message.envelopeTo.length > 0 ? message.envelopeTo : all.map(({ address }) => address),
        refused: outcome.refused ?? [],
        later: outcome.later ?? [],
        refusedBefore: message.refused,
        mayRetry,
    });
    const { state, refused, next } = taken;
    const lacks = [...refused, ...next].join(', ');
    return { state, detail: state === 'sent' ? outcome.response : `Refused for ${lacks}.`, taken };
}

async function settleRow(
    tx: Transaction,
    parts: DeliverMailParts,
    row: OutboxRow,
    { state, detail, sent }: { state: 'sent' | 'failed' | 'waiting'; detail: string; sent: boolean },
): Promise<boolean> {
    // A mail that some were refused for is out of the outbox: those are for its agent.
    if (sent && state !== 'waiting') return finishOutbox(tx, row.id, parts.processId);
    const error = detail.slice(0, 500);
    if (state === 'failed') return buryOutbox(tx, row.id, parts.processId, error);
    const wait = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** Math.min(row.refusals, 12));
    return retryOutboxAt(tx, row.id, parts.processId, tx.now + wait, error);
}

async function sendRow(parts: DeliverMailParts, row: OutboxRow): Promise<SendOutcome> {
    const mail = await parts.store.snapshot((tx) => outgoing(tx, parts, row.payload.messageId));
    if (!mail) return { sent: false, permanent: true, code: 'gone', text: 'The message no longer exists.' };
    parts.failpoint('sendMail:before-send');
    const outcome = await whileLeased(parts, row, () => parts.sender.send(mail));
    parts.failpoint('sendMail:after-send');
    return outcome;
}

/** No other process takes the row over as long as this one is at it, however slow the other mail server is. */
async function whileLeased<T>(parts: DeliverMailParts, row: OutboxRow, work: () => Promise<T>): Promise<T> {
    const renewing = setInterval(() => {
        // One that fails is made good by the next: the claim outlives three of them.
        parts.store
            .transaction('renewMailLease', (tx) => renewOutboxLease(tx, row.id, parts.processId, LEASE))
            .catch(() => undefined);
    }, parts.renewEvery ?? RENEW_EVERY);
    try {
        return await work();
    } finally {
        clearInterval(renewing);
    }
}

async function outgoing(
    tx: Transaction,
    parts: DeliverMailParts,
    messageId: number,
): Promise<OutgoingMail | null> {
    const message = await readMessage(tx, messageId);
    if (!message?.messageId) return null;
    const attachments = [];
    for (const attachment of await attachmentsOfMessages(tx, [messageId]))
        attachments.push({
            filename: attachment.filename,
            contentType: attachment.contentType,
            contentId: attachment.contentId,
            content: await readWholeBlob(tx, attachment.sha256),
        });
    return { ...addressed(message), html: message.htmlBody ?? parts.htmlOf(message.textBody), attachments };
}

const addressed = (message: Message): Omit<OutgoingMail, 'html' | 'attachments'> => ({
    messageId: message.messageId ?? '',
    from: { name: message.fromName, address: message.fromAddress },
    replyTo: message.replyTo[0] ?? null,
    to: message.recipients,
    cc: message.cc,
    bcc: message.bcc,
    ...(message.envelopeTo.length > 0 ? { only: message.envelopeTo } : {}),
    subject: message.subject,
    text: message.textBody,
    inReplyTo: message.inReplyTo[0] ?? null,
    references: message.threadReferences,
    automatic: message.kind === 'acknowledgement',
    date: message.sendAt ?? message.at,
});
