import {
    listSummaries,
    summariesByIds,
    summariesByOffers,
    summariesOfSameCustomer,
    type ListFilter,
    type ListName,
    type Sight,
    type SummaryRow,
} from '../storage/reads/summaries.ts';
import { ringingOffers } from '../storage/reads/liveState.ts';
import type { Transaction } from '../storage/transaction.ts';
import { namedIn, readNames, type Names } from './names.ts';

type On = Pick<Transaction, 'run'>;
export type { SummaryRow };

export interface Page<T> {
    readonly rows: T[];
    readonly more: boolean;
}
/** The statements answer one row more than the limit where there are more. */
export const pageOf = <T>(rows: readonly T[], limit: number): Page<T> => ({
    rows: rows.slice(0, limit),
    more: rows.length > limit,
});

export async function listInteractions(
    on: On,
    list: ListName,
    sight: Sight,
    filter: ListFilter,
): Promise<Page<SummaryRow> & { names: Names }> {
    const page = pageOf(await listSummaries(on, list, sight, filter), filter.limit);
    return { ...page, names: await readNames(on, namedIn(page.rows)) };
}

/** E2: what else this customer wrote about; to read, or to merge with. */
export async function listCustomerInteractions(
    on: On,
    interactionId: number,
    sight: Sight,
    page: { before: number | null; limit: number },
): Promise<Page<SummaryRow> & { names: Names }> {
    const found = pageOf(await summariesOfSameCustomer(on, interactionId, sight, page), page.limit);
    return { ...found, names: await readNames(on, namedIn(found.rows)) };
}

export interface OfferRow {
    readonly id: number;
    readonly offeredAt: number;
    readonly expiresAt: number;
    readonly summary: SummaryRow;
}
/** The offers that ring at the agent now. */
export async function readRingingOffers(on: On, agentId: number): Promise<OfferRow[]> {
    const offers = await ringingOffers(on, agentId);
    const rows = await summariesByIds(
        on,
        offers.map((offer) => offer.interactionId),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return offers.flatMap(({ interactionId, ...offer }) => {
        const summary = byId.get(interactionId);
        return summary ? [{ ...offer, summary }] : [];
    });
}
/** Of these, those that still ring at the agent: one question, since it is asked while they begin to ring. */
export const readOffers = async (on: On, agentId: number, ids: readonly number[]): Promise<OfferRow[]> =>
    (await summariesByOffers(on, agentId, ids)).map((summary) => ({
        id: summary.offerId ?? 0,
        offeredAt: summary.offeredAt ?? 0,
        expiresAt: summary.offerExpiresAt ?? 0,
        summary,
    }));
