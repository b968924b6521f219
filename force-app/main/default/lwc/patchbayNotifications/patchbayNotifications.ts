import { LightningElement, api } from 'lwc';
import { fill, personName } from 'c/patchbayFormat';
import type { MeView, NotificationView, OfferView } from 'c/patchbayProtocol';
import { notificationKind } from 'c/patchbayWords';
import { labels } from './labels';

/** The bell. Fires `open` {interactionId}, `read` {upToId} and `notifychange` {kind, sound, desktop}. */
export default class PatchbayNotifications extends LightningElement {
    @api notifications: readonly NotificationView[] = [];
    /** What rings now stands first, and goes when it ends; a missed one stays as such. */
    @api offers: readonly OfferView[] = [];
    @api notifyBy: MeView['notifyBy'] = {};

    labels = labels;
    open = false;
    settings = false;

    get unread(): number {
        return this.notifications.filter((one) => !one.read).length + this.offers.length;
    }
    get badge(): string {
        return this.unread > 99 ? '99+' : String(this.unread);
    }
    get bellText(): string {
        return this.unread === 0 ? labels.notifications : fill(labels.notificationsUnread, this.unread);
    }
    get expanded(): string {
        return String(this.open);
    }
    get heading(): string {
        return this.settings ? labels.notifySettings : labels.notifications;
    }
    get settingsText(): string {
        return this.settings ? labels.back : labels.settings;
    }
    get rows() {
        const ringing = this.offers.map(({ id, interaction, offeredAt }) => ({
            ...notificationKind('offer'),
            key: `offer ${id}`,
            at: offeredAt,
            text: fill(labels.offer, personName(interaction.customer), interaction.subject),
            interactionId: interaction.id as number | null,
            className: 'pb-plain row row_unread',
        }));
        const told = [...this.notifications]
            .sort((a, b) => b.at - a.at)
            .map((one) => ({
                ...notificationKind(one.kind),
                key: `notification ${one.id}`,
                at: one.at,
                text: one.text,
                interactionId: one.interactionId,
                className: one.read ? 'pb-plain row' : 'pb-plain row row_unread',
            }));
        return [...ringing, ...told];
    }

    toggle(): void {
        this.open = !this.open;
        this.settings = false;
        const newest = this.notifications.reduce((max, one) => Math.max(max, one.id), 0);
        if (this.open && this.notifications.some((one) => !one.read))
            this.dispatchEvent(new CustomEvent('read', { detail: { upToId: newest } }));
    }

    toggleSettings(): void {
        this.settings = !this.settings;
    }

    handleOpen(event: Event): void {
        const interactionId = Number((event.currentTarget as HTMLElement).dataset.interaction);
        this.open = false;
        if (interactionId > 0) this.dispatchEvent(new CustomEvent('open', { detail: { interactionId } }));
    }

    handleNotifyChange(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('notifychange', { detail: event.detail }));
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'Escape' || !this.open) return;
        event.stopPropagation();
        this.open = false;
        (this.refs?.bell as HTMLElement | undefined)?.focus();
    }

    handleFocusOut(event: FocusEvent): void {
        const next = event.relatedTarget;
        if (next instanceof Node && !this.template?.contains(next)) this.open = false;
    }
}
