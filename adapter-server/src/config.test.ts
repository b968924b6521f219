import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { closestName } from './core/closestName.ts';
import { VARIABLES } from './config/variables.ts';
import { ConfigError, isLoopback, readConfig, type Environment } from './config.ts';

function problemsOf(env: Environment): readonly string[] {
    try {
        readConfig(env, '/srv/patchbay');
    } catch (error) {
        if (error instanceof ConfigError) return error.problems;
        throw error;
    }
    return [];
}

describe('the configuration', () => {
    it('needs no variable in the demo', () => {
        const config = readConfig({ PATCHBAY_DEMO: '1' }, '/srv/patchbay');
        expect(config).toMatchObject({
            host: '127.0.0.1',
            port: 3000,
            publicUrl: null,
            dataDirectory: '/srv/patchbay/.patchbay',
            databaseUrl: null,
            intake: { port: 2525, lmtp: false },
            mailOut: { to: 'demo_mailbox' },
            demo: true,
            warnings: [],
        });
        expect(config.contactCenterFile).toMatch(/\/config\/demo-contact-center\.json$/);
    });

    it('has neither demo contact center nor demo mailbox in production, and says that mail waits', () => {
        const config = readConfig({}, '/srv/patchbay');
        expect(config).toMatchObject({ demo: false, contactCenterFile: null, mailOut: { to: 'nowhere' } });
        expect(config.warnings).toEqual([expect.stringContaining('SMTP_URL')]);
    });

    it('takes a mail server in the demo too, and an empty variable as one that is not set', () => {
        const url = 'smtp://127.0.0.1:2526';
        expect(readConfig({ PATCHBAY_DEMO: '1', SMTP_URL: url }).mailOut).toEqual({ to: 'server', url });
        expect(readConfig({ PATCHBAY_DEMO: '1', SMTP_URL: '', PORT: ' ' })).toMatchObject({
            port: 3000,
            mailOut: { to: 'demo_mailbox' },
        });
    });

    it('reads relative paths from the given directory, and leaves absolute ones', () => {
        const env = { PATCHBAY_DATA: 'data', PATCHBAY_CONFIG: '/etc/patchbay.json' };
        expect(readConfig(env, '/srv/patchbay')).toMatchObject({
            dataDirectory: '/srv/patchbay/data',
            contactCenterFile: '/etc/patchbay.json',
        });
    });

    it('lists all problems at once, each with what to do', () => {
        const problems = problemsOf({
            PORT: 'http',
            PUBLIC_URL: 'desk.example.com',
            DATABASE_URL: 'mysql://x',
            PATCHBAY_DEOM: '1',
            PATCHBAY_LOG_LEVEL: 'loud',
            PATCHBAY_ADMIN_TOKEN: 'short',
        });
        expect(problems).toEqual([
            'PORT: write a port number.',
            'PUBLIC_URL: write it as https://desk.example.com.',
            'DATABASE_URL: write it as postgresql://user:password@host:5432/patchbay.',
            expect.stringContaining('PATCHBAY_LOG_LEVEL: write one of fatal'),
            'PATCHBAY_DEOM: no such variable. Did you mean PATCHBAY_DEMO?',
            expect.stringContaining('PATCHBAY_ADMIN_TOKEN: has 5 characters and needs at least 24'),
        ]);
    });

    it('never repeats a secret in a problem', () => {
        expect(
            problemsOf({ PATCHBAY_ADMIN_TOKEN: 'secret-token', SMTP_URL: 'ftp://u:secret@x' }).join(),
        ).not.toMatch(/secret/);
    });

    it.each([
        ['65535', 65_535],
        ['0', 0],
    ])('takes port %s', (text, port) => {
        expect(readConfig({ PORT: text }).port).toBe(port);
    });
    it.each(['65536', '-1', '1.5', '0x10'])('refuses port %s', (text) => {
        expect(problemsOf({ PORT: text })).toEqual([expect.stringMatching(/^PORT: write a port number/)]);
    });

    it('gives the intake STARTTLS with a certificate and its key, and neither without the other', () => {
        const env = { PATCHBAY_SMTP_TLS_CERT: 'tls/cert.pem', PATCHBAY_SMTP_TLS_KEY: '/etc/key.pem' };
        expect(readConfig(env, '/srv/patchbay').intake?.tls).toEqual({
            certFile: '/srv/patchbay/tls/cert.pem',
            keyFile: '/etc/key.pem',
        });
        expect(problemsOf({ PATCHBAY_SMTP_TLS_CERT: 'cert.pem' })).toEqual([
            expect.stringMatching(/PATCHBAY_SMTP_TLS_KEY: go together/),
        ]);
    });

    it('reads keys of 32 bytes, the present one first', () => {
        const [a, b] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
        const given = `${a.toString('base64')},${b.toString('hex')}`;
        expect(readConfig({ PATCHBAY_SECRET_KEY: given }).secretKeys).toEqual([a, b]);
        expect(readConfig({}).secretKeys).toEqual([]);
        expect(problemsOf({ PATCHBAY_SECRET_KEY: 'short' })).toEqual([
            expect.stringMatching(/^PATCHBAY_SECRET_KEY: .*openssl rand -base64 32/),
        ]);
    });

    it('switches the intake off with port 0, and to LMTP', () => {
        expect(readConfig({ PATCHBAY_SMTP_PORT: '0' }).intake).toBeNull();
        expect(readConfig({ PATCHBAY_SMTP_PORT: '24', PATCHBAY_LMTP: '1' }).intake).toEqual({
            port: 24,
            lmtp: true,
            tls: null,
        });
        expect(problemsOf({ PATCHBAY_SMTP_PORT: '0', PATCHBAY_LMTP: '1' })).toHaveLength(1);
    });

    it('refuses one port for the web and the mail', () => {
        expect(problemsOf({ PORT: '2525' })).toEqual([
            expect.stringContaining("2525 is the mail intake's port too"),
        ]);
        expect(problemsOf({ PORT: '2525', PATCHBAY_SMTP_PORT: '0' })).toEqual([]);
    });

    it('takes an admin token of 24 characters, and any in the demo', () => {
        expect(problemsOf({ PATCHBAY_ADMIN_TOKEN: 'x'.repeat(23) })).toHaveLength(1);
        expect(problemsOf({ PATCHBAY_ADMIN_TOKEN: 'x'.repeat(24) })).toEqual([]);
        expect(problemsOf({ PATCHBAY_ADMIN_TOKEN: 'x', PATCHBAY_DEMO: '1' })).toEqual([]);
    });

    it('believes no client about its address: a bare "true" is refused', () => {
        expect(readConfig({ TRUST_PROXY: '1' }).trustProxy).toBe(1);
        expect(readConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8' }).trustProxy).toEqual([
            'loopback',
            '10.0.0.0/8',
        ]);
        expect(problemsOf({ TRUST_PROXY: 'true' })).toHaveLength(1);
    });

    it('reads origins, and refuses any origin at all', () => {
        const env = { ALLOWED_ORIGINS: 'https://a.example.com, https://b.example.com/' };
        expect(readConfig(env).allowedOrigins).toEqual(['https://a.example.com', 'https://b.example.com']);
        expect(problemsOf({ ALLOWED_ORIGINS: '*' })).toHaveLength(1);
        expect(problemsOf({ PUBLIC_URL: 'https://a.example.com/desk' })).toEqual([
            'PUBLIC_URL: leave out the path.',
        ]);
    });

    it("takes the org's public key in one line, and no private one", () => {
        const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
        const { salesforce } = readConfig({
            SALESFORCE_IDENTITY_PUBLIC_KEY: pem.replaceAll('\n', '\\n'),
            SALESFORCE_LOGIN_URL: 'https://login.example.com',
        });
        expect(salesforce.identityPublicKey?.trim()).toBe(pem.trim());
        expect(salesforce.other).toEqual({ SALESFORCE_LOGIN_URL: 'https://login.example.com' });
        const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
        expect(problemsOf({ SALESFORCE_IDENTITY_PUBLIC_KEY: secret })).toHaveLength(1);
        expect(problemsOf({ SALESFORCE_IDENTITY_PUBLIC_KEY: 'abc' })).toHaveLength(1);
    });
});

