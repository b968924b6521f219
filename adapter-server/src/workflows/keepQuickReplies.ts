import { decideSavedText } from '../core/policies/savedText.ts';
import { findQueue } from '../storage/queues.ts';
import {
    deleteQuickReplyRow,
    findQuickReply,
    saveQuickReplyRow,
    type Owner,
    type TextFormat,
} from '../storage/quickReplies.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, refuseBy, type Actor, type Outcome } from './outcome.ts';

export interface QuickReplyText {
    /** Null or absent: a new one. */
    readonly quickReplyId?: number | null | undefined;
    readonly shortcut: string;
    readonly title: string;
    readonly text: string;
    readonly format: TextFormat;
}
type Saved = Promise<Outcome<{ quickReplyId: number }>>;
type Nothing = Record<string, never>;

/** E6, A11: the organization's, or a queue's, by an admin. */
export async function saveQuickReply(
    tx: Transaction,
    actor: Actor,
    args: QuickReplyText & { queueId?: number | null | undefined },
): Saved {
    const queueId = args.queueId ?? null;
    if (queueId !== null && !(await findQueue(tx, queueId))) return notFound('This queue');
    return save(tx, actor, args, { queueId, agentId: null });
}

/** An agent's own, which nobody else sees. */
export const saveOwnQuickReply = (tx: Transaction, actor: Actor, args: QuickReplyText): Saved =>
    save(tx, actor, args, { queueId: null, agentId: actor.agentId });

async function save(tx: Transaction, actor: Actor, args: QuickReplyText, owner: Owner): Saved {
    const id = args.quickReplyId ?? null;
    if (id !== null && !(await isThere(tx, id, owner.agentId))) return notFound('This quick reply');
    const html = args.format === 'html';
    const text = decideSavedText({ what: 'text', text: args.text, html });
    if (!text.allowed) return refuseBy(text);
    const saved = await saveQuickReplyRow(tx, id, { ...owner, ...args }, actor.agentId);
    return saved === null
        ? refuse(
              `The shortcut /${args.shortcut} is taken.`,
              'Choose another one, or change that quick reply.',
          )
        : done({ quickReplyId: saved });
}

export async function deleteQuickReply(
    tx: Transaction,
    _actor: Actor,
    { quickReplyId }: { quickReplyId: number },
): Promise<Outcome<Nothing>> {
    if (!(await isThere(tx, quickReplyId, null))) return notFound('This quick reply');
    await deleteQuickReplyRow(tx, quickReplyId);
    return done({});
}

export async function deleteOwnQuickReply(
    tx: Transaction,
    actor: Actor,
    { quickReplyId }: { quickReplyId: number },
): Promise<Outcome<Nothing>> {
    if (!(await isThere(tx, quickReplyId, actor.agentId))) return notFound('This quick reply');
    await deleteQuickReplyRow(tx, quickReplyId);
    return done({});
}

const isThere = async (tx: Transaction, id: number, agentId: number | null): Promise<boolean> =>
    (await findQuickReply(tx, id))?.agentId === agentId;
