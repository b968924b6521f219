import { describe, it, expect } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { createMailAuthentication } from './authenticateMail.ts';
import type { DnsLookup } from './dnsLookup.ts';
import { trustedAuthenticationResults } from './trustedResults.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const der = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const ZONE: Record<string, string[][]> = {
    'TXT example.com': [['v=spf1 ip4:192.0.2.1 -all']],
    'TXT _dmarc.example.com': [['v=DMARC1; p=reject']],
    'TXT key._domainkey.example.com': [[`v=DKIM1; k=rsa; p=${der}`]],
};
const zone: DnsLookup = (name, type) => {
    const found = ZONE[`${type} ${name}`];
    return found
        ? Promise.resolve(found)
        : Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
};
const text = (raw: string) => new TextEncoder().encode(raw.replaceAll('\n', '\r\n'));
const PLAIN = text('From: maria@example.com\nSubject: x\n\nHello\n');
const peer = (ip: string) => ({ ip, helo: 'mx.example.com', envelopeFrom: 'maria@example.com' });
const check = (raw: Uint8Array, ip: string, lookup: DnsLookup | null = zone) =>
    createMailAuthentication({ lookup, hostname: 'mx.test.example', lookupTimeoutMs: 50 })(raw, peer(ip));

async function signed(): Promise<Uint8Array> {
    const signer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
    const { message } = await signer.sendMail({
        from: 'maria@example.com',
        to: 'support@example.com',
        subject: 'x',
        text: 'Hello',
        dkim: {
            domainName: 'example.com',
            keySelector: 'key',
            privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        },
    });
    return new Uint8Array(message as Buffer);
}

describe('sender authentication (E2)', () => {
    it('passes the right network, fails another', async () => {
        expect(await check(PLAIN, '192.0.2.1')).toEqual({ spf: 'pass', dkim: 'none', dmarc: 'pass' });
        expect(await check(PLAIN, '::ffff:192.0.2.1')).toMatchObject({ spf: 'pass' });
        expect(await check(PLAIN, '192.0.2.2')).toEqual({ spf: 'fail', dkim: 'none', dmarc: 'fail' });
    });

    it('takes a signature from any network, and not a changed mail', async () => {
        const raw = await signed();
        expect(await check(raw, '198.51.100.1')).toEqual({ spf: 'fail', dkim: 'pass', dmarc: 'pass' });
        const changed = text(
            new TextDecoder().decode(raw).replaceAll('\r\n', '\n').replace('Hello', 'Howdy'),
        );
        const result = await check(changed, '198.51.100.1');
        expect(result.dkim).not.toBe('pass');
        expect(result.dmarc).toBe('fail');
    });

    it('fails a mail that shows two authors', async () => {
        const raw = text('From: maria@example.com\nFrom: ceo@example.org\nSubject: x\n\nHello\n');
        expect(await check(raw, '192.0.2.1')).toMatchObject({ dmarc: 'fail' });
    });

    it('is none for peers on this machine and without DNS', async () => {
        const none = { spf: 'none', dkim: 'none', dmarc: 'none' };
        expect(await check(PLAIN, '127.0.0.1')).toEqual(none);
        expect(await check(PLAIN, '::ffff:127.0.0.9')).toEqual(none);
        expect(await check(PLAIN, '::1')).toEqual(none);
        expect(await check(PLAIN, '192.0.2.2', null)).toEqual(none);
    });

    it('is a temporary error when DNS says nothing', async () => {
        const result = await check(PLAIN, '192.0.2.1', () => new Promise(() => undefined));
        expect(result).toMatchObject({ spf: 'temperror', dmarc: 'temperror' });
    });
});

describe('the results of the mailbox host (RFC 8601)', () => {
    const read = (headers: string, id: string | null) =>
        trustedAuthenticationResults(text(`${headers}\n\nx`), id);
    const TOP =
        'Authentication-Results: mx.example.com 1;\n spf=pass smtp.mailfrom=a@example.com; dkim=fail (bad);\n dkim=pass header.d=example.com; dmarc=fail (p=NONE dis=NONE)';
    const FORGED = 'Authentication-Results: mx.example.com; spf=pass; dkim=pass; dmarc=pass';

    it('reads the topmost of its own id only', () => {
        const found = { spf: 'pass', dkim: 'pass', dmarc: 'fail' };
        expect(read(`${TOP}\n${FORGED}`, 'MX.example.com')).toEqual(found);
        expect(read(`Authentication-Results: evil.example; dmarc=pass\n${TOP}`, 'mx.example.com')).toEqual(
            found,
        );
    });

    it.each([
        ['nobody trusted', FORGED, null],
        ['another id', FORGED, 'other.example.com'],
        ['no such header', 'Subject: x', 'mx.example.com'],
        [
            'in a comment',
            'Authentication-Results: mx.example.com; (a; dmarc=pass; spf=pass; dkim=pass) none',
            'mx.example.com',
        ],
        [
            'in quotes',
            'Authentication-Results: mx.example.com; x="a; dmarc=pass; spf=pass; dkim=pass"',
            'mx.example.com',
        ],
    ])('is none with %s', (_what, headers, id) =>
        expect(read(headers, id)).toEqual({ spf: 'none', dkim: 'none', dmarc: 'none' }),
    );

    it('reads hosts that write no id, where told so', () => {
        const header =
            'Authentication-Results: spf=softfail (sender IP is 192.0.2.1) smtp.mailfrom=example.com;\n dkim=none; dmarc=pass action=none';
        expect(read(header, '')).toEqual({ spf: 'softfail', dkim: 'none', dmarc: 'pass' });
        expect(read(header, 'mx.example.com').dmarc).toBe('none');
    });
});
