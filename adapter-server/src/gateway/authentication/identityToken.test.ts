import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { openGateway, type GatewayUnderTest } from '../../../test/gatewayServer.ts';
import { identityVerifier } from './identityToken.ts';

const NOW = Date.UTC(2027, 2, 1, 12);
const org = generateKeyPairSync('rsa', { modulusLength: 2048 });
const elsewhere = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = org.publicKey.export({ type: 'spki', format: 'pem' }).toString();

interface Claims {
    key?: KeyObject | Uint8Array;
    alg?: string;
    aud?: string;
    sub?: string;
    jti?: string;
    exp?: number;
}
const token = ({ key = org.privateKey, alg = 'RS256', aud = 'patchbay', exp = 60, ...claims }: Claims = {}) =>
    new SignJWT({ sub: 'ana', jti: 'one', ...claims, aud, exp: NOW / 1_000 + exp })
        .setProtectedHeader({ alg })
        .sign(key);

describe('the identity token that the org signs', () => {
    const verify = identityVerifier(pem);

    it('names the agent', async () => {
        expect(await verify(await token(), NOW)).toEqual({
            username: 'ana',
            jti: 'one',
            expiresAt: NOW + 60_000,
        });
    });

    it('lives five minutes and no more', async () => {
        expect(await verify(await token({ exp: 300 }), NOW)).toHaveProperty('username');
        expect(await verify(await token({ exp: 301 }), NOW)).toHaveProperty('wrong');
    });

    it('is over at its time', async () => {
        expect(await verify(await token({ exp: 1 }), NOW)).toHaveProperty('username');
        expect(await verify(await token({ exp: 0 }), NOW)).toEqual({ wrong: 'it has expired' });
    });

    it.each([
        ['another key', { key: elsewhere.privateKey }],
        ['another audience', { aud: 'somebody else' }],
        ['the public key taken for a shared secret', { key: Buffer.from(pem), alg: 'HS256' }],
        ['nobody in it', { sub: '' }],
        ['no number of its own', { jti: '' }],
    ])('is refused with %s', async (_what, claims) => {
        expect(await verify(await token(claims), NOW)).toHaveProperty('wrong');
    });

    it('is refused without a signature', async () => {
        const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
        const unsigned = `${part({ alg: 'none' })}.${part({ sub: 'ana', jti: 'x', aud: 'patchbay', exp: NOW / 1_000 + 60 })}.`;
        expect(await verify(unsigned, NOW)).toHaveProperty('wrong');
    });

    it('may be signed with a P-256 key', async () => {
        const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
        const verifyEc = identityVerifier(pair.publicKey.export({ type: 'spki', format: 'pem' }).toString());
        const signed = await token({ key: pair.privateKey, alg: 'ES256' });
        expect(await verifyEc(signed, NOW)).toHaveProperty('username', 'ana');
    });

    it('needs a key that can be one', () => {
        const { publicKey } = generateKeyPairSync('ed25519');
        expect(() =>
            identityVerifier(
                createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }))
                    .export({ type: 'spki', format: 'pem' })
                    .toString(),
            ),
        ).toThrow(/RSA or P-256/);
    });
});

describe('signing in with it', () => {
    let server: GatewayUnderTest;
    beforeAll(async () => {
        server = await openGateway({ settings: { salesforceIdentityKey: pem } });
        server.clock.at = NOW;
    });
    afterAll(() => server.close());
    const signIn = (identity: string) => server.post('/api/v1/sign-in/salesforce', { token: identity });

    it('works once', async () => {
        const identity = await token({ jti: 'once' });
        const first = await signIn(identity);
        expect(first.status).toBe(200);
        expect(await first.json()).toMatchObject({ agent: { name: 'Ana Example' } });
        const second = await signIn(identity);
        expect(second.status).toBe(401);
        expect(await second.json()).toMatchObject({ message: expect.stringMatching(/used before/) });
    });

    it('works once, however many come at the same moment', async () => {
        const identity = await token({ jti: 'at once' });
        const statuses = await Promise.all(
            Array.from({ length: 5 }, async () => (await signIn(identity)).status),
        );
        expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    });

    it('does not open the door to whom nobody knows, or who is switched off', async () => {
        expect((await signIn(await token({ jti: 'stranger', sub: 'stranger' }))).status).toBe(401);
        await server.rows(`update agents set enabled = false where username = 'ben'`);
        expect((await signIn(await token({ jti: 'off', sub: 'ben' }))).status).toBe(401);
        const [{ n } = { n: 0 }] = await server.rows<{ n: number }>(
            `select count(*)::int as n from audit where action = 'sign_in' and outcome = 'refused' and actor in ('stranger', 'ben')`,
        );
        expect(n).toBe(2);
    });
});
