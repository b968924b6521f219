import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { MeView, NotificationView } from 'c/patchbayProtocol';
import { notificationKind } from 'c/patchbayWords';
import { labels } from './labels';

/** The bell. Fires `open` {interactionId}, `read` {upToId} and `notifychange` {kind, sound, desktop}. */
export default class PatchbayNotifications extends LightningElement {
    @api notifications: readonly NotificationView[] = [];
    @api notifyBy: MeView['notifyBy'] = {};

    labels = labels;
    open = false;
    settings = false;

    get unread(): number {
        return this.notifications.filter((one) => !one.read).length;
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
        return [...this.notifications]
            .sort((a, b) => b.at - a.at)
            .map((one) => ({
                ...notificationKind(one.kind),
                id: one.id,
                at: one.at,
                text: one.text,
                interactionId: one.interactionId,
                className: one.read ? 'pb-plain row' : 'pb-plain row row_unread',
            }));
    }

    toggle(): void {
        this.open = !this.open;
        this.settings = false;
        const newest = this.notifications.reduce((max, one) => Math.max(max, one.id), 0);
        if (this.open && this.unread > 0)
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
