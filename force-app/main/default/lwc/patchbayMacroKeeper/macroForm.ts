import type { MacroStep, MacroView } from 'c/patchbayProtocol';

export const HOUR = 3_600_000;

/** A macro as it is edited. */
export interface Edited {
    readonly id: number | null;
    readonly queueId: number | null;
    readonly title: string;
    readonly key: MacroView['key'];
    readonly steps: readonly MacroStep[];
}
export type Kind = MacroStep['kind'];
export const KINDS: readonly Kind[] = [
    'reply',
    'note',
    'add_tag',
    'remove_tag',
    'pending',
    'resolve',
    'transfer',
    'close',
];

/** What a step may name; the first of each is the start. */
export interface Choices {
    readonly quickReplies: readonly { id: number; title: string }[];
    readonly queues: readonly { id: number; name: string }[];
    readonly dispositions: readonly { id: number; label: string }[];
}

export function newStep(kind: Kind, { quickReplies, queues, dispositions }: Choices): MacroStep {
    switch (kind) {
        case 'reply':
            return { kind, quickReplyId: quickReplies[0]?.id ?? 0, send: true };
        case 'note':
            return { kind, text: '' };
        case 'add_tag':
        case 'remove_tag':
            return { kind, name: '' };
        case 'pending':
            return { kind, after: 24 * HOUR };
        case 'resolve':
            return { kind };
        case 'transfer':
            return { kind, queueId: queues[0]?.id ?? 0, note: '' };
        case 'close':
            return { kind, dispositionId: dispositions[0]?.id ?? 0, notes: '' };
    }
}

/** The step with what was typed or chosen in one of its fields. */
export function changedStep(step: MacroStep, value: string, isChecked: boolean): MacroStep {
    switch (step.kind) {
        case 'reply':
            return value === 'send' ? { ...step, send: isChecked } : { ...step, quickReplyId: Number(value) };
        case 'pending':
            return { ...step, after: Math.round(Number(value) * HOUR) };
        case 'transfer':
            return { ...step, queueId: Number(value) };
        case 'close':
            return { ...step, dispositionId: Number(value) };
        case 'note':
        case 'add_tag':
        case 'remove_tag':
        case 'resolve':
            return step;
    }
}

/** What a step says in its own words: a note, a tag, or what goes along with a transfer or the outcome. */
export function wordsOf(step: MacroStep): string | null {
    switch (step.kind) {
        case 'note':
            return step.text;
        case 'add_tag':
        case 'remove_tag':
            return step.name;
        case 'transfer':
            return step.note;
        case 'close':
            return step.notes;
        default:
            return null;
    }
}

export function withWords(step: MacroStep, words: string): MacroStep {
    switch (step.kind) {
        case 'note':
            return { ...step, text: words };
        case 'add_tag':
        case 'remove_tag':
            return { ...step, name: words };
        case 'transfer':
            return { ...step, note: words };
        case 'close':
            return { ...step, notes: words };
        default:
            return step;
    }
}
