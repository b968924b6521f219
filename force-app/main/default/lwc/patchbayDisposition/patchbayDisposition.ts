import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import { labels } from './labels';

interface Disposition {
    id: number;
    label: string;
}

/** The outcome, inline: type-ahead first, then notes, then Close. Fires `confirm` {dispositionId, label, notes} and `cancel`. */
export default class PatchbayDisposition extends LightningElement {
    @api dispositions: readonly Disposition[] = [];
    /** Sends the reply as well: the button says so. */
    @api sends = false;
    @api busy = false;
    @api refusal: { message: string; nextStep: string | null } | null = null;

    labels = labels;
    text = '';
    notes = '';
    private chosenId: number | null = null;
    private active = 0;
    private focused = false;

    get matches(): readonly Disposition[] {
        const wanted = this.text.trim().toLocaleLowerCase();
        const chosen = this.dispositions.find((one) => one.id === this.chosenId);
        if (wanted === '' || chosen?.label.toLocaleLowerCase() === wanted) return this.dispositions;
        return this.dispositions.filter((one) => one.label.toLocaleLowerCase().includes(wanted));
    }
    get choices() {
        return this.matches.map((one, index) => ({
            ...one,
            domId: `choice-${one.id}`,
            chosen: one.id === this.chosenId,
            selected: String(one.id === this.chosenId),
            className: index === this.active ? 'choice choice_active' : 'choice',
        }));
    }
    get activeDescendant(): string | null {
        const active = this.matches[this.active];
        return active ? `choice-${active.id}` : null;
    }
    get noMatch(): string {
        if (this.dispositions.length === 0) return labels.outcomeNone;
        return this.matches.length === 0 ? fill(labels.outcomeNoMatch, this.text) : '';
    }
    get cannotConfirm(): boolean {
        return this.busy || this.chosenId === null;
    }
    get confirmText(): string {
        return this.sends ? labels.sendAndClose : labels.closeInteraction;
    }
    get hint(): string {
        return this.chosenId === null ? labels.outcomeHint : labels.outcomeConfirmHint;
    }

    renderedCallback(): void {
        if (this.focused) return;
        this.focused = true;
        (this.refs?.text as HTMLElement | undefined)?.focus();
    }

    handleText(event: Event): void {
        this.text = (event.target as HTMLInputElement).value;
        this.chosenId = null;
        this.active = 0;
    }

    handleNotes(event: Event): void {
        this.notes = (event.target as HTMLTextAreaElement).value;
    }

    keepFocus(event: Event): void {
        event.preventDefault();
    }

    handleChoice(event: Event): void {
        this.choose(Number((event.currentTarget as HTMLElement).dataset.choice));
    }

    handleKeys(event: KeyboardEvent): void {
        const inNotes = (event.target as HTMLElement).tagName === 'TEXTAREA';
        const confirms = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (event.key === 'Escape') this.cancel();
        else if (confirms) this.confirm();
        else if (inNotes || (event.target as HTMLElement).tagName === 'BUTTON') return;
        else if (event.key === 'ArrowDown') this.step(1);
        else if (event.key === 'ArrowUp') this.step(-1);
        else if (event.key === 'Enter') this.enter();
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    confirm(): void {
        const chosen = this.dispositions.find((one) => one.id === this.chosenId);
        if (!chosen || this.busy) return;
        const detail = { dispositionId: chosen.id, label: chosen.label, notes: this.notes.trim() };
        this.dispatchEvent(new CustomEvent('confirm', { detail }));
    }

    cancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    /** Enter takes what is marked; once it is taken, Enter closes. */
    private enter(): void {
        if (this.chosenId !== null) this.confirm();
        else {
            const active = this.matches[this.active];
            if (active) this.choose(active.id);
        }
    }

    private choose(id: number): void {
        const chosen = this.dispositions.find((one) => one.id === id);
        if (!chosen) return;
        this.chosenId = id;
        this.text = chosen.label;
        this.active = Math.max(0, this.dispositions.indexOf(chosen));
    }

    private step(by: 1 | -1): void {
        const length = this.matches.length;
        if (length === 0) return;
        this.active = (this.active + by + length) % length;
        this.chosenId = null;
        this.template?.querySelectorAll('.choice')[this.active]?.scrollIntoView?.({ block: 'nearest' });
    }
}
