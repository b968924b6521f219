import { describeDuration } from '../../core/duration.ts';
import type { MacroStep } from '../../core/policies/macroSteps.ts';
import type { MacroChoiceView, MacroView } from '../../protocol/views/macros.ts';
import type { Macro, MacroNames } from '../../queries/macros.ts';

const DAY = 24 * 3_600_000;

export function presentMacro(row: Macro, names: MacroNames): MacroView {
    return {
        id: row.id,
        queue: row.queueId === null ? null : { id: row.queueId, name: names.queue(row.queueId) },
        own: row.agentId !== null,
        key: row.key as MacroView['key'],
        title: row.title,
        steps: row.steps,
    };
}

export function presentMacroChoice(row: Macro, names: MacroNames): MacroChoiceView {
    return {
        id: row.id,
        own: row.agentId !== null,
        key: row.key as MacroChoiceView['key'],
        title: row.title,
        does: row.steps.map((step) => inWords(step, names)),
    };
}

function inWords(step: MacroStep, names: MacroNames): string {
    switch (step.kind) {
        case 'reply':
            return `${step.send ? 'send' : 'insert'} "${names.quickReply(step.quickReplyId)}"`;
        case 'note':
            return 'write a note';
        case 'add_tag':
            return `add the tag “${step.name}”`;
        case 'remove_tag':
            return `remove the tag “${step.name}”`;
        case 'pending':
            return `pending for ${step.after >= 2 * DAY ? `${Math.round(step.after / DAY)} days` : describeDuration(step.after)}`;
        case 'resolve':
            return 'resolve';
        case 'transfer':
            return `transfer to ${names.queue(step.queueId)}`;
        case 'close':
            return `close: ${names.disposition(step.dispositionId)}`;
    }
}
