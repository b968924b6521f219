import { LightningElement, api } from 'lwc';
import { fill, personName } from 'c/patchbayFormat';
import type { OfferView } from 'c/patchbayProtocol';
import { channelIcon } from 'c/patchbayWords';
import { labels } from './labels';

/** One offer: who, subject, queue, waited, why me, the time left. Fires `accept` and `decline`. */
export default class PatchbayOfferCard extends LightningElement {
    @api offer!: OfferView;
    /** An answer is on its way: the buttons wait for it. */
    @api busy = false;
    @api refusal: { message: string; nextStep: string | null } | null = null;

    labels = labels;

    get channel(): { name: string; word: string } {
        return channelIcon(this.offer.interaction.channel);
    }
    get customer(): string {
        return personName(this.offer.interaction.customer);
    }
    get subject(): string {
        return this.offer.interaction.subject || labels.noSubject;
    }
    get waitingSince(): number {
        return this.offer.interaction.waitingSince ?? this.offer.offeredAt;
    }
    get spoken(): string {
        return fill(labels.offerFrom, this.customer, this.subject);
    }
    get transferFrom(): string {
        return fill(labels.transferFrom, this.offer.transfer?.by.name ?? '');
    }
    get acceptText(): string {
        return this.busy ? labels.accepting : labels.accept;
    }

    accept(): void {
        this.dispatchEvent(new CustomEvent('accept', { detail: { offerId: this.offer.id } }));
    }

    decline(): void {
        this.dispatchEvent(new CustomEvent('decline', { detail: { offerId: this.offer.id } }));
    }
}
