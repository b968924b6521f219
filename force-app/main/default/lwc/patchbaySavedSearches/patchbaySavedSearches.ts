import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import { labels } from './labels';

export interface SavedSearch {
    readonly id: number;
    readonly name: string;
    readonly query: string;
}

/** Before anything is looked for: one's saved searches, and how to write one. Fires `pick` {query}, `remove` {id}. */
export default class PatchbaySavedSearches extends LightningElement {
    @api saved: readonly SavedSearch[] = [];
    /** Without the permission, an interaction is found by its number alone. */
    @api permitted = false;

    labels = labels;
    examples = [
        { query: 'from:maria@example.com', text: labels.exampleFrom },
        { query: 'agent:me status:open', text: labels.exampleMine },
        { query: '"exact words"', text: labels.exampleExact },
        { query: 'invoi* has:attachment', text: labels.exampleBegin },
        { query: 'refund -invoice', text: labels.exampleWithout },
        { query: '#1042', text: labels.exampleNumber },
    ];

    get rows() {
        return this.saved.map((one) => ({ ...one, removeTitle: fill(labels.removeSaved, one.name) }));
    }

    handlePick(event: Event): void {
        const { query } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('pick', { detail: { query } }));
    }

    handleRemove(event: Event): void {
        const id = Number((event.currentTarget as HTMLElement).dataset.id);
        this.dispatchEvent(new CustomEvent('remove', { detail: { id } }));
    }
}
