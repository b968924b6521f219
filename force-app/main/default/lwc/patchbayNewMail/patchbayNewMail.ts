import { LightningElement, api } from 'lwc';
import type { QueueCounterView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

/** Begins a mail to any address from a queue of the agent's. Fires `taken` {interactionId} once it is there to be written. */
export default class PatchbayNewMail extends LightningElement {
    @api queues: readonly QueueCounterView[] = [];

    labels = labels;
    isOpen = false;
    busy = false;
    refusal: { message: string; nextStep: string | null } | null = null;
    private focusNext = false;

    renderedCallback(): void {
        if (!this.focusNext || !this.refs?.address) return;
        this.focusNext = false;
        (this.refs.address as HTMLElement).focus();
    }

    open(): void {
        this.isOpen = true;
        this.focusNext = true;
    }

    close(): void {
        this.isOpen = false;
        this.refusal = null;
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key === 'Escape') this.close();
    }

    async start(event: Event): Promise<void> {
        event.preventDefault();
        const address = (this.refs?.address as HTMLInputElement).value.trim();
        const queueId = Number((this.refs?.queue as HTMLSelectElement).value);
        this.busy = true;
        const reply = await getSession().command('startMail', { queueId, address, name: '', subject: '' });
        this.busy = false;
        if (!reply.ok) {
            this.refusal = { message: reply.message, nextStep: reply.nextStep };
            return;
        }
        this.close();
        const detail = { interactionId: reply.value.interactionId };
        this.dispatchEvent(new CustomEvent('taken', { detail }));
    }
}
