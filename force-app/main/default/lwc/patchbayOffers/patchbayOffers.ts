import { LightningElement, api } from 'lwc';
import { fill, personName } from 'c/patchbayFormat';
import type { OfferView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

interface Refused {
    message: string;
    nextStep: string | null;
}
interface Card {
    offer: OfferView;
    busy: boolean;
    refusal: Refused | null;
}

/** What rings at this agent now. Fires `accepted` {interactionId} as soon as Accept is pressed and `takenback` on refusal. */
export default class PatchbayOffers extends LightningElement {
    offers: readonly OfferView[] = [];
    announcement = '';
    private answering = new Set<number>();
    private declined = new Set<number>();
    private refusals = new Map<number, Refused>();
    private stop?: () => void;

    get cards(): Card[] {
        return this.offers
            .filter((offer) => !this.declined.has(offer.id))
            .map((offer) => ({
                offer,
                busy: this.answering.has(offer.id),
                refusal: this.refusals.get(offer.id) ?? null,
            }));
    }

    connectedCallback(): void {
        const session = getSession();
        this.stop = session.subscribe(() => this.follow(session.state.offers));
        this.follow(session.state.offers);
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    /** The keyboard's "a": the oldest offer. */
    @api
    acceptFirst(): boolean {
        const first = this.cards.find((card) => !card.busy);
        if (!first) return false;
        void this.accept(first.offer.id);
        return true;
    }

    handleAccept(event: CustomEvent<{ offerId: number }>): void {
        void this.accept(event.detail.offerId);
    }

    handleDecline(event: CustomEvent<{ offerId: number }>): void {
        void this.decline(event.detail.offerId);
    }

    private async accept(offerId: number): Promise<void> {
        const offer = this.offers.find((one) => one.id === offerId);
        if (!offer) return;
        const interactionId = offer.interaction.id;
        this.answering = new Set([...this.answering, offerId]);
        this.forget(offerId);
        this.dispatchEvent(new CustomEvent('accepted', { detail: { interactionId } }));
        const reply = await getSession().command('acceptOffer', { offerId });
        this.answering = without(this.answering, offerId);
        if (reply.ok) return;
        this.refusals = new Map(this.refusals).set(offerId, {
            message: reply.message,
            nextStep: reply.nextStep,
        });
        this.dispatchEvent(new CustomEvent('takenback', { detail: { interactionId, ...reply } }));
    }

    private async decline(offerId: number): Promise<void> {
        this.declined = new Set([...this.declined, offerId]);
        this.forget(offerId);
        const reply = await getSession().command('declineOffer', { offerId });
        if (reply.ok) return;
        this.declined = without(this.declined, offerId);
        this.refusals = new Map(this.refusals).set(offerId, {
            message: reply.message,
            nextStep: reply.nextStep,
        });
    }

    private forget(offerId: number): void {
        const refusals = new Map(this.refusals);
        refusals.delete(offerId);
        this.refusals = refusals;
    }

    private follow(offers: readonly OfferView[]): void {
        const known = new Set(this.offers.map((offer) => offer.id));
        const fresh = offers.find((offer) => !known.has(offer.id));
        if (fresh) {
            const { customer, subject } = fresh.interaction;
            this.announcement = fill(labels.offerFrom, personName(customer), subject || labels.noSubject);
        }
        this.offers = offers;
    }
}

function without(set: Set<number>, value: number): Set<number> {
    return new Set([...set].filter((one) => one !== value));
}
