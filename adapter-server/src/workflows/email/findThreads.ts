import { decideThread, type ThreadCandidate, type ThreadMatch } from '../../core/policies/threading.ts';
import type { ParsedMail, ReceivedMail } from '../../ports/mailboxEvents.ts';
import type { ReplyTokens } from '../../ports/replyTokens.ts';
import { centerSettings, replyTokenSecrets, type CenterSettings } from '../../storage/centerSettings.ts';
import { followMerges } from '../../storage/merges.ts';
import { participantsOf, type KnownMessage } from '../../storage/messages.ts';
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
    /** Every thread that it may belong to. */
    readonly candidates: readonly number[];
}

const NO_THREAD: FoundThread = {
    append: null,
    matchedBy: null,
    mayBelongTo: null,
    why: '',
    answersAcknowledgement: false,
    ownCopyOf: null,
    candidates: [],
};

export interface MailOfThread {
    readonly mail: ReceivedMail;
    readonly parsed: ParsedMail;
}

interface Candidates extends MailOfThread {
    readonly candidates: readonly Omit<ThreadCandidate, 'participants'>[];
    readonly ownCopyOf: number | null;
}

/** Nearest ancestor first. */
export const headerIds = (parsed: ParsedMail): string[] => [
    ...new Set([
        ...parsed.inReplyTo,
        ...[...parsed.references].reverse(),
        ...(parsed.bouncedMessageId ? [parsed.bouncedMessageId] : []),
    ]),
];

/**
 * E2, for mails that have nothing to do with each other: collects every thread that each may belong to, with whole ids,
 * and asks the policy.
 *
 * @param known the stored messages that bear an id of any of them
 */
export async function findThreads(
    tx: Transaction,
    tokens: ReplyTokens,
    mails: readonly MailOfThread[],
    known: readonly KnownMessage[],
): Promise<FoundThread[]> {
    const byId = Map.groupBy(known, (message) => message.messageId);
    const settings = await centerSettings(tx);
    const asked = await Promise.all(mails.map((each) => candidatesOf(tx, tokens, each, { byId, settings })));
    const participants = await participantsOf(
        tx,
        asked.flatMap(({ candidates }) => candidates.map(({ interactionId }) => interactionId)),
    );
    return asked.map((each) => decide(tokens, each, { byId, settings, participants }));
}

interface Known {
    readonly byId: ReadonlyMap<string, readonly KnownMessage[]>;
    readonly settings: CenterSettings;
}

async function candidatesOf(
    tx: Transaction,
    tokens: ReplyTokens,
    { mail, parsed }: MailOfThread,
    { byId, settings }: Known,
): Promise<Candidates> {
    const ours = byId.get(parsed.messageId ?? '')?.find(({ isOurs }) => isOurs);
    if (ours && settings.ownAddresses.has(parsed.from?.address ?? ''))
        return { mail, parsed, candidates: [], ownCopyOf: ours.id };
    const found: (Omit<ThreadCandidate, 'participants'> & { isMerged: boolean })[] = [];
    for (const id of headerIds(parsed))
        for (const { interactionId, isMerged } of byId.get(id) ?? [])
            found.push({ interactionId, isMerged, matchedBy: matchOf(parsed, id) });
    for (const interactionId of await tokenIds(tx, tokens, mail, parsed))
        found.push({ interactionId, matchedBy: 'token', isMerged: true });
    const candidates = await Promise.all(
        found.map(async ({ interactionId, matchedBy, isMerged }) => ({
            matchedBy,
            interactionId: isMerged ? await followMerges(tx, interactionId) : interactionId,
        })),
    );
    return { mail, parsed, candidates, ownCopyOf: null };
}

function matchOf(parsed: ParsedMail, id: string): ThreadMatch {
    if (id === parsed.bouncedMessageId) return 'delivery_report';
    return parsed.inReplyTo.includes(id) ? 'in_reply_to' : 'references';
}

function decide(
    tokens: ReplyTokens,
    { parsed, candidates, ownCopyOf }: Candidates,
    {
        byId,
        settings: { organization, ownAddresses: own },
        participants,
    }: Known & { readonly participants: ReadonlyMap<number, readonly string[]> },
): FoundThread {
    if (ownCopyOf !== null) return { ...NO_THREAD, ownCopyOf };
    const decision = decideThread({
        candidates: candidates.map((candidate) => ({
            ...candidate,
            participants: (participants.get(candidate.interactionId) ?? []).filter((address) => {
                const { base } = tokens.parse(address);
                return !own.has(address) && !own.has(base);
            }),
        })),
        from: parsed.hasOneAuthor === false ? null : (parsed.from?.address ?? null),
        dmarc: parsed.authentication.dmarc,
        colleagueDomains: organization?.threadColleagues === false ? 'off' : 'participant_domain',
    });
    const found = { ...NO_THREAD, candidates: candidates.map(({ interactionId }) => interactionId) };
    if (!('append' in decision)) {
        const { mayBelongTo, why } = decision;
        return { ...found, mayBelongTo, why: mayBelongTo === null ? '' : why };
    }
    const stored = headerIds(parsed)
        .flatMap((id) => byId.get(id) ?? [])
        .sort((a, b) => a.id - b.id);
    const answered = stored.find(({ messageId }) => parsed.inReplyTo.includes(messageId));
    const bounced = stored.find(({ messageId }) => messageId === parsed.bouncedMessageId);
    const answersAcknowledgement = (bounced ?? answered)?.kind === 'acknowledgement';
    const { append, matchedBy } = decision;
    return { ...found, append, matchedBy, answersAcknowledgement };
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
