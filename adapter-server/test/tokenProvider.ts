import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for Microsoft's and Google's token endpoint, and tells Dovecot which tokens are good (RFC 6749, RFC 7662). */
export interface TokenProvider {
    readonly tokenUrl: string;
    readonly introspectionUrl: string;
    /** The refresh token that counts now; each renewal hands out another, as Microsoft does. */
    refreshToken: string;
    /** Seconds that new tokens are said to last. */
    life: number;
    /** Set: every renewal is refused with it. */
    refuse: string | null;
    readonly renewals: number;
    /** From now on no token that was given out is good. */
    withdraw(): void;
    stop(): Promise<void>;
}

export const CLIENT = { clientId: 'patchbay-client', clientSecret: 'client-secret' };

export async function startTokenProvider(username: string): Promise<TokenProvider> {
    const good = new Set<string>();
    let renewals = 0;
    const server = createServer((request, response) => {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => {
            const form = new URLSearchParams(body);
            const answer = (status: number, value: object): void => {
                response.writeHead(status, { 'content-type': 'application/json' });
                response.end(JSON.stringify(value));
            };
            if (request.url === '/introspect') {
                const active = good.has(form.get('token') ?? '');
                return answer(200, active ? { active, username } : { active });
            }
            const known =
                form.get('grant_type') === 'refresh_token' &&
                form.get('client_id') === CLIENT.clientId &&
                form.get('client_secret') === CLIENT.clientSecret &&
                form.get('refresh_token') === provider.refreshToken;
            if (provider.refuse !== null || !known)
                return answer(400, {
                    error: provider.refuse ?? 'invalid_grant',
                    error_description: 'The refresh token has expired.\r\nTrace ID: 1',
                });
            renewals += 1;
            const token = `access-${renewals}`;
            good.add(token);
            provider.refreshToken = `refresh-${renewals}`;
            answer(200, {
                token_type: 'Bearer',
                access_token: token,
                expires_in: provider.life,
                refresh_token: provider.refreshToken,
            });
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider: TokenProvider = {
        tokenUrl: `${base}/token`,
        introspectionUrl: `${base}/introspect`,
        refreshToken: 'refresh-0',
        life: 3_600,
        refuse: null,
        get renewals() {
            return renewals;
        },
        withdraw: () => good.clear(),
        stop: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
            }),
    };
    return provider;
}
