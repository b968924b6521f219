import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import { labels } from './labels';

/** One line of the list; null where it is new. */
export interface ListItem {
    readonly id: number | null;
    readonly label: string;
}

/** Short texts in an order: renamed in place, moved, removed, added. Fires `change` {items}. */
export default class PatchbayOrderedList extends LightningElement {
    @api items: readonly ListItem[] = [];
    /** What the list is of, for who cannot see it. */
    @api name = '';

    labels = labels;
    private focusAt: number | null = null;

    get rows() {
        return this.items.map((item, at) => ({
            key: `${at}`,
            at,
            label: item.label,
            fieldLabel: `${this.name} ${at + 1}`,
            isFirst: at === 0,
            isLast: at === this.items.length - 1,
            upLabel: fill(labels.up, item.label),
            downLabel: fill(labels.down, item.label),
            removeLabel: fill(labels.remove, item.label),
        }));
    }

    renderedCallback(): void {
        const fields = this.template?.querySelectorAll<HTMLInputElement>('input') ?? [];
        this.items.forEach((item, at) => {
            const field = fields[at];
            if (field && field.value !== item.label) field.value = item.label;
        });
        if (this.focusAt === null) return;
        fields[this.focusAt]?.focus();
        this.focusAt = null;
    }

    handleLabel(event: Event): void {
        const field = event.target as HTMLInputElement;
        const at = Number(field.dataset.at);
        this.tell(this.items.map((item, n) => (n === at ? { ...item, label: field.value } : item)));
    }

    handleEnter(event: KeyboardEvent): void {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        this.add();
    }

    moveUp(event: Event): void {
        this.move(event, -1);
    }

    moveDown(event: Event): void {
        this.move(event, 1);
    }

    remove(event: Event): void {
        const at = Number((event.currentTarget as HTMLElement).dataset.at);
        this.tell(this.items.filter((_item, n) => n !== at));
    }

    add(): void {
        this.focusAt = this.items.length;
        this.tell([...this.items, { id: null, label: '' }]);
    }

    private move(event: Event, step: 1 | -1): void {
        const at = Number((event.currentTarget as HTMLElement).dataset.at);
        const items = [...this.items];
        const [moved] = items.splice(at, 1);
        if (!moved) return;
        items.splice(at + step, 0, moved);
        this.focusAt = at + step;
        this.tell(items);
    }

    private tell(items: readonly ListItem[]): void {
        this.dispatchEvent(new CustomEvent('change', { detail: { items } }));
    }
}
