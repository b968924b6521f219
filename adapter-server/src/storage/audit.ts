import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

const insert = statement(
    'audit_insert',
    `insert into audit (at, actor_id, actor, action, object, outcome, detail) values ($1,$2,$3,$4,$5,$6,$7)`,
);

/** One line of the append-only journal of who did, or tried to do, what (O5). No bodies, no secrets. */
export interface AuditEntry {
    readonly actorId: number | null;
    readonly actor: string;
    readonly action: string;
    readonly object: string;
    readonly outcome: 'done' | 'refused' | 'failed';
    readonly detail: string;
}
export const audit = (tx: Transaction, entry: AuditEntry): Promise<unknown> =>
    tx.run(insert, [
        tx.now,
        entry.actorId,
        entry.actor,
        entry.action,
        entry.object,
        entry.outcome,
        entry.detail.slice(0, 2_000),
    ]);
