import { openConnectionsOf } from '../storage/connections.ts';
import type { Transaction } from '../storage/transaction.ts';
import { signOut } from './agentConnections.ts';
import { done, type Actor, type Outcome } from './outcome.ts';

/** The command: this session ends, with every tab that uses it. */
export async function signOutHere(tx: Transaction, actor: Actor): Promise<Outcome<Record<string, never>>> {
    if (actor.sessionId === null) return done({});
    await signOut(tx, actor.agentId, actor.sessionId, await openConnectionsOf(tx, actor.sessionId));
    return done({});
}
