import { LightningElement, api } from 'lwc';
import { fill, personName } from 'c/patchbayFormat';
import type { InteractionDetail, InteractionSummary, Presence } from 'c/patchbayProtocol';
import { channelIcon, statusWord } from 'c/patchbayWords';
import { buttonsOf, menuOf, type HeaderButton, type MenuItem } from './headerActions';
import { timerOf, type HeaderTimer } from './headerTimer';
import { labels } from './labels';

interface Owner {
    name: string;
    presence: Presence | null;
    reason: string | null;
    isMe: boolean;
}

/** Customer, subject, status, queue, owner, timers, why, actions. Fires `act` {action} and `customer`. */
export default class PatchbayInteractionHeader extends LightningElement {
    @api detail!: InteractionDetail;
    @api owner: Owner | null = null;
    @api canAccept = false;
    @api isMine = false;
    @api showCustomer = false;

    labels = labels;
    private whyOpen = false;

    @api
    openTags(): void {
        (this.refs?.tags as (HTMLElement & { openField(): void }) | undefined)?.openField();
    }

    get summary(): InteractionSummary {
        return this.detail.summary;
    }
    get subject(): string {
        return this.summary.subject || labels.noSubject;
    }
    get customer(): string {
        return personName(this.summary.customer);
    }
    get address(): string {
        const { address } = this.summary.customer;
        return address === this.customer ? '' : address;
    }
    get channel(): { name: string; word: string } {
        return channelIcon(this.summary.channel);
    }
    get status(): string {
        return statusWord(this.summary.status);
    }
    get showPriority(): boolean {
        return this.summary.priority !== 'normal';
    }
    get number(): string {
        return `#${this.summary.number}`;
    }
    get ownerText(): string {
        if (!this.owner) return '';
        if (this.summary.routing.state === 'held') return fill(labels.heldForName, this.owner.name);
        return this.owner.isMe ? labels.ownerYou : this.owner.name;
    }
    get outcome(): string {
        return fill(labels.outcomeIs, this.detail.disposition?.label ?? '');
    }
    get timer(): HeaderTimer | null {
        return timerOf(this.summary);
    }
    get buttons(): HeaderButton[] {
        return buttonsOf(this.detail, this.canAccept);
    }
    get menu(): MenuItem[] {
        return menuOf(this.detail, this.isMine);
    }
    get whyClass(): string {
        return this.whyOpen ? 'pb-plain why-text' : 'pb-plain why-text why-text_short';
    }
    get whyExpanded(): string {
        return String(this.whyOpen);
    }

    toggleWhy(): void {
        this.whyOpen = !this.whyOpen;
    }

    handleButton(event: Event): void {
        this.tell((event.currentTarget as HTMLElement).dataset.action ?? '');
    }

    handleMenu(event: CustomEvent<{ value: string }>): void {
        this.tell(event.detail.value);
    }

    handleCustomer(): void {
        this.dispatchEvent(new CustomEvent('customer'));
    }

    private tell(action: string): void {
        this.dispatchEvent(new CustomEvent('act', { detail: { action } }));
    }
}
