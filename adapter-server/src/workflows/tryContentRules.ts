import type { ContentRule, RuleAcknowledgement, RuleActions } from '../core/contentRules/rule.ts';
import {
    askedFor,
    compileRules,
    decideContentRules,
    fittingRules,
    type CompiledRule,
    type ContentDecision,
} from '../core/policies/contentRules.ts';

import { senderOf } from '../core/policies/blocking.ts';
import type { InteractionPriority } from '../core/vocabulary.ts';
import type { MailReader } from '../ports/mailReader.ts';
import { knownTargets } from '../storage/contentRules.ts';
import {
    firstIdSince,
    journalBeginnings,
    pageOfPastMails,
    rawHeads,
    type PastMail,
} from '../storage/pastMails.ts';
import { listOwnAddresses } from '../storage/queues.ts';
import type { Transaction } from '../storage/transaction.ts';
import { ruleFacts } from './email/ruleFacts.ts';

export interface RuleTrialArgs {
    readonly rules: readonly Omit<ContentRule, 'id'>[];
    readonly from: number | null;
    readonly until: number | null;
    readonly before: number | null;
    readonly limit: number;
}
export interface Placing {
    readonly queueId: number;
    readonly priority: InteractionPriority;
    readonly spam: boolean;
    readonly skills: readonly string[];
    readonly tags: readonly string[];
    /** Null: the queue's. */
    readonly acknowledgement: RuleAcknowledgement['kind'] | null;
}
export interface TriedMail {
    readonly mail: PastMail;
    readonly did: Placing;
    readonly would: Placing;
    readonly changed: boolean;
    readonly decision: ContentDecision;
}
export interface RuleTrial {
    readonly looked: number;
    /** Those that a rule fits. */
    readonly tried: readonly TriedMail[];
    readonly next: number | null;
}

type On = Pick<Transaction, 'run'>;

/** R8: "testable on past interactions before they are switched on". Reads, and nothing else. */
export async function tryContentRules(on: On, reader: MailReader, args: RuleTrialArgs): Promise<RuleTrial> {
    const rules = compileRules(args.rules.map((rule, n) => ({ ...rule, id: n + 1, active: true })));
    const start = args.before ?? (args.until === null ? null : await firstIdSince(on, args.until));
    const page = await pageOfPastMails(on, start, args.limit);
    const older = page.findIndex(({ createdAt }) => args.from !== null && createdAt < args.from);
    const within = older === -1 ? page : page.slice(0, older);
    const mails = within.filter(({ messageId }) => messageId !== null);
    const last = page.at(-1);
    return {
        looked: mails.length,
        tried: await tryMails(on, reader, rules, mails),
        next: older === -1 && page.length === args.limit && last ? last.interactionId : null,
    };
}

async function tryMails(
    on: On,
    reader: MailReader,
    rules: readonly CompiledRule[],
    mails: readonly PastMail[],
): Promise<TriedMail[]> {
    const raws = askedFor(rules).headers
        ? await rawHeads(
              on,
              mails.flatMap(({ rawSha256 }) => rawSha256 ?? []),
          )
        : new Map<string, Buffer>();
    const known = await knownTargets(
        on,
        rules.map(({ rule }) => rule),
    );
    const queues = new Map((await listOwnAddresses(on)).map(({ address, queueId }) => [address, queueId]));
    const before = await placings(on, mails);
    const tried: TriedMail[] = [];
    for (const mail of mails) {
        const did = before.get(mail.interactionId);
        if (!did) continue;
        const to = writtenTo(mail);
        const facts = await ruleFacts(reader, rules, {
            to,
            from: mail.fromAddress,
            customerName: mail.fromName,
            subject: mail.subject,
            kind: mail.kind ?? 'human',
            hasAttachment: mail.hasAttachment,
            text: mail.text,
            raw: raws.get(mail.rawSha256?.toString('hex') ?? '') ?? null,
        });
        const fitting = fittingRules(rules, facts);
        if (fitting.length === 0) continue;
        const decision = decideContentRules(fitting, known);
        const byAddress = to.map((address) => queues.get(address)).find((id) => id !== undefined);
        tried.push({ mail, decision, ...compare(did, byAddress ?? did.queueId, decision) });
    }
    return tried;
}

const writtenTo = ({ envelopeTo, recipients, cc }: PastMail): string[] => [
    ...new Set([...envelopeTo, ...[...recipients, ...cc].map(({ address }) => address)].map(senderOf)),
];

const asItIs = ({ queueId }: PastMail): Placing => ({
    queueId,
    priority: 'normal',
    spam: false,
    skills: [],
    tags: [],
    acknowledgement: null,
});

function compare(
    did: Placing,
    byAddress: number,
    { outcome }: ContentDecision,
): Pick<TriedMail, 'did' | 'would' | 'changed'> {
    const would: Placing = {
        queueId: outcome.queueId ?? byAddress,
        priority: outcome.priority ?? 'normal',
        spam: outcome.spam,
        skills: outcome.skills,
        tags: outcome.tags,
        acknowledgement: outcome.acknowledgement?.kind ?? null,
    };
    const words = (placing: Placing): string => JSON.stringify(inOrder(placing));
    return { did, would, changed: words(did) !== words(would) };
}

const inOrder = ({ queueId, priority, spam, skills, tags, acknowledgement }: Placing): unknown[] => [
    queueId,
    priority,
    spam,
    [...skills].sort(),
    [...tags].sort(),
    acknowledgement,
];

type Journalled = Partial<Omit<RuleActions, 'queueId'>>;

/** Where each went when it came, as its journal tells; those that a block kept out are not there. */
async function placings(on: On, mails: readonly PastMail[]): Promise<Map<number, Placing>> {
    const found = new Map<number, Placing>(mails.map((mail) => [mail.interactionId, asItIs(mail)]));
    const placed = new Set<number>();
    for (const { interactionId, kind, data } of await journalBeginnings(on, [...found.keys()])) {
        let placing = found.get(interactionId);
        if (!placing) continue;
        // Later in its life it may be blocked as well: only what was kept out from the beginning was asked no rule.
        if (kind === 'blocked_sender' && !placed.has(interactionId)) found.delete(interactionId);
        if (kind === 'rule_applied') placing = withRule(placing, (data['did'] ?? {}) as Journalled);
        if (typeof data['queueId'] === 'number' && !placed.has(interactionId)) {
            placing = { ...placing, queueId: data['queueId'] };
            placed.add(interactionId);
        }
        if (found.has(interactionId)) found.set(interactionId, placing);
    }
    return found;
}

const withRule = (placing: Placing, did: Journalled): Placing => ({
    ...placing,
    priority: did.priority ?? placing.priority,
    spam: placing.spam || did.spam === true,
    skills: did.skills?.length ? did.skills : placing.skills,
    tags: [...placing.tags, ...(did.tags ?? [])],
    acknowledgement: did.acknowledgement?.kind ?? placing.acknowledgement,
});
