import { priorityOf } from '../../core/policies/interactionPriority.ts';
import { explain } from '../../core/routing/explain.ts';
import type { InteractionSummary, OfferView, RoutingView, TransferView } from '../../protocol/views.ts';
import type { OfferRow, SummaryRow } from '../../queries/summaries.ts';
import { isRoutingKind } from './journal.ts';
import { agentRefOrNull, numberOf, type Presenting } from './presenting.ts';

const MOST_PREVIEW = 200;

export function presentSummary(row: SummaryRow, showing: Presenting): InteractionSummary {
    const { names } = showing;
    return {
        id: row.id,
        number: numberOf(row.id),
        channel: row.channel,
        status: row.status,
        subject: row.subject,
        preview: row.preview.replace(/\s+/g, ' ').trim().slice(0, MOST_PREVIEW),
        customer: { name: row.customerName, address: row.customerAddress },
        queue: { id: row.queueId, name: names.queue(row.queueId) },
        tags: row.tags,
        priority: priorityOf(row.priority),
        routing: presentRouting(row, showing),
        why: presentWhy(row, showing),
        originalAgent: agentRefOrNull(names, row.originalAgentId),
        unread: row.unread,
        waitingSince: row.waitingSince,
        followUpAt: row.followUpAt,
        target: row.serviceTarget,
        wrapUp: row.wrapUpSince === null ? null : { since: row.wrapUpSince, endsAt: row.wrapUpEndsAt },
        mayBelongTo:
            row.mayBelongTo === null
                ? null
                : {
                      id: row.mayBelongTo,
                      number: numberOf(row.mayBelongTo),
                      subject: row.mayBelongSubject ?? '',
                  },
        lastActivityAt: row.lastActivityAt,
        version: row.journalSeq,
    };
}

/** The last routing decision in words (R3), true at the moment it is read. */
export function presentWhy(row: SummaryRow, { names, viewer, now }: Presenting): string {
    if (!row.why || !isRoutingKind(row.why.kind)) return '';
    const why = row.why.kind === 'held' ? { ...row.why, since: row.why.since ?? row.routingSince } : row.why;
    const isAccepted = row.routingState === 'assigned';
    const { agent: agentName, queue: queueName } = names;
    return explain(why, { agentName, queueName, timeZone: viewer.timeZone, now, isAccepted });
}

function presentRouting(row: SummaryRow, { names }: Presenting): RoutingView {
    return {
        state: row.routingState,
        agent: agentRefOrNull(names, row.agentId),
        heldFor: agentRefOrNull(names, row.heldFor),
        holdReason: row.holdReason,
        until: row.routingState === 'offered' ? row.offerExpiresAt : row.holdUntil,
        since: row.routingState === 'queued' ? (row.queuedAt ?? row.routingSince) : row.routingSince,
    };
}

/** E10: under way; null once somebody has it. */
export function presentTransfer(row: SummaryRow, { names }: Presenting): TransferView | null {
    const by = agentRefOrNull(names, row.transferredBy);
    if (by === null || row.transferredAt === null) return null;
    const to = agentRefOrNull(names, row.transferredTo);
    return { by, to, at: row.transferredAt, note: row.transferNote ?? '' };
}

export const presentOffer = (offer: OfferRow, showing: Presenting): OfferView => ({
    id: offer.id,
    interaction: presentSummary(offer.summary, showing),
    offeredAt: offer.offeredAt,
    expiresAt: offer.expiresAt,
    why: presentWhy(offer.summary, showing),
    transfer: presentTransfer(offer.summary, showing),
});
