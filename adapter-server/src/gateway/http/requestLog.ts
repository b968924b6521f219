import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

const GIVEN = /^[\w.-]{8,80}$/;

/**
 * A number for each request, and one line when it is answered: the route and not the path, since a path may name
 * somebody; no query, body, address or token.
 */
export const requestLog =
    (log: Logger): RequestHandler =>
    (request, response, next) => {
        const given = request.get('x-request-id');
        const requestId = given !== undefined && GIVEN.test(given) ? given : randomUUID();
        const start = performance.now();
        response.set('x-request-id', requestId);
        response.on('finish', () => {
            const route = typeof request.route?.path === 'string' ? request.route.path : null;
            const line = {
                requestId,
                method: request.method,
                route,
                status: response.statusCode,
                ms: Math.round(performance.now() - start),
            };
            if (response.statusCode >= 500) log.warn(line, 'request');
            else log.debug(line, 'request');
        });
        next();
    };
