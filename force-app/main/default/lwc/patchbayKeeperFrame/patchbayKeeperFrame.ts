import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import all from '@salesforce/label/c.Patchbay_KeepersAll';
import cancel from '@salesforce/label/c.Patchbay_Cancel';
import edit from '@salesforce/label/c.Patchbay_EditText';
import forWhom from '@salesforce/label/c.Patchbay_KeepersQueue';
import remove from '@salesforce/label/c.Patchbay_DeleteText';
import removeText from '@salesforce/label/c.Patchbay_KeepersDeleteText';
import save from '@salesforce/label/c.Patchbay_Save';

/** One kept thing in the list. */
export interface KeptRow {
    readonly id: number;
    readonly title: string;
    /** The queue's name, "all", or empty where it is one's own. */
    readonly whose: string;
    /** What it is typed by, such as "/hi". */
    readonly shortcut?: string;
    /** The keys that run it. */
    readonly key?: string;
    readonly text: string;
}
const idOf = (event: Event): number => Number((event.currentTarget as HTMLElement).dataset.kept);

/**
 * What quick replies and macros are kept in: the list, and the form of the one that is written, whose fields stand in the
 * slot. Fires `add`, `edit` {id}, `remove` {id} when it was asked again, `queue` {queueId}, `save` and `cancel`.
 */
export default class PatchbayKeeperFrame extends LightningElement {
    @api heading = '';
    @api addLabel = '';
    @api emptyIcon = '';
    @api emptyHeading = '';
    @api emptyText = '';
    /** Null until it is read. */
    @api rows: readonly KeptRow[] | null = null;
    @api refusal: { message: string; nextStep: string | null } | null = null;
    @api editing = false;
    @api busy = false;
    /** Those of the agent alone are of no queue. */
    @api own = false;
    @api queues: readonly { id: number; name: string }[] = [];
    @api queueId: number | null = null;

    private deleting: number | null = null;
    private focusWanted: string | null = null;
    labels = { cancel, edit, forWhom, remove, save };

    renderedCallback(): void {
        if (this.focusWanted === null) return;
        this.template?.querySelector<HTMLElement>(this.focusWanted)?.focus();
        this.focusWanted = null;
    }

    get isLoading(): boolean {
        return this.rows === null && this.refusal === null;
    }
    get isEmpty(): boolean {
        return this.rows?.length === 0 && !this.editing;
    }
    get isShared(): boolean {
        return !this.own;
    }
    get kept() {
        return (this.rows ?? []).map((row) => ({
            ...row,
            editLabel: `${edit}: ${row.title}`,
            removeLabel: `${remove}: ${row.title}`,
            removeText: fill(removeText, row.title),
            isDeleting: row.id === this.deleting,
        }));
    }
    get queueChoices() {
        const chosen = this.queueId;
        return [
            { value: '', label: all, selected: chosen === null },
            ...this.queues.map(({ id, name }) => ({
                value: String(id),
                label: name,
                selected: id === chosen,
            })),
        ];
    }

    add(): void {
        this.tell('add');
    }
    handleEdit(event: Event): void {
        this.tell('edit', { id: idOf(event) });
    }
    handleDelete(event: Event): void {
        this.deleting = idOf(event);
    }
    handleConfirmDelete(): void {
        const id = this.deleting;
        this.deleting = null;
        if (id !== null) this.tell('remove', { id });
    }
    keep(): void {
        this.focusWanted = `[data-id="delete"][data-kept="${this.deleting}"]`;
        this.deleting = null;
    }
    handleQueue(event: Event): void {
        const { value } = event.target as HTMLSelectElement;
        this.tell('queue', { queueId: value === '' ? null : Number(value) });
    }
    save(): void {
        this.tell('save');
    }
    cancel(): void {
        this.tell('cancel');
    }

    private tell(name: string, detail?: object): void {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
