import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

const insert = statement<{ id: number }>(
    'quarantine_insert',
    `insert into quarantine (at, reason, raw_sha256, origin, envelope_from, envelope_to) values ($1,$2,$3,$4,$5,$6)
     on conflict (raw_sha256) where resolved_at is null do update set reason = excluded.reason
     returning id`,
);
const read = statement<{
    id: number;
    reason: string;
    rawSha256: Buffer;
    origin: unknown;
    envelopeFrom: string | null;
    envelopeTo: string[];
    resolvedAt: number | null;
}>(
    'quarantine_read',
    `select id, reason, raw_sha256, origin, envelope_from, envelope_to, resolved_at from quarantine where id = $1`,
);
const resolve = statement(
    'quarantine_resolve',
    `update quarantine set resolved_at = $2, resolution = $3, resolved_by = $4, resolved_reason = $5 where id = $1`,
);

/** What could not be parsed is kept raw, once, and never blocks the rest (E1). */
export const quarantineMail = async (
    tx: Transaction,
    mail: {
        reason: string;
        rawSha256: Buffer;
        origin: unknown;
        envelopeFrom: string | null;
        envelopeTo: readonly string[];
    },
): Promise<number> =>
    (
        await tx.one(insert, [
            tx.now,
            mail.reason,
            mail.rawSha256,
            JSON.stringify(mail.origin),
            mail.envelopeFrom,
            mail.envelopeTo,
        ])
    ).id;
export const readQuarantined = (on: Pick<Transaction, 'run'>, id: number) =>
    on.run(read, [id]).then((rows) => rows[0] ?? null);
export const resolveQuarantined = (
    tx: Transaction,
    id: number,
    as: { resolution: 'taken_in' | 'discarded'; by: string; reason: string | null },
): Promise<unknown> => tx.run(resolve, [id, tx.now, as.resolution, as.by, as.reason]);
