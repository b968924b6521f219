import type { ContentRule } from '../core/contentRules/rule.ts';
import { listActiveRules } from './contentRules.ts';
import { statement } from './database.ts';
import { findSecrets, readOrganization, signingSecrets, type Organization } from './organization.ts';
import {
    addressWrittenTo,
    listMailboxAddresses,
    listQueues,
    type MailboxAddress,
    type Queue,
} from './queues.ts';
import type { Transaction } from './transaction.ts';

/** What hardly changes and every mail asks for. */
export interface CenterSettings {
    /** Null before the first-run file was read. */
    readonly organization: Organization | null;
    readonly mailboxes: readonly MailboxAddress[];
    readonly ownAddresses: ReadonlySet<string>;
    readonly queues: ReadonlyMap<number, Queue>;
    /** Of reply tokens, the signing one first; none before the first was needed. */
    readonly replySecrets: readonly Buffer[];
    /** R8: those that are on, in their order. */
    readonly contentRules: readonly ContentRule[];
}
interface Kept {
    readonly version: number;
    readonly settings: CenterSettings;
}

const version = statement<{ version: number }>('settings_version', `select version from settings_version`);

const KEPT = 'center settings';
const asked = new WeakMap<Transaction, Promise<CenterSettings>>();

/**
 * The settings that were true when this transaction first asked: kept by the process, and read anew where the database
 * says that they changed (migration 0016), whichever process changed them.
 */
export function centerSettings(tx: Transaction): Promise<CenterSettings> {
    const before = asked.get(tx);
    if (before) return before;
    const now = read(tx);
    asked.set(tx, now);
    return now;
}

/** The same where this transaction has asked for them already; null where it has not. */
export const settingsAsked = async (tx: Transaction): Promise<CenterSettings | null> =>
    (await asked.get(tx)) ?? null;

async function read(tx: Transaction): Promise<CenterSettings> {
    const kept = tx.memory.get(KEPT) as Kept | undefined;
    const { version: current } = await tx.one(version);
    if (kept?.version === current) return kept.settings;
    // Read behind the number: what changes in between is kept under an older one, and read again.
    const [organization, mailboxes, queues, replySecrets, contentRules] = await Promise.all([
        readOrganization(tx),
        listMailboxAddresses(tx),
        listQueues(tx),
        findSecrets(tx, 'reply_token'),
        listActiveRules(tx),
    ]);
    const settings: CenterSettings = {
        organization,
        mailboxes,
        ownAddresses: new Set(mailboxes.map(({ address }) => address)),
        queues: new Map(queues.map((queue) => [queue.id, queue])),
        replySecrets,
        contentRules,
    };
    tx.memory.set(KEPT, { version: current, settings } satisfies Kept);
    return settings;
}

/** The secrets of reply tokens, the signing one first; made on first use. */
export async function replyTokenSecrets(tx: Transaction): Promise<readonly Buffer[]> {
    const { replySecrets } = await centerSettings(tx);
    return replySecrets.length > 0 ? replySecrets : signingSecrets(tx, 'reply_token');
}

/** The queue of that id, as {@link centerSettings}. Throws where there is none. */
export async function settingsOfQueue(tx: Transaction, id: number): Promise<Queue> {
    const queue = (await centerSettings(tx)).queues.get(id);
    if (!queue) throw new Error(`queue ${id} does not exist`);
    return queue;
}

/** The address that a queue answers from: an enabled mailbox of it before one that is not. */
export async function addressOfQueue(tx: Transaction, queueId: number): Promise<MailboxAddress | null> {
    const its = (await centerSettings(tx)).mailboxes.filter((mailbox) => mailbox.queueId === queueId);
    return its.find(({ enabled }) => enabled) ?? its[0] ?? null;
}

/** For a queue without an address of its own, into which mail came by a rule or a transfer: the one that was written to. */
export const addressToAnswerFrom = async (
    tx: Transaction,
    { id, queueId }: { readonly id: number; readonly queueId: number },
): Promise<Pick<MailboxAddress, 'address' | 'displayName'> | null> =>
    (await addressOfQueue(tx, queueId)) ?? addressWrittenTo(tx, id);
