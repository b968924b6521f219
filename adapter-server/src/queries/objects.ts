import { readBlob } from '../storage/blobs.ts';
import { readOffer } from '../storage/offers.ts';
import { readQuarantined } from '../storage/quarantine.ts';
import type { Transaction } from '../storage/transaction.ts';

export {
    attachmentAccess,
    countOwnUploads,
    interactionAccess,
    messageAccess,
} from '../storage/reads/access.ts';
export { readBlob };

type On = Pick<Transaction, 'run'>;
/** Whose offer it is; null where there is none of that id. */
export const offerOwner = async (on: On, offerId: number): Promise<number | null> =>
    (await readOffer(on, offerId))?.agentId ?? null;
export const quarantinedBlob = async (on: On, id: number): Promise<Buffer | null> =>
    (await readQuarantined(on, id))?.rawSha256 ?? null;
