import type { OfferOutcome } from '../core/vocabulary.ts';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

export interface Offer {
    readonly id: number;
    readonly interactionId: number;
    readonly agentId: number;
    readonly outcome: OfferOutcome;
    readonly toOriginal: boolean;
    readonly offeredAt: number;
    readonly expiresAt: number;
}
const COLUMNS = 'id, interaction_id, agent_id, outcome, to_original, offered_at, expires_at';

const reserve = statement<{ id: number }>(
    'offer_ids',
    `select nextval('offers_id_seq')::int as id from generate_series(1, $1::int)`,
);
const read = statement<Offer>('offer_read', `select ${COLUMNS} from offers where id = $1`);
const ringingFor = statement<Offer>(
    'offers_ringing_for',
    `select ${COLUMNS} from offers where agent_id = $1 and outcome = 'ringing' order by offered_at, id`,
);
const ringingOn = statement<Offer>(
    'offer_ringing_on',
    `select ${COLUMNS} from offers where interaction_id = $1 and outcome = 'ringing'`,
);
const end = statement<Offer>(
    'offer_end',
    `update offers set outcome = $2, ended_at = $3 where id = $1 and outcome = 'ringing' returning ${COLUMNS}`,
);

/** Numbers for offers to come; what is not used stays a gap. */
export const reserveOfferIds = async (tx: Transaction, count: number): Promise<number[]> =>
    (await tx.run(reserve, [count])).map(({ id }) => id);
export const readOffer = (on: Pick<Transaction, 'run'>, id: number): Promise<Offer | null> =>
    on.run(read, [id]).then((rows) => rows[0] ?? null);
export const ringingOffersFor = (on: Pick<Transaction, 'run'>, agentId: number): Promise<Offer[]> =>
    on.run(ringingFor, [agentId]);
export const ringingOfferOn = (on: Pick<Transaction, 'run'>, interactionId: number): Promise<Offer | null> =>
    on.run(ringingOn, [interactionId]).then((rows) => rows[0] ?? null);
/** Null where it no longer rings: somebody was faster. */
export const endOffer = (
    tx: Transaction,
    id: number,
    outcome: Exclude<OfferOutcome, 'ringing'>,
): Promise<Offer | null> => tx.first(end, [id, outcome, tx.now]);
