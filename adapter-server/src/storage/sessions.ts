import { createHash } from 'node:crypto';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

export interface Session {
    readonly id: number;
    readonly agentId: number;
    readonly expiresAt: number;
    readonly revokedAt: number | null;
}

const insert = statement<{ id: number }>(
    'session_insert',
    `insert into sessions (token_hash, agent_id, created_at, expires_at) values ($1, $2, $3, $4) returning id`,
);
const find = statement<Session>(
    'session_find',
    `select id, agent_id, expires_at, revoked_at from sessions where token_hash = $1`,
);
const revoke = statement<{ id: number }>(
    'session_revoke',
    `update sessions set revoked_at = $2 where id = $1 and revoked_at is null returning id`,
);
const revokeAll = statement<{ id: number }>(
    'sessions_revoke_all',
    `update sessions set revoked_at = $2 where agent_id = $1 and revoked_at is null returning id`,
);
const useToken = statement<{ jti: string }>(
    'token_use',
    `insert into used_tokens (jti, expires_at) values ($1, $2) on conflict do nothing returning jti`,
);

const hashed = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Only the hash is stored: a copy of the database opens no session. */
export const insertSession = async (
    tx: Transaction,
    token: string,
    agentId: number,
    expiresAt: number,
): Promise<number> => (await tx.one(insert, [hashed(token), agentId, tx.now, expiresAt])).id;
export const findSession = (on: Pick<Transaction, 'run'>, token: string): Promise<Session | null> =>
    on.run(find, [hashed(token)]).then((rows) => rows[0] ?? null);
export async function revokeSession(tx: Transaction, id: number): Promise<void> {
    if (await tx.first(revoke, [id, tx.now])) tx.signals.revokedSessions.add(id);
}
export async function revokeSessionsOf(tx: Transaction, agentId: number): Promise<void> {
    for (const row of await tx.run(revokeAll, [agentId, tx.now])) tx.signals.revokedSessions.add(row.id);
}
/** False where this token was used before. */
export const useTokenOnce = async (tx: Transaction, jti: string, expiresAt: number): Promise<boolean> =>
    (await tx.first(useToken, [jti, expiresAt])) !== null;
