import { decideMacroSteps, STEP_WORDS, type MacroStep } from '../core/policies/macroSteps.ts';
import { decideFields } from '../core/policies/savedText.ts';
import { findDisposition } from '../storage/dispositions.ts';
import { deleteMacroRow, findMacro, saveMacroRow } from '../storage/macros.ts';
import { findQueue } from '../storage/queues.ts';
import { findQuickReply, type Owner } from '../storage/quickReplies.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, refuseBy, type Actor, type Outcome, type Refused } from './outcome.ts';

export interface MacroText {
    /** Null or absent: a new one. */
    readonly macroId?: number | null | undefined;
    readonly key?: string | null | undefined;
    readonly title: string;
    readonly steps: readonly MacroStep[];
}
type Saved = Promise<Outcome<{ macroId: number }>>;
type Nothing = Record<string, never>;

/** W10: the organization's, or a queue's, by an admin. */
export async function saveMacro(
    tx: Transaction,
    actor: Actor,
    args: MacroText & { queueId?: number | null | undefined },
): Saved {
    const queueId = args.queueId ?? null;
    if (queueId !== null && !(await findQueue(tx, queueId))) return notFound('This queue');
    return save(tx, actor, args, { queueId, agentId: null });
}

/** An agent's own, which nobody else sees. */
export const saveOwnMacro = (tx: Transaction, actor: Actor, args: MacroText): Saved =>
    save(tx, actor, args, { queueId: null, agentId: actor.agentId });

async function save(tx: Transaction, actor: Actor, args: MacroText, owner: Owner): Saved {
    const id = args.macroId ?? null;
    if (id !== null && (await findMacro(tx, id))?.agentId !== owner.agentId) return notFound('This macro');
    const order = decideMacroSteps(args.steps);
    if (!order.allowed) return refuseBy(order);
    for (const [n, step] of args.steps.entries()) {
        const refused = await refuseStep(tx, step, owner);
        if (refused) return { ...refused, reason: inStep(n, step, refused.reason) };
    }
    const key = args.key ?? null;
    const saved = await saveMacroRow(
        tx,
        id,
        { ...owner, key, title: args.title, steps: [...args.steps] },
        actor.agentId,
    );
    return saved === null
        ? refuse(`The key ${key} is taken by another macro.`, 'Choose another key, or none.')
        : done({ macroId: saved });
}

/** "Step 2 (Close): …": a macro is refused as a whole, with the step named. */
export const inStep = (n: number, step: MacroStep, reason: string): string =>
    `Step ${n + 1} (${STEP_WORDS[step.kind]}): ${reason}`;

/** What a step names must be there, and be there for everybody who has the macro. */
async function refuseStep(tx: Transaction, step: MacroStep, owner: Owner): Promise<Refused | null> {
    switch (step.kind) {
        case 'reply': {
            const reply = await findQuickReply(tx, step.quickReplyId);
            const usable = reply && mayUse(reply, owner);
            return usable ? null : refuse('This quick reply is not there for it.', 'Choose another one.');
        }
        case 'note': {
            const fields = decideFields({ what: 'note', text: step.text });
            return fields.allowed ? null : refuseBy(fields);
        }
        case 'transfer':
            return (await findQueue(tx, step.queueId)) ? null : notFound('This queue');
        case 'close':
            return (await findDisposition(tx, step.dispositionId)) ? null : notFound('This outcome');
        case 'add_tag':
        case 'remove_tag':
        case 'pending':
        case 'resolve':
            return null;
    }
}

/** A shared macro uses shared texts: the organization's, and a queue's where it is that queue's. */
function mayUse(reply: Owner, macro: Owner): boolean {
    if (reply.agentId !== null) return reply.agentId === macro.agentId;
    return reply.queueId === null || macro.agentId !== null || reply.queueId === macro.queueId;
}

const remove = async (
    tx: Transaction,
    macroId: number,
    agentId: number | null,
): Promise<Outcome<Nothing>> => {
    if ((await findMacro(tx, macroId))?.agentId !== agentId) return notFound('This macro');
    await deleteMacroRow(tx, macroId);
    return done({});
};

export const deleteMacro = (tx: Transaction, _actor: Actor, { macroId }: { macroId: number }) =>
    remove(tx, macroId, null);
export const deleteOwnMacro = (tx: Transaction, actor: Actor, { macroId }: { macroId: number }) =>
    remove(tx, macroId, actor.agentId);
