import { statusAfterCustomerMessage } from '../core/policies/reopening.ts';
import type { MailboxEvents, ParsedMail, ReceivedMail, ReceiveOutcome } from '../ports/mailboxEvents.ts';
import type { MailReader } from '../ports/mailReader.ts';
import type { ReplyTokens } from '../ports/replyTokens.ts';
import { storeBlob } from '../storage/blobs.ts';
import { centerSettings } from '../storage/centerSettings.ts';
import { isUniqueViolation } from '../storage/database.ts';
import {
    insertInteraction,
    insertReserved,
    saveInteraction,
    type Interaction,
} from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { holdsLease } from '../storage/leases.ts';
import { advanceCursor, markMailSeen } from '../storage/mailboxes.ts';
import { lockFollowingMerges } from '../storage/merges.ts';
import { saveCustomer, tellAdmins } from '../storage/people.ts';
import { quarantineMail } from '../storage/quarantine.ts';
import { clearTimer } from '../storage/timers.ts';
import type { Store, Transaction } from '../storage/transaction.ts';
import { acknowledge } from './email/acknowledge.ts';
import { ContentRules, type AcknowledgementByRule } from './email/applyContentRules.ts';
import { countIndependent } from './email/independentMails.ts';
import type { MailOfThread } from './email/findThreads.ts';
import { lookUpMails, type MailFacts } from './email/mailFacts.ts';
import { storeFiles, type MailFiles } from './email/mailFiles.ts';
import { outsideAddresses } from './email/outsideAddresses.ts';
import { storeMessage } from './email/storeMessage.ts';
import { cameBack, tellScheduled } from './email/unsent.ts';
import { offerAtOnce } from './routing/offerAtOnce.ts';
import { routeCustomerMessage } from './routing/routeCustomerMessage.ts';
import { keepBlocked } from './spam.ts';

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
        return this.#parts.store.transaction('receiveEmail', (tx) => this.#receiveFirst(tx, mails));
    }

    #store(mail: ReceivedMail): Promise<ReceiveOutcome> {
        return this.#parts.store.transaction('receiveEmail', (tx) => this.receiveIn(tx, mail));
    }

    /** Within somebody's transaction: a quarantined mail that is read again. */
    async receiveIn(tx: Transaction, mail: ReceivedMail): Promise<ReceiveOutcome> {
        const [outcome] = await this.#receiveFirst(tx, [mail]);
        if (!outcome) throw new Error('A mail was taken in without an outcome.');
        return outcome;
    }

    /** Of one mailbox and in its order. One commit takes all its locks in their order: two cannot stop each other. */
    async #receiveFirst(tx: Transaction, mails: readonly ReceivedMail[]): Promise<ReceiveOutcome[]> {
        const [first] = mails;
        if (!first) return [];
        // Asked along with everything else: where the answer is no, nothing of this is committed.
        const mayFetch = this.#mayFetch(tx, first.origin);
        mayFetch.catch(() => undefined);
        const arrived: Interaction[] = [];
        const outcomes =
            'unparsable' in first.content
                ? [await quarantine(tx, first, first.content.unparsable)]
                : await this.#takeIndependent(tx, mails, arrived);
        await mayFetch;
        const taken = mails.slice(0, outcomes.length);
        await advanceCursor(tx, taken.at(-1)?.origin ?? first.origin);
        if (first.origin.mailboxId === null)
            await markMailSeen(tx, this.#addressed(taken.flatMap(({ envelopeTo }) => envelopeTo)));
        const [only] = arrived;
        if (only && arrived.length === 1) await offerAtOnce(tx, only);
        return outcomes;
    }

    /** @param arrived gets the interactions that they are stored in */
    async #takeIndependent(
        tx: Transaction,
        received: readonly ReceivedMail[],
        arrived: Interaction[],
    ): Promise<ReceiveOutcome[]> {
        const legible: MailOfThread[] = [];
        for (const mail of received) {
            if ('unparsable' in mail.content) break;
            legible.push({ mail, parsed: mail.content.parsed });
        }
        const together = legible.slice(0, countIndependent(legible.map(({ parsed }) => parsed)));
        const mails = await lookUpMails(tx, this.#parts.replyTokens, together);
        const kept = mails.filter(({ duplicateOf }) => duplicateOf === null);
        const files = await storeFiles(tx, kept);
        const outcomes: ReceiveOutcome[] = [];
        for (const facts of mails) {
            const own = files[kept.indexOf(facts)];
            if (own) outcomes.push(await this.#take(tx, facts, own, arrived));
            else outcomes.push({ outcome: 'duplicate', messageId: facts.duplicateOf ?? 0 });
        }
        return outcomes;
    }

    /** "One leaseholder per mailbox": what a process fetched before it was paused, it may not write after its successor. */
    async #mayFetch(tx: Transaction, { mailboxId, lease }: ReceivedMail['origin']): Promise<void> {
        if (lease === undefined || (await holdsLease(tx, 'mailbox', String(mailboxId), lease))) return;
        throw new Error('Another process fetches this mailbox now.');
    }

    #addressed(envelopeTo: readonly string[]): string[] {
        return [...new Set(envelopeTo.map((address) => this.#parts.replyTokens.parse(address).base))];
    }

    async #take(
        tx: Transaction,
        facts: MailFacts,
        files: MailFiles,
        arrived: Interaction[],
    ): Promise<ReceiveOutcome> {
        const { parsed, thread, block, messageId } = facts;
        if (!parsed.from) return quarantine(tx, facts.mail, 'The mail names no sender (From).');

        const match = await followed(tx, facts);
        // A blocked sender's mail stays apart from what people work on.
        const found = match !== null && block !== null && match.spam === null ? null : match;
        const mayBelongTo = found === match ? thread.mayBelongTo : (match?.id ?? null);
        const mail = await this.#delivered(tx, facts.mail, parsed);
        const preview = this.#parts.preview(parsed.text);
        const isNew = found === null;
        const i = found ?? (await this.#newInteraction(tx, { ...facts, mail }, preview, mayBelongTo));
        const replyTo = await outsideAddresses(tx, this.#parts.replyTokens, parsed.replyTo);
        storeMessage(tx, { mail, parsed: { ...parsed, replyTo }, interactionId: i.id, messageId, files });
        await record(tx, i, {
            kind: 'received',
            data: {
                messageId,
                appended: !isNew,
                matchedBy: isNew ? null : thread.matchedBy,
                apart: thread.why,
                classification: parsed.classification,
            },
        });
        i.lastActivityAt = tx.now;
        if (block !== null && isNew) await keepBlocked(tx, i, block);
        // R8: of what is new, and not kept out already.
        const asked = { mail, parsed, to: this.#named(mail, parsed) };
        const says = isNew && block === null ? await this.#rules.apply(tx, i, asked) : null;
        if (i.spam !== null) waitsInSpam(tx, i, preview);
        else await this.#apply(tx, i, { facts, isNew, preview, says });
        await saveInteraction(tx, i);
        arrived.push(i);
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
        { mail, parsed, interactionId, customerId }: MailFacts,
        preview: string,
        mayBelongTo: number | null,
    ): Promise<Interaction> {
        const { address = '', name = '' } = parsed.from ?? {};
        const begun = {
            channel: 'email',
            subject: parsed.subject.trim() || '(no subject)',
            preview,
            customerId: customerId ?? (await saveCustomer(tx, address, name)),
            queueId: await this.#queueFor(tx, mail, parsed),
            mayBelongTo,
        } as const;
        return interactionId === null
            ? insertInteraction(tx, begun)
            : insertReserved(tx, interactionId, begun);
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

    async #apply(tx: Transaction, i: Interaction, { facts, isNew, preview, says }: Applied): Promise<void> {
        const { parsed, effects, acknowledgement } = facts;
        if (effects.reopens || isNew) {
            // The promise for a date is over. One that has come due still waits for whom it was made by.
            if (i.status === 'pending') i.pendingBy = null;
            i.status = statusAfterCustomerMessage(i.status);
            i.preview = preview;
            i.unread = true;
            if (i.followUpAt !== null) await clearTimer(tx, 'follow_up', i.id);
            i.followUpAt = null;
        }
        if (effects.flagsAgent) await cameBack(tx, i, parsed);
        if (effects.reopens) await tellScheduled(tx, i, facts.scheduledBy);
        if (isNew && acknowledgement !== null)
            await acknowledge(tx, this.#parts.replyTokens, i, { ...facts, acknowledgement, says });
        if (effects.waits || effects.queues) {
            i.waitingSince ??= tx.now;
            await routeCustomerMessage(tx, i);
        }
    }
}

/** Locked where its messages are now: it may have been merged while this waited for its lock. */
const followed = async (tx: Transaction, { match }: MailFacts): Promise<Interaction | null> =>
    match === null || match.mergedInto === null ? match : lockFollowingMerges(tx, match.mergedInto);

/** E12: stored like any mail; it reopens, acknowledges and routes nothing until it is released. */
function waitsInSpam(tx: Transaction, i: Interaction, preview: string): void {
    i.preview = preview;
    tx.signals.spam = true;
    i.spam = { blockId: i.spam?.blockId ?? null, waitingSince: i.spam?.waitingSince ?? tx.now };
    i.waitingSince = null;
}

interface Applied {
    readonly facts: MailFacts;
    readonly isNew: boolean;
    readonly preview: string;
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
