import type { MailAddress } from '../ports/mailboxEvents.ts';
import type { MailKind } from '../core/vocabulary.ts';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

/** A new interaction of before, and the mail that it began with. */
export interface PastMail {
    readonly interactionId: number;
    readonly createdAt: number;
    readonly queueId: number;
    /** Null where no mail of a customer began it: a mail of ours, a message split off. */
    readonly messageId: number | null;
    readonly fromName: string;
    readonly fromAddress: string;
    readonly recipients: MailAddress[];
    readonly cc: MailAddress[];
    readonly envelopeTo: string[];
    readonly subject: string;
    readonly text: string;
    readonly rawSha256: Buffer | null;
    readonly kind: MailKind | null;
    readonly hasAttachment: boolean;
}

/** By id, which is the order of their arrival: a page costs the same however many there are. */
const page = statement<PastMail>(
    'past_mails_page',
    `select i.id as interaction_id, i.created_at, i.queue_id, m.id as message_id, m.from_name, m.from_address,
         m.recipients, m.cc, m.envelope_to, m.subject, left(m.text_body, $3) as text, m.raw_sha256,
         j.data -> 'classification' ->> 'kind' as kind,
         exists (select 1 from attachments f where f.message_id = m.id and not f.inline) as has_attachment
     from (select id, created_at, queue_id from interactions
               where channel = 'email' and ($1::int is null or id < $1) order by id desc limit $2) i
         left join journal j on j.interaction_id = i.id and j.seq = 1 and j.kind = 'received'
         left join messages m on m.id = (j.data ->> 'messageId')::int
     order by i.id desc`,
);
const nearest = statement<{ id: number; createdAt: number }>(
    'interaction_nearest',
    `select id, created_at from interactions where $1::int is null or id <= $1 order by id desc limit 1`,
);
/** What was decided of them when they came: the first lines of their journals. */
const beginnings = statement<{ interactionId: number; kind: string; data: Record<string, unknown> }>(
    'journal_beginnings',
    `select interaction_id, kind, data from journal
     where interaction_id = any($1::int[]) and seq <= $2
       and (kind in ('rule_applied', 'blocked_sender', 'spam_by_rule') or data ? 'queueId')
     order by interaction_id, seq`,
);
const head = statement<{ sha256: Buffer; bytes: Buffer }>(
    'blob_heads',
    `select sha256, substr(bytes, 1, $2) as bytes from blob_chunks where sha256 = any($1::bytea[]) and position = 0`,
);

type On = Pick<Transaction, 'run'>;
/** So much of a text is read; no rule looks further. */
const MOST_TEXT = 40_000;
const MOST_HEADER_BYTES = 64 * 1024;
/** Rules of the most there can be, and what follows them. */
const BEGINNING = 250;

export const pageOfPastMails = (on: On, before: number | null, limit: number): Promise<PastMail[]> =>
    on.run(page, [before, limit, MOST_TEXT]);

export const journalBeginnings = (on: On, interactionIds: readonly number[]) =>
    on.run(beginnings, [interactionIds, BEGINNING]);

/** The beginnings of raw mails, by their hash in hex. */
export async function rawHeads(on: On, hashes: readonly Buffer[]): Promise<Map<string, Buffer>> {
    const rows = await on.run(head, [hashes, MOST_HEADER_BYTES]);
    return new Map(rows.map(({ sha256, bytes }) => [sha256.toString('hex'), bytes]));
}

/** The first id behind which all came later than that; null where none did. Halves what is left, some thirty times. */
export async function firstIdSince(on: On, instant: number): Promise<number | null> {
    const [last] = await on.run(nearest, [null]);
    if (!last || last.createdAt < instant) return null;
    let [low, high] = [0, last.id];
    while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        const [at] = await on.run(nearest, [middle]);
        if (at && at.createdAt >= instant) high = at.id;
        else low = middle;
    }
    return high;
}
