import { hours } from '../../core/duration.ts';
import { agentName, type Agent } from '../../storage/agents.ts';
import { audit } from '../../storage/audit.ts';
import { insertSession, useTokenOnce } from '../../storage/sessions.ts';
import type { Transaction } from '../../storage/transaction.ts';

/** A session ends by itself after one long shift. */
export const SESSION_LENGTH = hours(12);

export type SignInWay = 'password' | 'demo' | 'salesforce';

export interface OpenedSession {
    readonly sessionId: number;
    readonly expiresAt: number;
}

/** The way in has been checked; from here on the token is the agent. */
export async function openSession(
    tx: Transaction,
    agent: Pick<Agent, 'id' | 'firstName' | 'lastName'>,
    token: string,
    way: SignInWay,
): Promise<OpenedSession> {
    const expiresAt = tx.now + SESSION_LENGTH;
    const sessionId = await insertSession(tx, token, agent.id, expiresAt);
    await audit(tx, {
        actorId: agent.id,
        actor: agentName(agent),
        action: 'sign_in',
        object: `session ${sessionId}`,
        outcome: 'done',
        detail: way,
    });
    return { sessionId, expiresAt };
}

/** As openSession, but the identity token that proved who it is can be used this once only: null the second time. */
export async function openSessionOnce(
    tx: Transaction,
    agent: Pick<Agent, 'id' | 'firstName' | 'lastName'>,
    token: string,
    identity: { readonly jti: string; readonly expiresAt: number },
): Promise<OpenedSession | null> {
    if (!(await useTokenOnce(tx, identity.jti, identity.expiresAt))) return null;
    return openSession(tx, agent, token, 'salesforce');
}

/** Login attempts are audited too (A9, O5): by the name that was tried, never with what was typed as a password. */
export const recordSignInAttempt = (
    tx: Transaction,
    attempt: { readonly username: string; readonly agentId: number | null; readonly reason: string },
): Promise<unknown> =>
    audit(tx, {
        actorId: attempt.agentId,
        actor: attempt.username.slice(0, 80),
        action: 'sign_in',
        object: 'session',
        outcome: 'refused',
        detail: attempt.reason,
    });
