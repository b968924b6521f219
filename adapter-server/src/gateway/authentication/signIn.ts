import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { signInResult } from '../../protocol/events.ts';
import { findAgentByUsername } from '../../queries/signIn.ts';
import type { Store } from '../../storage/transaction.ts';
import {
    openSession,
    openSessionOnce,
    recordSignInAttempt,
    type OpenedSession,
} from '../../workflows/access/sessions.ts';
import { failure, type Failure } from '../replies.ts';
import { SignInAttempts } from './attempts.ts';
import type { IdentityVerifier } from './identityToken.ts';
import { isPassword } from './passwords.ts';

export type SignedIn = z.infer<typeof signInResult>;
type Found = NonNullable<Awaited<ReturnType<typeof findAgentByUsername>>>;

const WRONG = failure('unauthenticated', 'Username or password is wrong.');
const SWITCHED_OFF = failure(
    'unauthenticated',
    'This account cannot sign in: it is switched off.',
    'Ask an admin to switch it on.',
);

/** The three ways in. Every one ends in an opaque token of 256 bits, of which the database keeps the hash alone. */
export class SignIn {
    readonly #store: Store;
    readonly #verify: IdentityVerifier | null;
    readonly #attempts = new SignInAttempts();

    constructor(store: Store, verify: IdentityVerifier | null) {
        this.#store = store;
        this.#verify = verify;
    }

    /** When this name may be tried again from this address; null for now. */
    retryAt(username: string, address: string): number | null {
        return this.#attempts.retryAt(username, address, this.#store.clock.now());
    }

    async withPassword(username: string, password: string, address: string): Promise<SignedIn | Failure> {
        this.#attempts.began(username, address, this.#store.clock.now());
        const agent = await this.#find(username);
        if (!(await isPassword(agent?.passwordHash ?? null, password)) || !agent)
            return this.#refused(username, agent, 'wrong username or password', WRONG);
        // Only who knows the password learns that the account is switched off.
        if (!agent.enabled) return this.#refused(username, agent, 'switched off', SWITCHED_OFF);
        this.#attempts.succeeded(username, address);
        return this.#open(agent, 'password');
    }

    /** For the demo, whose server listens on this machine alone. */
    async asDemoAgent(username: string): Promise<SignedIn | Failure> {
        const agent = await this.#find(username);
        if (!agent?.enabled) return this.#refused(username, agent, 'no such demo agent', WRONG);
        return this.#open(agent, 'demo');
    }

    async withIdentityToken(token: string): Promise<SignedIn | Failure> {
        if (!this.#verify)
            return failure(
                'refused',
                'Sign-in through Salesforce is not set up here.',
                'Sign in with a password.',
            );
        const identity = await this.#verify(token, this.#store.clock.now());
        if ('wrong' in identity) return this.#refusedToken('salesforce', null, identity.wrong);
        const agent = await this.#find(identity.username);
        if (!agent?.enabled)
            return this.#refusedToken(identity.username, agent, agent ? 'switched off' : 'no such agent');
        const secret = newToken();
        const opened = await this.#store.transaction('signIn', (tx) =>
            openSessionOnce(tx, agent, secret, identity),
        );
        if (!opened) return this.#refusedToken(identity.username, agent, 'used before');
        return signedIn(agent, secret, opened);
    }

    #find(username: string): Promise<Found | null> {
        return findAgentByUsername({ run: this.#store.read.bind(this.#store) }, username);
    }

    async #open(agent: Found, way: 'password' | 'demo'): Promise<SignedIn> {
        const secret = newToken();
        const opened = await this.#store.transaction('signIn', (tx) => openSession(tx, agent, secret, way));
        return signedIn(agent, secret, opened);
    }

    async #refused(username: string, agent: Found | null, reason: string, reply: Failure): Promise<Failure> {
        const attempt = { username, agentId: agent?.id ?? null, reason };
        await this.#store.transaction('signInRefused', (tx) => recordSignInAttempt(tx, attempt));
        return reply;
    }

    #refusedToken(username: string, agent: Found | null, reason: string): Promise<Failure> {
        const reply = failure(
            'unauthenticated',
            `The identity token of Salesforce was not accepted: ${reason}.`,
            'Reload the page to get a new one.',
        );
        return this.#refused(username, agent, `identity token: ${reason}`, reply);
    }
}

const newToken = (): string => randomBytes(32).toString('base64url');
const signedIn = (agent: Found, token: string, { expiresAt }: OpenedSession): SignedIn => ({
    token,
    expiresAt,
    agent: { id: agent.id, name: `${agent.firstName} ${agent.lastName}` },
});
