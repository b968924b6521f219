import { notificationsByIds, type NotificationRow } from '../storage/reads/notifications.ts';
import { readStream, type StreamRow } from '../storage/streams.ts';
import type { Transaction } from '../storage/transaction.ts';
import { namedIn, readNames, type Names } from './names.ts';
import { readOffers, type OfferRow } from './summaries.ts';

export { countByState, interactionVersions, readBacklog } from '../storage/reads/liveState.ts';
export { endedSessions } from '../storage/reads/viewer.ts';
export { colleaguesOn } from '../storage/watching.ts';
export { STREAM_BATCH, streamBounds } from '../storage/streams.ts';
export type { StreamRow };

export interface StreamBatch {
    readonly rows: StreamRow[];
    readonly offers: OfferRow[];
    readonly notifications: NotificationRow[];
    readonly names: Names;
}

const idsIn = (rows: readonly StreamRow[], kind: StreamRow['kind'], key: string): number[] =>
    rows.flatMap((row) =>
        row.kind === kind && typeof row.payload[key] === 'number' ? [row.payload[key]] : [],
    );

/** What is addressed to the agent behind `after`, with what it names as that is now. */
export async function readStreamBatch(
    on: Pick<Transaction, 'run'>,
    agentId: number,
    after: number,
): Promise<StreamBatch> {
    const rows = await readStream(on, agentId, after);
    const [offers, notifications] = await Promise.all([
        readOffers(on, agentId, idsIn(rows, 'offered', 'offerId')),
        notificationsByIds(on, agentId, idsIn(rows, 'notified', 'notificationId')),
    ]);
    const wanted = namedIn(offers.map((offer) => offer.summary));
    return { rows, offers, notifications, names: await readNames(on, wanted) };
}
