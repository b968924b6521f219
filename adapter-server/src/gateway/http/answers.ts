import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Reply } from '../../protocol/commands.ts';
import type { Store } from '../../storage/transaction.ts';
import { isTemporary } from '../../workflows/access/auditTrail.ts';
import { bearerToken, callerOfRequest, type Caller } from '../authentication/caller.ts';
import { logged } from '../logged.ts';
import { failure, FAILURES, statusOf, TOO_LARGE } from '../replies.ts';

/** The same envelope as on the socket, with the status that fits. */
export function answer(response: Response, reply: Reply<unknown>, status = statusOf(reply)): void {
    if (status === 401) response.set('www-authenticate', 'Bearer');
    if (status === 503) response.set('retry-after', '1');
    response.status(status).set('cache-control', 'no-store').json(reply);
}

/** What is no command or query answers its value as it is. */
export const plain = (response: Response, value: object): void => {
    response.set('cache-control', 'no-store').json(value);
};

/** Runs the handler with whoever the bearer token belongs to; without one it answers 401. */
export const signedIn =
    (
        store: Store,
        adminToken: string | null,
        handle: (caller: Caller, request: Request, response: Response) => Promise<void>,
    ): RequestHandler =>
    async (request, response) => {
        const token = bearerToken(request.get('authorization'));
        const caller = token === null ? null : await callerOfRequest(store, token, adminToken);
        if (!caller) return answer(response, FAILURES.signedOut);
        return handle(caller, request, response);
    };

export const unknownPath: RequestHandler = (_request, response) => {
    answer(
        response,
        failure('not_found', 'There is nothing at this address.', 'See /api/ for what there is.'),
    );
};

/** Whatever a handler threw: in words where it is the client's, without details where it is ours. */
export const whatWentWrong =
    (log: Logger): ErrorRequestHandler =>
    (error: unknown, request, response, next) => {
        if (response.headersSent) return next(error);
        const status = statusOfParser(error);
        if (status === TOO_LARGE)
            return answer(
                response,
                failure('bad_request', 'That is too large.', 'Send less at once.'),
                status,
            );
        if (status !== null)
            return answer(response, failure('bad_request', 'The request cannot be read as JSON.'), status);
        const temporary = isTemporary(error);
        const route = typeof request.route?.path === 'string' ? request.route.path : null;
        log[temporary ? 'warn' : 'error']({ route, err: logged(error) }, 'request failed');
        answer(response, temporary ? FAILURES.unavailable : FAILURES.failed);
    };

/** Errors of the body parsers carry a status; anything else is ours. */
function statusOfParser(error: unknown): number | null {
    if (typeof error !== 'object' || error === null || !('status' in error) || !('expose' in error))
        return null;
    const { status } = error;
    return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
