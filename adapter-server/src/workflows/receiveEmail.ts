import { blockPatterns } from '../core/policies/blocking.ts';
import { decideMailEffects, type MailEffects } from '../core/policies/automaticMail.ts';
import { statusAfterCustomerMessage } from '../core/policies/reopening.ts';
import type { MailboxEvents, ParsedMail, ReceivedMail, ReceiveOutcome } from '../ports/mailboxEvents.ts';
import type { MailReader } from '../ports/mailReader.ts';
import type { ReplyTokens } from '../ports/replyTokens.ts';
import { insertAttachment } from '../storage/attachments.ts';
import { findBlock } from '../storage/blocks.ts';
import { storeBlob } from '../storage/blobs.ts';
import { centerSettings } from '../storage/centerSettings.ts';
import { isUniqueViolation } from '../storage/database.ts';
import { insertInteractionOf, saveInteraction, type Interaction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { holdsLease } from '../storage/leases.ts';
import { advanceCursor, markMailSeen } from '../storage/mailboxes.ts';
import { lockFollowingMerges } from '../storage/merges.ts';
import { findMessageByContent, insertMessage, reserveMessageIds } from '../storage/messages.ts';
import { tellAdmins } from '../storage/people.ts';
import { quarantineMail } from '../storage/quarantine.ts';
import { clearTimer } from '../storage/timers.ts';
import type { Store, Transaction } from '../storage/transaction.ts';
import { acknowledge, acknowledgementFacts, type AcknowledgementFacts } from './email/acknowledge.ts';
import { ContentRules, type AcknowledgementByRule } from './email/applyContentRules.ts';
import { cameBack, tellScheduled } from './email/unsent.ts';
import { findThread } from './email/findThread.ts';
import { outsideAddresses } from './email/outsideAddresses.ts';
import { keepBlocked } from './spam.ts';
import { routeCustomerMessage } from './routing/routeCustomerMessage.ts';

export interface ReceiveEmailParts {
    readonly store: Store;
    readonly replyTokens: ReplyTokens;
    /** First words of a mail without its quotes, for lists. */
    readonly preview: (text: string) => string;
    readonly mailReader: MailReader;
}

/** E1: every accepted message becomes exactly one message of exactly one interaction. */
export class ReceiveEmail implements MailboxEvents {
    readonly #parts: ReceiveEmailParts;
    readonly #rules: ContentRules;

    constructor(parts: ReceiveEmailParts) {
        this.#parts = parts;
        this.#rules = new ContentRules(parts.mailReader);
    }

    async received(mail: ReceivedMail): Promise<ReceiveOutcome> {
        try {
            return await this.#store(mail);
        } catch (error) {
            // The same mail came in twice at the same moment: the other one has won, this one is its duplicate.
            if (!isUniqueViolation(error)) throw error;
            return await this.#store(mail);
        }
    }

    receivedTogether(mails: readonly ReceivedMail[]): Promise<ReceiveOutcome[]> {
        return this.#parts.store.transaction('receiveEmail', async (tx) => {
            const outcomes: ReceiveOutcome[] = [];
            for (const mail of mails) outcomes.push(await this.receiveIn(tx, mail));
            return outcomes;
        });
    }

    #store(mail: ReceivedMail): Promise<ReceiveOutcome> {
        return this.#parts.store.transaction('receiveEmail', (tx) => this.receiveIn(tx, mail));
    }

    /** Within somebody's transaction: a quarantined mail that is read again. */
    async receiveIn(tx: Transaction, mail: ReceivedMail): Promise<ReceiveOutcome> {
        // Asked along with everything else: where the answer is no, nothing of this is committed.
        const mayFetch = this.#mayFetch(tx, mail.origin);
        mayFetch.catch(() => undefined);
        await advanceCursor(tx, mail.origin);
        if (mail.origin.mailboxId === null) await markMailSeen(tx, this.#addressed(mail.envelopeTo));
        const outcome =
            'unparsable' in mail.content
                ? await quarantine(tx, mail, mail.content.unparsable)
                : await this.#take(tx, mail, mail.content.parsed);
        await mayFetch;
        return outcome;
    }

    /** "One leaseholder per mailbox": what a process fetched before it was paused, it may not write after its successor. */
    async #mayFetch(tx: Transaction, { mailboxId, lease }: ReceivedMail['origin']): Promise<void> {
        if (lease === undefined || (await holdsLease(tx, 'mailbox', String(mailboxId), lease))) return;
        throw new Error('Another process fetches this mailbox now.');
    }

    #addressed(envelopeTo: readonly string[]): string[] {
        return [...new Set(envelopeTo.map((address) => this.#parts.replyTokens.parse(address).base))];
    }

    async #take(tx: Transaction, fetched: ReceivedMail, parsed: ParsedMail): Promise<ReceiveOutcome> {
        const [duplicate, [messageId = 0, reserved = 0], thread, block] = await Promise.all([
            findMessageByContent(tx, parsed.contentHash),
            reserveMessageIds(tx, 2),
            findThread(tx, this.#parts.replyTokens, fetched, parsed),
            // Asked in the transaction, along with the others: no process can know less than the database.
            findBlock(tx, parsed.from ? blockPatterns(parsed.from.address) : []),
        ]);
        if (duplicate) return { outcome: 'duplicate', messageId: duplicate.id };
        if (!parsed.from) return quarantine(tx, fetched, 'The mail names no sender (From).');

        if (thread.ownCopyOf !== null) return { outcome: 'duplicate', messageId: thread.ownCopyOf };
        const effects = decideMailEffects({
            kind: parsed.classification.kind,
            matched: thread.append !== null,
            answersOurAcknowledgement: thread.answersAcknowledgement,
        });
        const match = thread.append === null ? null : await lockFollowingMerges(tx, thread.append);
        // A blocked sender's mail stays apart from what people work on.
        const found = match !== null && block !== null && match.spam === null ? null : match;
        const mayBelongTo = found === match ? thread.mayBelongTo : (match?.id ?? null);
        const mail = await this.#delivered(tx, fetched, parsed);
        const preview = this.#parts.preview(parsed.text);
        const [i, acknowledgement] =
            found === null
                ? await Promise.all([
                      this.#newInteraction(tx, mail, parsed, preview, mayBelongTo),
                      effects.acknowledges && block === null ? acknowledgementFacts(tx, parsed) : null,
                  ])
                : [found, null];
        const replyTo = await outsideAddresses(tx, this.#parts.replyTokens, parsed.replyTo);
        await storeMessage(tx, mail, { ...parsed, replyTo }, i.id, messageId);
        await record(tx, i, {
            kind: 'received',
            data: {
                messageId,
                appended: found !== null,
                matchedBy: found === null ? null : thread.matchedBy,
                apart: thread.why,
                classification: parsed.classification,
            },
        });
        i.lastActivityAt = tx.now;
        const isNew = found === null;
        if (block !== null && isNew) await keepBlocked(tx, i, block);
        // R8: of what is new, and not kept out already.
        const asked = { mail, parsed, to: this.#named(mail, parsed) };
        const says = isNew && block === null ? await this.#rules.apply(tx, i, asked) : null;
        if (i.spam !== null) waitsInSpam(tx, i, preview);
        else {
            const settled = { parsed, effects, messageId, isNew, preview, acknowledgement, reserved, says };
            await this.#apply(tx, i, settled);
        }
        await saveInteraction(tx, i);
        return { outcome: 'stored', interactionId: i.id, messageId };
    }

    /** Where it names none of our addresses (an alias, Bcc), it was delivered for that of the mailbox which fetched it. */
    async #delivered(tx: Transaction, mail: ReceivedMail, parsed: ParsedMail): Promise<ReceivedMail> {
        const { mailboxes, ownAddresses } = await centerSettings(tx);
        const fetching = mailboxes.find(({ id }) => id === mail.origin.mailboxId);
        if (!fetching || this.#named(mail, parsed).some((address) => ownAddresses.has(address))) return mail;
        return { ...mail, envelopeTo: [...mail.envelopeTo, fetching.address] };
    }

    async #newInteraction(
        tx: Transaction,
        mail: ReceivedMail,
        parsed: ParsedMail,
        preview: string,
        mayBelongTo: number | null,
    ): Promise<Interaction> {
        const { from } = parsed;
        const customer = { address: from?.address ?? '', name: from?.name ?? '' };
        const queueId = await this.#queueFor(tx, mail, parsed);
        const subject = parsed.subject.trim() || '(no subject)';
        return insertInteractionOf(tx, customer, {
            channel: 'email',
            subject,
            preview,
            queueId,
            mayBelongTo,
        });
    }

    #named({ envelopeTo }: ReceivedMail, { to, cc }: ParsedMail): string[] {
        return this.#addressed([...envelopeTo, ...[...to, ...cc].map(({ address }) => address)]);
    }

    async #queueFor(tx: Transaction, mail: ReceivedMail, parsed: ParsedMail): Promise<number> {
        const { mailboxes } = await centerSettings(tx);
        for (const address of this.#named(mail, parsed)) {
            const named = mailboxes.find((mailbox) => mailbox.address === address);
            if (named) return named.queueId;
        }
        throw new Error('The mail was accepted for an address that belongs to no queue.');
    }

    async #apply(
        tx: Transaction,
        i: Interaction,
        { parsed, effects, messageId, isNew, preview, acknowledgement, reserved, says }: Applied,
    ): Promise<void> {
        if (effects.reopens || isNew) {
            // The promise for a date is over. One that has come due still waits for whom it was made by.
            if (i.status === 'pending') i.pendingBy = null;
            i.status = statusAfterCustomerMessage(i.status);
            i.preview = preview;
            i.unread = true;
            i.followUpAt = null;
            if (!isNew) await clearTimer(tx, 'follow_up', i.id);
        }
        if (effects.flagsAgent) await cameBack(tx, i, parsed);
        if (effects.reopens) await tellScheduled(tx, i);
        if (acknowledgement !== null) {
            const facts = acknowledgement;
            await acknowledge(tx, this.#parts.replyTokens, i, { parsed, messageId, reserved, facts, says });
        }
        if (effects.waits || effects.queues) {
            i.waitingSince ??= tx.now;
            await routeCustomerMessage(tx, i);
        }
    }
}

