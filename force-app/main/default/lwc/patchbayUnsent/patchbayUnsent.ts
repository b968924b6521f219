import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { MessageView } from 'c/patchbayProtocol';
import { labels } from './labels';

/** Mail of one's own that has not left: taken back or, where it is scheduled, sent now. Fires `undo` and `sendnow` {messageId}. */
export default class PatchbayUnsent extends LightningElement {
    @api messages: readonly MessageView[] = [];
    @api timeZone = 'UTC';

    labels = labels;

    get waiting() {
        return this.messages
            .filter(({ delivery }) => delivery?.canUndo)
            .map(({ id, subject, delivery }) => ({
                id,
                scheduled: delivery?.scheduled ?? false,
                undoText: delivery?.scheduled ? labels.edit : labels.undo,
                text: [
                    delivery?.scheduled
                        ? fill(labels.scheduledFor, subject, this.when(delivery.leavesAt ?? 0))
                        : fill(labels.leavesSoon, subject),
                    delivery?.customerWroteSince ? labels.customerWrote : '',
                ].join(' '),
            }));
    }

    handleUndo(event: Event): void {
        this.tell('undo', event);
    }

    handleSendNow(event: Event): void {
        this.tell('sendnow', event);
    }

    private when(at: number): string {
        return new Intl.DateTimeFormat(undefined, {
            dateStyle: 'medium',
            timeStyle: 'short',
            timeZone: this.timeZone,
        }).format(at);
    }

    private tell(name: string, event: Event): void {
        const messageId = Number((event.currentTarget as HTMLElement).dataset.message);
        this.dispatchEvent(new CustomEvent(name, { detail: { messageId } }));
    }
}
