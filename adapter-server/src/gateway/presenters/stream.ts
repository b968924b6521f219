import type { StreamEvent } from '../../protocol/events.ts';
import type { StreamBatch, StreamRow } from '../../queries/live.ts';
import { presentOffer } from './interactionSummary.ts';
import { presentNotification } from './people.ts';
import type { Presenting } from './presenting.ts';

const OUTCOMES = ['accepted', 'declined', 'missed', 'withdrawn'] as const;
type OfferEnd = (typeof OUTCOMES)[number];

/** The stream's rows name things by id; here they become what they are at this moment. */
export const presentStream = (batch: StreamBatch, showing: Omit<Presenting, 'names'>): StreamEvent[] =>
    batch.rows.map((row) => presentEvent(row, batch, { ...showing, names: batch.names }));

function presentEvent(row: StreamRow, batch: StreamBatch, showing: Presenting): StreamEvent {
    const { seq, at, payload } = row;
    switch (row.kind) {
        case 'offered': {
            const offerId = idOf(payload, 'offerId');
            const offer = batch.offers.find((each) => each.id === offerId);
            return { seq, at, kind: row.kind, offerId, offer: offer ? presentOffer(offer, showing) : null };
        }
        case 'offer_ended':
            return {
                seq,
                at,
                kind: row.kind,
                offerId: idOf(payload, 'offerId'),
                outcome: outcomeOf(payload),
            };
        case 'interaction_changed':
            return { seq, at, kind: row.kind, interactionId: idOf(payload, 'interactionId') };
        case 'notified': {
            const id = idOf(payload, 'notificationId');
            const notification = batch.notifications.find((each) => each.id === id);
            // Erased meanwhile: the number stays, what to show of it is to read one's own state again.
            if (!notification) return { seq, at, kind: 'me_changed' };
            return { seq, at, kind: row.kind, notification: presentNotification(notification) };
        }
        case 'me_changed':
            return { seq, at, kind: row.kind };
    }
}

const idOf = (payload: Record<string, unknown>, key: string): number => Number(payload[key]);
const outcomeOf = ({ outcome }: Record<string, unknown>): OfferEnd =>
    OUTCOMES.find((each) => each === outcome) ?? 'withdrawn';
