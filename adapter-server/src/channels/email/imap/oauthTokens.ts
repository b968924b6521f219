import { z } from 'zod';
import type { Duration } from '../../../core/duration.ts';
import { minutes, seconds } from '../../../core/duration.ts';
import type { Clock } from '../../../ports/clock.ts';
import { SignInRefusedError } from './describeImapError.ts';
import type { TokenSource } from './imapConfig.ts';

export interface OAuthAccount {
    readonly tokenUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly refreshToken: string;
    /** May be empty: then that of the refresh token. */
    readonly scope: string;
}
export interface TokenSourceOptions {
    readonly account: OAuthAccount;
    readonly clock: Clock;
    /** Microsoft hands out a new refresh token each time; the old one ends some day. Awaited before the token is used. */
    readonly onNewRefreshToken: (refreshToken: string) => Promise<void>;
    readonly timeout?: Duration;
}

/** A token is renewed before it expires, so that a sign-in does not lose the race. */
const RENEW_BEFORE = minutes(2);
const DEFAULT_LIFE = minutes(55);

/** RFC 6749, section 5.1 and 5.2. */
const granted = z.object({
    access_token: z.string().min(1),
    expires_in: z.coerce.number().positive().optional(),
    refresh_token: z.string().min(1).optional(),
});
const refusal = z.object({ error: z.string(), error_description: z.string().optional() });

/** Access tokens for XOAUTH2, renewed by the refresh token (E11: "token refresh"). */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
    const { account, clock } = options;
    let refreshToken = account.refreshToken;
    let current: { token: string; until: number; fresh: boolean } | null = null;

    async function renew(): Promise<string> {
        const response = await ask({ ...account, refreshToken }, options.timeout ?? seconds(15));
        const life = response.expires_in === undefined ? DEFAULT_LIFE : seconds(response.expires_in);
        if (response.refresh_token !== undefined && response.refresh_token !== refreshToken) {
            refreshToken = response.refresh_token;
            await options.onNewRefreshToken(refreshToken);
        }
        const until = clock.now() + life - Math.min(RENEW_BEFORE, life / 2);
        current = { token: response.access_token, until, fresh: true };
        return current.token;
    }

    return {
        async accessToken() {
            if (current === null || current.until <= clock.now()) return renew();
            current.fresh = false;
            return current.token;
        },
        refused() {
            const wasOld = current !== null && !current.fresh;
            current = null;
            return wasOld;
        },
    };
}

async function ask(account: OAuthAccount, timeout: Duration): Promise<z.output<typeof granted>> {
    const { host } = new URL(account.tokenUrl);
    const form = new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: account.clientId,
        refresh_token: account.refreshToken,
        ...(account.clientSecret === '' ? {} : { client_secret: account.clientSecret }),
        ...(account.scope === '' ? {} : { scope: account.scope }),
    });
    let status: number;
    let body: unknown;
    try {
        const response = await fetch(account.tokenUrl, {
            method: 'POST',
            headers: { accept: 'application/json' },
            body: form,
            redirect: 'error',
            signal: AbortSignal.timeout(timeout),
        });
        status = response.status;
        body = await response.json().catch(() => null);
    } catch (error) {
        throw new Error(`The token endpoint ${host} does not answer.`, { cause: error });
    }
    const token = granted.safeParse(body);
    if (status < 300 && token.success) return token.data;
    const no = refusal.safeParse(body);
    // A 400 or 401 with a reason is final; whatever else is the provider's own trouble and passes.
    if (no.success && status < 500 && status !== 429) {
        const why = [no.data.error, no.data.error_description?.split(/\r?\n/)[0]].filter(Boolean).join(': ');
        throw new SignInRefusedError(
            `${host} refused to renew the sign-in (${why.slice(0, 300)}). Sign in there again and enter the new refresh token.`,
        );
    }
    throw new Error(`The token endpoint ${host} answered ${status} without a token.`);
}
