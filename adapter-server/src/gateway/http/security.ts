import type { RequestHandler } from 'express';
import type { OriginCheck } from './origins.ts';

/**
 * Pages: their own scripts and nothing inline. Styles inline, as components set them; images from anywhere over https,
 * since a mail's remote images are shown when asked for (blocked ones are not in its HTML at all).
 */
const PAGE_POLICY = [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob: https:`,
    `media-src 'self' blob:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `frame-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'self' https://*.lightning.force.com https://*.my.salesforce.com`,
].join('; ');

export const securityHeaders: RequestHandler = (request, response, next) => {
    response.set({
        'content-security-policy': PAGE_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin-allow-popups',
        'permissions-policy': 'camera=(), geolocation=(), payment=()',
    });
    if (request.secure) response.set('strict-transport-security', 'max-age=31536000');
    next();
};

/** Tokens travel in a header, never in a cookie: CORS only says which pages may read the answers. */
export const cors =
    (isAllowed: OriginCheck): RequestHandler =>
    (request, response, next) => {
        const { origin } = request.headers;
        response.vary('Origin');
        if (origin !== undefined && isAllowed(request)) {
            response.set({
                'access-control-allow-origin': origin,
                'access-control-expose-headers': 'x-request-id, retry-after, content-disposition',
            });
            if (request.method === 'OPTIONS') {
                response.set({
                    'access-control-allow-methods': 'GET, POST',
                    'access-control-allow-headers':
                        'authorization, content-type, idempotency-key, x-filename, x-inline, x-request-id',
                    'access-control-max-age': '7200',
                });
                response.status(204).end();
                return;
            }
        }
        next();
    };
