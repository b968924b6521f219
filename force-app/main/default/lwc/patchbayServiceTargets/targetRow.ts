import { personName } from 'c/patchbayFormat';
import type { NearestTargetView, TargetView } from 'c/patchbayProtocol';
import { priorityWord, targetWord } from 'c/patchbayWords';
import { labels } from './labels';

export interface TargetRow {
    readonly id: number;
    readonly interactionId: number;
    /** It is where the reader may not read it. */
    readonly isElsewhere: boolean;
    readonly customer: string;
    readonly subject: string;
    readonly about: string;
    readonly state: string;
    readonly icon: string;
    readonly className: string;
    /** Ticks while it is open; null once it has ended. */
    readonly target: NearestTargetView | null;
    readonly dueAt: number | null;
    readonly metAt: number | null;
}

const STATES: Readonly<Record<TargetView['state'], { word: string; icon: string }>> = {
    warned: { word: labels.stateWarned, icon: 'utility:warning' },
    overdue: { word: labels.stateOverdue, icon: 'utility:error' },
    ended: { word: labels.stateEnded, icon: 'utility:ban' },
};

export function targetRow(row: TargetView): TargetRow {
    const { word, icon } = STATES[row.state];
    const { interaction } = row;
    return {
        id: row.id,
        interactionId: interaction.id,
        isElsewhere: interaction.customer === null,
        customer: interaction.customer ? personName(interaction.customer) : labels.elsewhere,
        subject: [`#${interaction.number}`, interaction.subject].filter(Boolean).join(' · '),
        about: [
            targetWord(row.kind),
            row.queue.name,
            priorityWord(interaction.priority),
            row.agent?.name ?? labels.nobody,
        ].join(' · '),
        state: word,
        icon,
        className: `state state_${row.state}`,
        target: row.state === 'ended' ? null : { kind: row.kind, dueAt: row.dueAt, warnAt: row.noticedAt },
        dueAt: row.dueAt,
        metAt: row.metAt,
    };
}
