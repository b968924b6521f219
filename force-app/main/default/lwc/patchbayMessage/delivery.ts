import type { MessageView } from 'c/patchbayProtocol';
import { labels } from './labels';

export interface Delivery {
    word: string;
    className: string;
    title: string;
}

/** How far our mail has come, in one word and the rest on hover. */
export function deliveryOf(delivery: MessageView['delivery'], sending: boolean): Delivery | null {
    if (sending) return { word: labels.sending, className: 'state', title: labels.sendingTitle };
    if (!delivery) return null;
    switch (delivery.state) {
        case 'waiting':
            return {
                word: delivery.scheduled ? labels.deliveryScheduled : labels.deliveryWaiting,
                className: 'state',
                title: delivery.detail ?? labels.deliveryWaitingTitle,
            };
        case 'sent':
            return { word: labels.deliverySent, className: 'state state_sent', title: delivery.detail ?? '' };
        case 'failed':
            return {
                word: labels.deliveryFailed,
                className: 'state state_failed',
                title: delivery.detail ?? '',
            };
    }
}
