import { LightningElement, api } from 'lwc';
import type { InteractionPriority } from 'c/patchbayProtocol';
import { PRIORITIES, priorityWord } from 'c/patchbayWords';
import { labels } from './labels';

/** One click, or Tab and Enter, sets it. Fires `confirm` {priority} and `cancel`. */
export default class PatchbaySetPriority extends LightningElement {
    @api priority: InteractionPriority = 'normal';
    @api busy = false;
    @api refusal: { message: string; nextStep: string | null } | null = null;

    labels = labels;
    private focused = false;

    get choices() {
        return PRIORITIES.map((priority) => ({
            priority,
            word: priorityWord(priority),
            pressed: String(priority === this.priority),
            className: `slds-button slds-button_${priority === this.priority ? 'brand' : 'neutral'}`,
        }));
    }

    /** It was asked for just now: the keys go on here. */
    renderedCallback(): void {
        if (this.focused) return;
        this.focused = true;
        this.template?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    }

    handleChoice(event: Event): void {
        const { priority } = (event.currentTarget as HTMLElement).dataset;
        if (!this.busy) this.dispatchEvent(new CustomEvent('confirm', { detail: { priority } }));
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.cancel();
    }

    cancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
}