describe('the demo stays on this machine', () => {
    it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('%s is this machine', (host) => {
        expect(isLoopback(host)).toBe(true);
        expect(problemsOf({ PATCHBAY_DEMO: '1', HOST: host })).toEqual([]);
    });
    it.each(['0.0.0.0', '::', '10.0.0.1', 'desk.example.com', '127.0.0.1.example.com'])(
        '%s is not',
        (host) => {
            expect(isLoopback(host)).toBe(false);
            expect(problemsOf({ PATCHBAY_DEMO: '1', PATCHBAY_TEST_CLOCK: '1', HOST: host })).toEqual([
                expect.stringMatching(/^PATCHBAY_DEMO: is for this machine alone/),
                expect.stringMatching(/^PATCHBAY_TEST_CLOCK: is for this machine alone/),
            ]);
        },
    );

    it('moves the clock in the demo only, and kills at a failpoint only where the clock may be moved', () => {
        expect(problemsOf({ PATCHBAY_TEST_CLOCK: '1' })).toEqual([
            expect.stringContaining('works in the demo only'),
        ]);
        expect(problemsOf({ PATCHBAY_DEMO: '1', PATCHBAY_FAILPOINT: 'a:before-commit' })).toHaveLength(1);
        const env = { PATCHBAY_DEMO: '1', PATCHBAY_TEST_CLOCK: '1', PATCHBAY_FAILPOINT: 'a:before-commit' };
        expect(readConfig(env)).toMatchObject({ testClock: true, failpoint: 'a:before-commit' });
    });
});

describe('a mistyped name', () => {
    it.each([
        ['PATCHBAY_DEOM', 'PATCHBAY_DEMO'],
        ['PATCHBAY_SMPT_PORT', 'PATCHBAY_SMTP_PORT'],
        ['PATCHBAY_LOGLEVEL', 'PATCHBAY_LOG_LEVEL'],
    ])('%s means %s', (typed, meant) => {
        expect(closestName(typed, Object.keys(VARIABLES))).toBe(meant);
    });

    it('far from all of them means none', () => {
        expect(closestName('PATCHBAY_QUARTERLY_REPORT_RECIPIENTS', Object.keys(VARIABLES))).toBeNull();
    });
});

it('.env.example names every variable there is', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const named = [...example.matchAll(/^#?\s?([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named.sort()).toEqual(Object.keys(VARIABLES).sort());
});
