import { decideThread, type ThreadCandidate, type ThreadMatch } from '../../core/policies/threading.ts';
import type { ParsedMail, ReceivedMail } from '../../ports/mailboxEvents.ts';
import type { ReplyTokens } from '../../ports/replyTokens.ts';
import { centerSettings, replyTokenSecrets } from '../../storage/centerSettings.ts';
import { followMerges } from '../../storage/merges.ts';
import { findByMessageIds, participantsOf } from '../../storage/messages.ts';
import type { Transaction } from '../../storage/transaction.ts';

export interface FoundThread {
    readonly append: number | null;
    readonly matchedBy: ThreadMatch | null;
    readonly mayBelongTo: number | null;
    readonly why: string;
    /** It reacts to an acknowledgement of ours. */
    readonly answersAcknowledgement: boolean;
    /** Our own sent mail, found in a mailbox: the message it is a copy of. */
    readonly ownCopyOf: number | null;
}

/** E2: collects every thread the mail may belong to, with whole ids, and asks the policy. */
export async function findThread(
    tx: Transaction,
    tokens: ReplyTokens,
    mail: ReceivedMail,
    parsed: ParsedMail,
): Promise<FoundThread> {
    const [{ organization, ownAddresses: own }, ourCopy, byHeader] = await Promise.all([
        centerSettings(tx),
        parsed.messageId ? findByMessageIds(tx, [parsed.messageId]) : [],
        findByMessageIds(tx, headerIds(parsed)),
    ]);
    const nothing: FoundThread = {
        append: null,
        matchedBy: null,
        mayBelongTo: null,
        why: '',
        answersAcknowledgement: false,
        ownCopyOf: null,
    };
    const sent = ourCopy.find((message) => message.isOurs);
    if (sent && own.has(parsed.from?.address ?? '')) return { ...nothing, ownCopyOf: sent.id };

    const candidates = await candidatesOf(tx, tokens, mail, parsed, byHeader);
    const participants = await participantsOf(
        tx,
        candidates.map((candidate) => candidate.interactionId),
    );
    const decision = decideThread({
        candidates: candidates.map((candidate) => ({
            ...candidate,
            participants: (participants.get(candidate.interactionId) ?? []).filter((address) => {
                const { base } = tokens.parse(address);
                return !own.has(address) && !own.has(base);
            }),
        })),
        from: parsed.from?.address ?? null,
        dmarc: parsed.authentication.dmarc,
        colleagueDomains: organization?.threadColleagues === false ? 'off' : 'participant_domain',
    });
    const answered = byHeader.find((message) => parsed.inReplyTo.includes(message.messageId));
    const bounced = byHeader.find((message) => message.messageId === parsed.bouncedMessageId);
    const answersAcknowledgement = (bounced ?? answered)?.kind === 'acknowledgement';
    return 'append' in decision
        ? { ...nothing, append: decision.append, matchedBy: decision.matchedBy, answersAcknowledgement }
        : {
              ...nothing,
              mayBelongTo: decision.mayBelongTo,
              why: decision.mayBelongTo === null ? '' : decision.why,
          };
}

/** Nearest ancestor first. */
const headerIds = (parsed: ParsedMail): string[] => [
    ...new Set([
        ...parsed.inReplyTo,
        ...[...parsed.references].reverse(),
        ...(parsed.bouncedMessageId ? [parsed.bouncedMessageId] : []),
    ]),
];

async function candidatesOf(
    tx: Transaction,
    tokens: ReplyTokens,
    mail: ReceivedMail,
    parsed: ParsedMail,
    byHeader: readonly { interactionId: number; messageId: string; isMerged: boolean }[],
): Promise<Omit<ThreadCandidate, 'participants'>[]> {
    const found: (Omit<ThreadCandidate, 'participants'> & { isMerged: boolean })[] = [];
    for (const id of headerIds(parsed))
        for (const message of byHeader.filter((stored) => stored.messageId === id)) {
            const matchedBy: ThreadMatch =
                id === parsed.bouncedMessageId
                    ? 'delivery_report'
                    : parsed.inReplyTo.includes(id)
                      ? 'in_reply_to'
                      : 'references';
            found.push({ ...message, matchedBy });
        }
    for (const interactionId of await tokenIds(tx, tokens, mail, parsed))
        found.push({ interactionId, matchedBy: 'token', isMerged: true });
    return Promise.all(
        found.map(async ({ interactionId, matchedBy, isMerged }) => ({
            matchedBy,
            interactionId: isMerged ? await followMerges(tx, interactionId) : interactionId,
        })),
    );
}

async function tokenIds(
    tx: Transaction,
    tokens: ReplyTokens,
    mail: ReceivedMail,
    parsed: ParsedMail,
): Promise<number[]> {
    const addressed = [
        ...mail.envelopeTo,
        ...parsed.to.map((a) => a.address),
        ...parsed.cc.map((a) => a.address),
    ];
    const tags = new Set(addressed.map((address) => tokens.parse(address).tag).filter((tag) => tag !== null));
    if (tags.size === 0) return [];
    const secrets = await replyTokenSecrets(tx);
    const found = new Set<number>();
    for (const tag of tags)
        for (const secret of secrets) {
            const id = tokens.verify(tag, secret);
            if (id !== null) found.add(id);
        }
    return [...found];
}
