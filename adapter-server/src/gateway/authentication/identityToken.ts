import { createPublicKey, type KeyObject } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import { minutes } from '../../core/duration.ts';
import type { Instant } from '../../core/duration.ts';

const AUDIENCE = 'patchbay';
const LONGEST_LIFE = minutes(5);

export interface Identity {
    readonly username: string;
    readonly jti: string;
    readonly expiresAt: Instant;
}
export type IdentityVerifier = (
    token: string,
    now: Instant,
) => Promise<Identity | { readonly wrong: string }>;

/**
 * Checks the short-lived token that the org's Apex signs with its certificate (A3): signature, audience, and that it
 * lives five minutes at most. That it is used once is the database's business. Throws where the key is none.
 *
 * @param pem the certificate's public key, RSA or EC P-256
 */
export function identityVerifier(pem: string): IdentityVerifier {
    const key = createPublicKey(pem);
    const algorithm = algorithmOf(key);
    return async (token, now) => {
        try {
            const { payload } = await jwtVerify(token, key, {
                algorithms: [algorithm],
                audience: AUDIENCE,
                currentDate: new Date(now),
                requiredClaims: ['exp', 'sub', 'jti'],
            });
            const { sub = '', jti = '', exp = 0 } = payload;
            if (sub === '' || jti === '' || jti.length > 200) return { wrong: 'it names nobody' };
            if (exp * 1_000 > now + LONGEST_LIFE) return { wrong: 'it is valid for more than 5 minutes' };
            // Apex puts the user's id into `sub` and their name beside it; agents are known by name.
            const username = typeof payload['username'] === 'string' ? payload['username'] : sub;
            return { username, jti, expiresAt: exp * 1_000 };
        } catch (error) {
            if (error instanceof errors.JWTExpired) return { wrong: 'it has expired' };
            if (error instanceof errors.JOSEError) return { wrong: error.code };
            throw error;
        }
    };
}

function algorithmOf(key: KeyObject): 'RS256' | 'ES256' {
    if (key.asymmetricKeyType === 'rsa') return 'RS256';
    if (key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1')
        return 'ES256';
    throw new Error('The Salesforce identity key must be the PEM of an RSA or P-256 public key.');
}
