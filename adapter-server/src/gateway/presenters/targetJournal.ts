import { describeDuration } from '../../core/duration.ts';
import { momentInWords } from '../../core/momentInWords.ts';
import { TARGET_WORDS } from '../../core/policies/serviceTargets.ts';
import type { TargetKind } from '../../core/vocabulary.ts';
import type { Entry, Sentence } from './journal.ts';
import type { Presenting } from './presenting.ts';

/** Service targets (R9) in the history of an interaction: what is promised until when, and what became of it. */
const words = (kind: unknown): string => TARGET_WORDS[kind as TargetKind] ?? 'answer';
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const nameIn = ({ data }: Entry): string => capital(words(data['target']));

const moment = (at: unknown, { now, viewer }: Presenting): string =>
    typeof at === 'number' ? momentInWords(at, now, viewer.timeZone) : 'when the queue opens for long enough';

const BECAUSE: Readonly<Record<string, string>> = {
    queue: 'it is in another queue now',
    priority: 'its priority was changed',
    settings: "the queue's hours or targets were changed",
    resumed: 'its clock had stood still',
    message: 'another message is the oldest that waits',
};

interface Begun {
    readonly kind: TargetKind;
    readonly target: number;
    readonly dueAt: number | null;
}

export const TARGET_SENTENCES: Readonly<Record<string, Sentence>> = {
    targets_started: ({ data }, _who, showing) => {
        const begun = (data['targets'] ?? []) as readonly Begun[];
        const parts = begun.map(
            ({ kind, target, dueAt }) =>
                `${words(kind)} due ${moment(dueAt, showing)} (${describeDuration(target)} in opening hours)`,
        );
        return `${capital(parts.join('; '))}.`;
    },
    target_moved: (entry, _who, showing) => {
        const because = BECAUSE[String(entry.data['because'])] ?? '';
        return `${nameIn(entry)} now due ${moment(entry.data['dueAt'], showing)}${because && `: ${because}`}.`;
    },
    target_reopened: (entry, _who, showing) =>
        `${nameIn(entry)} is due again ${moment(entry.data['dueAt'], showing)}.`,
    target_warned: (entry, _who, showing) =>
        `Warned: ${words(entry.data['target'])} due ${moment(entry.data['dueAt'], showing)}.`,
    target_breached: (entry, _who, showing) =>
        `Overdue: the ${words(entry.data['target'])} was due ${moment(entry.data['dueAt'], showing)}.`,
    target_met: (entry) => {
        const { late } = entry.data;
        return typeof late === 'number'
            ? `${nameIn(entry)} came ${describeDuration(late)} late.`
            : `${nameIn(entry)} in time.`;
    },
};
