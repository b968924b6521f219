import { setTimeout } from 'node:timers/promises';
import { minutes, seconds, type Duration } from '../core/duration.ts';
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
        if (!(await settleRow(tx, parts, row, outcome))) return;
        tx.signals.outbox = true;
        if (outcome.sent) await forgetHeldSend(tx, message.id);
        const final = outcome.sent || outcome.permanent || row.attempts >= MOST_ATTEMPTS;
        const { state, detail, refused } = delivery(outcome, final);
        await saveDelivery(tx, message.id, state, detail.slice(0, 500), refused);
        if (!final && row.refusals > 0) return;
        const data = { messageId: message.id };
        if (outcome.sent) await record(tx, i, { kind: 'sent', data });
        if (state !== 'sent')
            await record(tx, i, {
                kind: final ? 'send_failed' : 'send_delayed',
                data: { ...data, detail: detail.slice(0, 300) },
            });
        await saveInteraction(tx, i);
        const whom = i.agentId ?? message.agentId;
        if (state === 'failed' && whom !== null)
            await notify(tx, whom, 'delivery_failed', `A mail on "${i.subject}" could not be sent.`, i.id);
    });
}

/** A mail that some of its recipients were refused for has failed, for them alone; `refused` null: as it was. */
function delivery(outcome: SendOutcome, final: boolean) {
    if (!outcome.sent) {
        const state = final ? ('failed' as const) : ('waiting' as const);
        return { state, detail: `${outcome.code} ${outcome.text}`.trim(), refused: null };
    }
    const refused = outcome.refused ?? [];
    return refused.length === 0
        ? { state: 'sent' as const, detail: outcome.response, refused }
        : { state: 'failed' as const, detail: `Refused for ${refused.join(', ')}.`, refused };
}

async function settleRow(
    tx: Transaction,
    parts: DeliverMailParts,
    row: OutboxRow,
    outcome: SendOutcome,
): Promise<boolean> {
    if (outcome.sent) return finishOutbox(tx, row.id, parts.processId);
    const error = `${outcome.code} ${outcome.text}`.slice(0, 500);
    if (outcome.permanent || row.attempts >= MOST_ATTEMPTS)
        return buryOutbox(tx, row.id, parts.processId, error);
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
