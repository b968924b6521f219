import { LightningElement } from 'lwc';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

interface Item {
    id: number | null;
    label: string;
}
interface Edited {
    readonly items: readonly Item[];
    readonly required: boolean;
}

/** R7: the reasons that agents may give when they pause, in their order, and whether one is required. */
export default class PatchbayAdminPauseReasons extends LightningElement {
    labels = labels;
    busy = false;
    refusal: { message: string; nextStep: string | null } | null = null;
    private saved: Edited | null = null;
    private edited: Edited | null = null;
    private wasSaved = false;

    connectedCallback(): void {
        void this.load();
    }

    get isLoading(): boolean {
        return this.edited === null && this.refusal === null;
    }
    get isThere(): boolean {
        return this.edited !== null;
    }
    get items(): readonly Item[] {
        return this.edited?.items ?? [];
    }
    get required(): boolean {
        return this.edited?.required ?? false;
    }
    get isChanged(): boolean {
        return JSON.stringify(this.edited) !== JSON.stringify(this.saved);
    }
    get cannotSave(): boolean {
        return this.busy || !this.isChanged;
    }
    get state(): string {
        if (this.isChanged) return labels.unsaved;
        return this.wasSaved ? labels.saved : '';
    }

    handleItems(event: CustomEvent<{ items: Item[] }>): void {
        if (this.edited) this.edited = { ...this.edited, items: event.detail.items };
    }

    handleRequired(event: Event): void {
        if (this.edited)
            this.edited = { ...this.edited, required: (event.target as HTMLInputElement).checked };
    }

    discard(): void {
        this.edited = this.saved;
        this.refusal = null;
    }

    async save(): Promise<void> {
        if (!this.edited) return;
        this.busy = true;
        const items = this.items.filter(({ label }) => label.trim() !== '');
        const reply = await getSession().command('setPauseReasons', {
            reasons: items.map(({ label }) => label.trim()),
            required: this.required,
        });
        this.busy = false;
        this.refusal = reply.ok ? null : { message: reply.message, nextStep: reply.nextStep };
        if (!reply.ok) return;
        this.wasSaved = true;
        this.saved = { items, required: this.required };
        this.edited = this.saved;
    }

    private async load(): Promise<void> {
        const reply = await getSession(this).query('getPauseReasons', {});
        if (!reply.ok) {
            this.refusal = { message: reply.message, nextStep: reply.nextStep };
            return;
        }
        const { reasons, required } = reply.value;
        this.saved = { items: reasons.map((label) => ({ id: null, label })), required };
        this.edited = this.saved;
    }
}
