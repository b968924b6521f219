/**
 * W10: "macros (several steps on one key)".
 *
 * A macro runs whole or not at all. What ends the work (pending, resolve, transfer, close) stands last, and only one of
 * them: nothing could follow it. A reply that the agent is to look at first cannot be written any more once the
 * interaction is closed or somebody else's, so there the macro has to send it.
 */
import { minutes, type Duration } from '../duration.ts';
import type { Decision } from '../vocabulary.ts';
import { FURTHEST_FOLLOW_UP } from './followUp.ts';
import { decideTagName } from './tags.ts';

export type MacroStep =
    | { readonly kind: 'reply'; readonly quickReplyId: number; readonly send: boolean }
    | { readonly kind: 'note'; readonly text: string }
    | { readonly kind: 'add_tag' | 'remove_tag'; readonly name: string }
    | { readonly kind: 'pending'; readonly after: Duration }
    | { readonly kind: 'resolve' }
    | { readonly kind: 'transfer'; readonly queueId: number; readonly note: string }
    | { readonly kind: 'close'; readonly dispositionId: number; readonly notes: string };
export type MacroStepKind = MacroStep['kind'];

export const MOST_MACRO_STEPS = 10;
export const SHORTEST_PENDING: Duration = minutes(1);

const ENDING: readonly MacroStepKind[] = ['pending', 'resolve', 'transfer', 'close'];
/** After these no reply can be written. */
const FINAL: readonly MacroStepKind[] = ['resolve', 'transfer', 'close'];

export const STEP_WORDS: Readonly<Record<MacroStepKind, string>> = {
    reply: 'Reply',
    note: 'Note',
    add_tag: 'Add tag',
    remove_tag: 'Remove tag',
    pending: 'Pending',
    resolve: 'Resolve',
    transfer: 'Transfer',
    close: 'Close',
};

export function decideMacroSteps(steps: readonly MacroStep[]): Decision {
    if (steps.length === 0) return refuse('A macro needs at least one step.', 'Add one.');
    if (steps.length > MOST_MACRO_STEPS)
        return refuse(`A macro has at most ${MOST_MACRO_STEPS} steps.`, 'Make two of it.');
    const replies = steps.filter((step) => step.kind === 'reply');
    if (replies.length > 1) return refuse('A macro replies once.', 'Put the texts into one quick reply.');
    const ending = steps.find(({ kind }) => ENDING.includes(kind));
    if (ending && ending !== steps.at(-1))
        return refuse(
            `Nothing can follow "${STEP_WORDS[ending.kind]}".`,
            'Move it to the end, and leave out what else ends the work.',
        );
    for (const step of steps) {
        const tag = 'name' in step ? decideTagName(step.name) : null;
        if (tag?.allowed === false) return tag;
    }
    for (const step of steps)
        if (step.kind === 'pending' && (step.after < SHORTEST_PENDING || step.after > FURTHEST_FOLLOW_UP))
            return refuse(
                'A follow-up is due after a minute at least and two years at most.',
                'Choose another time.',
            );
    if (ending && FINAL.includes(ending.kind) && replies.some(({ send }) => !send))
        return refuse(
            `The reply could not be sent any more after "${STEP_WORDS[ending.kind]}".`,
            'Let the macro send it, or leave that step out.',
        );
    return { allowed: true };
}

const refuse = (reason: string, nextStep: string): Decision => ({ allowed: false, reason, nextStep });
