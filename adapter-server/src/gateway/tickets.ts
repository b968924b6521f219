import { createHmac, timingSafeEqual } from 'node:crypto';
import { hours } from '../core/duration.ts';
import type { Instant } from '../core/duration.ts';

/** As long as a mail stays open on a screen; reading it again makes new links. */
const VALID_FOR = hours(2);
/** Links of one hour are alike, so that the browser keeps the image. */
const STEP = hours(1);

const signature = (secret: Buffer, id: number, until: Instant): Buffer =>
    createHmac('sha256', secret).update(`attachment ${id} ${until}`).digest().subarray(0, 18);

/**
 * Lets an inline image be shown by an <img>, which can send no Authorization header: made only for who may read the
 * message, good for this one attachment and a short time.
 */
export const ticketFor = (secret: Buffer, id: number, now: Instant): string => {
    const until = Math.ceil(now / STEP) * STEP + VALID_FOR;
    return `${until.toString(36)}.${signature(secret, id, until).toString('base64url')}`;
};

export function isValidTicket(secret: Buffer, id: number, ticket: string, now: Instant): boolean {
    const [time = '', given = ''] = ticket.split('.');
    const until = Number.parseInt(time, 36);
    if (!Number.isSafeInteger(until) || until <= now) return false;
    const bytes = Buffer.from(given, 'base64url');
    const expected = signature(secret, id, until);
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
