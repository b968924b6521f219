import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { InteractionSummary } from 'c/patchbayProtocol';
import { statusWord } from 'c/patchbayWords';
import { labels } from './labels';

interface Choice {
    id: number;
    title: string;
    about: string;
    preview: string;
    at: number;
    action: string;
}

/** Chooses which of the customer's other interactions this one goes into. Fires `confirm` {intoInteractionId}, `cancel`. */
export default class PatchbayMerge extends LightningElement {
    /** Null while they are being read. */
    @api items: readonly InteractionSummary[] | null = null;
    @api busy = false;
    @api refusal: { message: string; nextStep: string | null } | null = null;

    labels = labels;
    private focused = false;

    renderedCallback(): void {
        const first = this.template?.querySelector<HTMLElement>('[data-into]');
        if (this.focused || !first) return;
        this.focused = true;
        first.focus();
    }

    get isLoading(): boolean {
        return this.items === null && this.refusal === null;
    }
    get isEmpty(): boolean {
        return this.items?.length === 0;
    }
    get choices(): Choice[] {
        return (this.items ?? []).map((item) => ({
            id: item.id,
            title: `#${item.number} · ${item.subject || labels.noSubject}`,
            about: [statusWord(item.status), item.queue.name, item.routing.agent?.name]
                .filter(Boolean)
                .join(' · '),
            preview: item.preview,
            at: item.lastActivityAt,
            action: fill(labels.mergeInto, item.number),
        }));
    }

    handlePick(event: Event): void {
        const intoInteractionId = Number((event.currentTarget as HTMLElement).dataset.into);
        this.dispatchEvent(new CustomEvent('confirm', { detail: { intoInteractionId } }));
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