/** E12: stored like any mail; it reopens, acknowledges and routes nothing until it is released. */
function waitsInSpam(tx: Transaction, i: Interaction, preview: string): void {
    i.preview = preview;
    tx.signals.spam = true;
    i.spam = { blockId: i.spam?.blockId ?? null, waitingSince: i.spam?.waitingSince ?? tx.now };
    i.waitingSince = null;
}

/** Written by no person: nobody is answered by it, and its sender takes part in nothing. */
const WITHOUT_AUTHOR: ReadonlySet<string> = new Set(['auto', 'bounce', 'abuse_report']);

interface Applied {
    readonly parsed: ParsedMail;
    readonly effects: MailEffects;
    readonly messageId: number;
    readonly isNew: boolean;
    readonly preview: string;
    /** Of a new thread that may be acknowledged; and the number of that message. */
    readonly acknowledgement: AcknowledgementFacts | null;
    readonly reserved: number;
    readonly says: AcknowledgementByRule | null;
}

async function quarantine(tx: Transaction, mail: ReceivedMail, reason: string): Promise<ReceiveOutcome> {
    const { lease: _lease, ...origin } = mail.origin;
    const quarantineId = await quarantineMail(tx, {
        reason,
        rawSha256: await storeBlob(tx, mail.raw),
        origin,
        envelopeFrom: mail.envelopeFrom,
        envelopeTo: mail.envelopeTo,
    });
    await tellAdmins(tx, 'mail_quarantined', 'Mail that could not be read waits for an admin.');
    return { outcome: 'quarantined', quarantineId };
}

