import { LightningElement, api } from 'lwc';
import type { PresenceView } from 'c/patchbayProtocol';
import { labels } from './labels';

/** A manager gives the interaction to an agent. Fires `confirm` {agentId, name} and `cancel`. */
export default class PatchbayAssign extends LightningElement {
    @api agents: readonly PresenceView[] = [];
    /** Whose it is already; not offered again. */
    @api ownerId: number | null = null;
    @api queueId: number | null = null;
    @api refusal: { message: string; nextStep: string | null } | null = null;

    labels = labels;
    private focused = false;

    renderedCallback(): void {
        if (this.focused) return;
        this.focused = true;
        (this.refs?.directory as (HTMLElement & { focusSearch(): void }) | undefined)?.focusSearch();
    }

    handlePick(event: CustomEvent<{ agentId: number; name: string }>): void {
        this.dispatchEvent(new CustomEvent('confirm', { detail: event.detail }));
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
