import { LightningElement, api } from 'lwc';
import { initials, personName } from 'c/patchbayFormat';
import type { MailAddress, PresenceView } from 'c/patchbayProtocol';
import { labels } from './labels';

/**
 * The customer of the open interaction, their feed, and the directory. Fires `close`, `open` {interactionId} and
 * `transfer` {agentId or queueId, name}.
 */
export default class PatchbayCustomer extends LightningElement {
    @api interactionId: number | null = null;
    @api customer: MailAddress | null = null;
    @api version = 0;
    @api agents: readonly PresenceView[] = [];
    /** The directory offers to hand the open interaction over. */
    @api canTransfer = false;
    @api closable = false;

    labels = labels;
    private tab: 'feed' | 'directory' = 'feed';

    get tabs() {
        return [
            { name: 'feed', label: labels.customer, selected: String(this.isFeed) },
            { name: 'directory', label: labels.directory, selected: String(!this.isFeed) },
        ];
    }
    get isFeed(): boolean {
        return this.tab === 'feed';
    }
    get tabLabel(): string {
        return this.isFeed ? labels.contactFeed : labels.directory;
    }
    get pickLabel(): string | null {
        return this.canTransfer ? labels.transfer : null;
    }
    get name(): string {
        return this.customer ? personName(this.customer) : '';
    }
    get initials(): string {
        return initials(this.name);
    }

    handleTab(event: Event): void {
        this.tab = (event.currentTarget as HTMLElement).dataset.name === 'directory' ? 'directory' : 'feed';
    }

    handleOpen(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('open', { detail: event.detail }));
    }

    handlePick(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('transfer', { detail: event.detail }));
    }

    close(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