async function storeMessage(
    tx: Transaction,
    mail: ReceivedMail,
    parsed: ParsedMail,
    interactionId: number,
    messageId: number,
): Promise<void> {
    await insertMessage(tx, messageId, {
        interactionId,
        direction: 'inbound',
        kind: WITHOUT_AUTHOR.has(parsed.classification.kind) ? 'automatic' : 'message',
        messageId: parsed.messageId,
        contentHash: parsed.contentHash,
        inReplyTo: [...parsed.inReplyTo],
        threadReferences: [...parsed.references],
        fromName: parsed.from?.name ?? '',
        fromAddress: parsed.from?.address ?? '',
        replyTo: [...parsed.replyTo],
        recipients: [...parsed.to],
        cc: [...parsed.cc],
        envelopeTo: mail.envelopeTo,
        subject: parsed.subject,
        textBody: parsed.text,
        htmlBody: parsed.html,
        at: tx.now,
        agentId: null,
        rawSha256: await storeBlob(tx, mail.raw),
        authentication: parsed.authentication,
        deliveryState: null,
    });
    const attached = parsed.attachments.map(async (part) =>
        insertAttachment(tx, {
            messageId,
            draftOf: null,
            filename: part.filename,
            contentType: part.contentType,
            size: part.content.byteLength,
            sha256: await storeBlob(tx, part.content),
            contentId: part.contentId,
            inline: part.inline,
        }),
    );
    await Promise.all(attached);
}
