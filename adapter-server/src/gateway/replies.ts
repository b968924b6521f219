import type { z } from 'zod';
import type { RefusalCode, refusalReply, Reply } from '../protocol/commands.ts';
import type { Refused } from '../workflows/outcome.ts';

/** The one place where the codes of the protocol meet those of HTTP. */
const HTTP_STATUS: Readonly<Record<RefusalCode, number>> = {
    bad_request: 400,
    unauthenticated: 401,
    forbidden: 403,
    not_found: 404,
    refused: 422,
    conflict: 409,
    unavailable: 503,
    resync: 409,
    failed: 500,
};

export type Failure = z.infer<typeof refusalReply>;

export const failure = (code: RefusalCode, message: string, nextStep: string | null = null): Failure => ({
    ok: false,
    code,
    message,
    nextStep,
});

export const success = <T>(value: T): Reply<T> => ({ ok: true, value });

export const failureOf = ({ code, reason, nextStep }: Refused): Failure => failure(code, reason, nextStep);

export const statusOf = (reply: Reply<unknown>): number => (reply.ok ? 200 : HTTP_STATUS[reply.code]);

/** HTTP knows two refusals more exactly than the protocol's codes say. */
export const TOO_LARGE = 413;
export const TOO_MANY_REQUESTS = 429;

export const FAILURES = {
    signedOut: failure('unauthenticated', 'You are signed out.', 'Sign in again.'),
    unavailable: failure(
        'unavailable',
        'The server cannot reach its database just now.',
        'Nothing is lost: the same request is tried again by itself.',
    ),
    draining: failure('unavailable', 'The server is being restarted.', 'It is tried again in a moment.'),
    failed: failure(
        'failed',
        'Something went wrong on the server.',
        'Try again; if it stays so, tell an admin the time.',
    ),
    otherVersion: failure('resync', 'Patchbay was updated.', 'Reload the page.'),
    loadAfresh: failure('resync', 'Too much has happened since then.', 'Load the workspace again.'),
} as const satisfies Record<string, Failure>;

/** Carries a refusal out of a transaction, which is rolled back on its way. */
export class RefusedError extends Error {
    readonly reply: Failure;
    constructor(reply: Failure) {
        super(reply.message);
        this.name = 'RefusedError';
        this.reply = reply;
    }
}
