import { LightningElement, api } from 'lwc';
import type { TargetCountView } from 'c/patchbayProtocol';
import { priorityWord, targetWord } from 'c/patchbayWords';
import { labels } from './labels';

export type CountedBy = 'queue' | 'priority' | 'day';

/** Met, breached and running, by kind and what one chooses. Fires `by` {by}. */
export default class PatchbayTargetCounts extends LightningElement {
    @api counts: readonly TargetCountView[] = [];
    @api by: CountedBy = 'queue';

    labels = labels;

    get ways() {
        return [
            { value: 'queue', label: labels.byQueue },
            { value: 'priority', label: labels.byPriority },
            { value: 'day', label: labels.byDay },
        ].map((way) => ({ ...way, selected: way.value === this.by }));
    }
    get isEmpty(): boolean {
        return this.counts.length === 0;
    }
    get firstColumn(): string {
        return this.ways.find(({ selected }) => selected)?.label ?? '';
    }
    get rows() {
        return this.counts.map((count, n) => ({
            key: `${n}`,
            name: this.nameOf(count),
            kind: count.kind === null ? '' : targetWord(count.kind),
            met: count.met,
            breached: count.breached,
            running: count.running,
        }));
    }

    handleBy(event: Event): void {
        const by = (event.target as HTMLSelectElement).value;
        this.dispatchEvent(new CustomEvent('by', { detail: { by } }));
    }

    private nameOf({ queue, priority, day }: TargetCountView): string {
        if (this.by === 'queue') return queue?.name ?? '';
        if (this.by === 'day') return day ?? '';
        return priority === null ? '' : priorityWord(priority);
    }
}
