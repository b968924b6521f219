import { LightningElement, api } from 'lwc';
import { serverNow } from 'c/patchbayClock';
import { clockTime, fill } from 'c/patchbayFormat';
import type { InteractionDetail } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { presenceWord } from 'c/patchbayWords';
import { labels } from './labels';

/** What stands between the header and the timeline. Fires `merge`, `transfer`, `dismiss`. */
export default class PatchbayInteractionBanners extends LightningElement {
    @api detail!: InteractionDetail;
    @api refusal: { message: string; nextStep: string | null } | null = null;

    get suggestion() {
        return this.detail.summary.mayBelongTo;
    }
    get mergeText(): string {
        const other = this.suggestion;
        return other ? fill(labels.mayBelongTo, other.number, other.subject || labels.noSubject) : '';
    }
    get mergeNext(): string | null {
        const { merge } = this.detail.can;
        return merge.allowed
            ? labels.mayBelongToNext
            : [merge.reason, merge.nextStep].filter(Boolean).join(' ');
    }
    get mergeAction(): string | null {
        return this.detail.can.merge.allowed ? labels.merge : null;
    }
    get banner() {
        return this.detail.originalAgentBanner;
    }
    get isAway(): boolean {
        return this.banner?.presence === 'unavailable' || this.banner?.presence === 'logged_out';
    }
    get bannerTone(): string {
        return this.isAway ? 'warning' : 'note';
    }
    get bannerText(): string {
        const { banner } = this;
        if (!banner) return '';
        const word = presenceWord(banner.presence);
        if (!this.isAway) return fill(labels.originalThere, banner.agent.name, word);
        const since = clockTime(banner.since, serverNow(), getSession().state.me?.timeZone);
        return fill(labels.originalAway, banner.agent.name, word, since);
    }
    get bannerNext(): string | null {
        if (this.isAway) return this.banner?.taggingNote ? labels.originalAwayNext : null;
        const { assign } = this.detail.can;
        return assign.allowed ? null : [assign.reason, assign.nextStep].filter(Boolean).join(' ') || null;
    }
    get bannerAction(): string | null {
        if (!this.banner || this.isAway || !this.detail.can.assign.allowed) return null;
        // It rings at them, or they have it.
        if (this.detail.summary.routing.agent?.id === this.banner.agent.id) return null;
        return fill(labels.transferTo, this.banner.agent.name);
    }

    handleDismiss(): void {
        this.dispatchEvent(new CustomEvent('dismiss'));
    }

    handleMerge(): void {
        const intoInteractionId = this.suggestion?.id;
        if (intoInteractionId)
            this.dispatchEvent(new CustomEvent('merge', { detail: { intoInteractionId } }));
    }

    handleTransfer(): void {
        const agentId = this.banner?.agent.id;
        if (agentId) this.dispatchEvent(new CustomEvent('transfer', { detail: { agentId } }));
    }
}
