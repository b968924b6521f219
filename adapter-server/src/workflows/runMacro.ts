import { fieldValues } from '../core/policies/fieldValues.ts';
import type { MacroStep } from '../core/policies/macroSteps.ts';
import { fillFields, unfilledFields, type FieldValues } from '../core/policies/textFields.ts';
import { textOfTemplate } from '../core/templateText.ts';
import { readDraft } from '../storage/drafts.ts';
import { readWritingFacts } from '../storage/fieldFacts.ts';
import { closedWithIt } from '../storage/heldSends.ts';
import { lockInteraction, saveInteraction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { findMacro } from '../storage/macros.ts';
import { findQuickReply } from '../storage/quickReplies.ts';
import type { Transaction } from '../storage/transaction.ts';
import { resolveInteraction, setPending } from './changeInteractionStatus.ts';
import { closeInteraction } from './closeInteraction.ts';
import { inStep } from './keepMacros.ts';
import type { WritingParts } from './email/writtenMail.ts';
import { done, notFound, refuse, type Actor, type Outcome } from './outcome.ts';
import { sendReply } from './sendReply.ts';
import { addTag, removeTag } from './tagInteraction.ts';
import { transferInteraction } from './transferInteraction.ts';
import { postNote } from './writeNotes.ts';

export interface MacroArgs {
    readonly interactionId: number;
    readonly macroId: number;
}
export interface MacroResult {
    /** For the composer, where the macro does not send it. */
    readonly insert: {
        readonly text: string;
        readonly html: string | null;
        readonly unfilled: string[];
    } | null;
    readonly messageId: number | null;
}
type StepResult = Partial<MacroResult>;

interface Running {
    readonly interactionId: number;
    readonly values: FieldValues;
    readonly parts: WritingParts;
}

/**
 * W10: "macros (several steps on one key)": one command, one transaction. Where a step is refused, the whole is, and
 * its reason names the step.
 */
export const runMacro =
    (parts: WritingParts) =>
    async (tx: Transaction, actor: Actor, args: MacroArgs): Promise<Outcome<MacroResult>> => {
        const i = await lockInteraction(tx, args.interactionId);
        if (!i) return notFound('This interaction');
        const macro = await findMacro(tx, args.macroId);
        const isTheirs = macro?.agentId === null || macro?.agentId === actor.agentId;
        if (!macro || !isTheirs || (macro.queueId !== null && macro.queueId !== i.queueId))
            return notFound('This macro');
        await record(tx, i, {
            kind: 'macro_run',
            agentId: actor.agentId,
            data: { macroId: macro.id, title: macro.title },
        });
        await saveInteraction(tx, i);

        const writing = await readWritingFacts(tx, i.id, actor.agentId);
        const values = writing ? fieldValues(writing.facts, tx.now) : {};
        let result: MacroResult = { insert: null, messageId: null };
        for (const [n, step] of macro.steps.entries()) {
            const outcome = await run(tx, actor, step, { interactionId: i.id, values, parts });
            if (!outcome.ok) return { ...outcome, reason: inStep(n, step, outcome.reason) };
            result = { ...result, ...outcome.value };
        }
        const closes = macro.steps.some(({ kind }) => kind === 'close');
        if (closes && result.messageId !== null) await closedWithIt(tx, result.messageId);
        return done(result);
    };

async function run(
    tx: Transaction,
    actor: Actor,
    step: MacroStep,
    running: Running,
): Promise<Outcome<StepResult>> {
    const { interactionId } = running;
    switch (step.kind) {
        case 'reply':
            return reply(tx, actor, step, running);
        case 'note': {
            const text = fillFields(step.text, running.values, { unfilled: 'leave_out' });
            return nothingOf(await postNote(tx, actor, { interactionId, text, mentions: [] }));
        }
        case 'add_tag':
            return nothingOf(await addTag(tx, actor, { interactionId, name: step.name }));
        case 'remove_tag':
            return nothingOf(await removeTag(tx, actor, { interactionId, name: step.name }));
        case 'pending':
            return nothingOf(await setPending(tx, actor, { interactionId, followUpAt: tx.now + step.after }));
        case 'resolve':
            return nothingOf(await resolveInteraction(tx, actor, { interactionId }));
        case 'transfer': {
            const { queueId: toQueueId, note } = step;
            return nothingOf(
                await transferInteraction(tx, actor, { interactionId, toQueueId, note, holdIfAway: false }),
            );
        }
        case 'close': {
            const { dispositionId, notes } = step;
            return nothingOf(await closeInteraction(tx, actor, { interactionId, dispositionId, notes }));
        }
    }
}

async function reply(
    tx: Transaction,
    actor: Actor,
    { quickReplyId, send }: Extract<MacroStep, { kind: 'reply' }>,
    { interactionId, values, parts }: Running,
): Promise<Outcome<StepResult>> {
    const saved = await findQuickReply(tx, quickReplyId);
    if (!saved)
        return refuse('Its quick reply was deleted.', 'Ask whoever keeps the macro to choose another one.');
    const isHtml = saved.format === 'html';
    const filled = fillFields(saved.text, values, { html: isHtml, unfilled: 'keep' });
    const text = isHtml ? textOfTemplate(filled) : filled;
    const unfilled = unfilledFields(text).map(({ field }) => field);
    if (!send) return done({ insert: { text, html: isHtml ? filled : null, unfilled } });
    // Sending clears the draft, and neither typed text nor attached files are lost.
    const draft = await readDraft(tx, interactionId, actor.agentId);
    if (draft && (draft.text.trim() !== '' || draft.uploads.length > 0))
        return refuse('You have begun a reply of your own.', 'Send or remove it first.');
    return sendReply(parts)(tx, actor, { interactionId, text, cc: [], uploads: [] });
}

const nothingOf = (outcome: Outcome<unknown>): Outcome<StepResult> => (outcome.ok ? done({}) : outcome);
