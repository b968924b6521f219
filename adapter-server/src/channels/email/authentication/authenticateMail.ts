import { BlockList, isIPv6 } from 'node:net';
import { authenticate } from 'mailauth';
import type { AuthenticationResult, MailAuthentication } from '../../../ports/mailboxEvents.ts';
import { splitRawMail } from '../parsing/rawHeaders.ts';
import { withTimeout } from './dnsLookup.ts';
import type { DnsLookup } from './dnsLookup.ts';

export interface SmtpPeer {
    readonly ip: string;
    readonly helo: string;
    /** null is the null sender `<>`. */
    readonly envelopeFrom: string | null;
}

export type AuthenticateMail = (raw: Uint8Array, peer: SmtpPeer) => Promise<MailAuthentication>;

export const NOT_AUTHENTICATED: MailAuthentication = { spf: 'none', dkim: 'none', dmarc: 'none' };
const TEMPORARILY_UNKNOWN: MailAuthentication = { spf: 'temperror', dkim: 'temperror', dmarc: 'temperror' };

const OWN_NETWORK = new BlockList();
OWN_NETWORK.addSubnet('127.0.0.0', 8, 'ipv4');
OWN_NETWORK.addAddress('::1', 'ipv6');

/** A mail from this machine has no sender's network to check: another program here handed it over. */
export function isLoopback(ip: string): boolean {
    const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
    return OWN_NETWORK.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}

/**
 * SPF, DKIM and DMARC (E2: "and DMARC did not fail") of a mail from an SMTP peer. Without a look-up (the demo), and
 * for peers on this machine, everything is `none`. Never rejects: DNS out of order is a `temperror`.
 */
export function createMailAuthentication({
    lookup,
    hostname,
    lookupTimeoutMs = 3_000,
    totalTimeoutMs = 10_000,
}: {
    lookup: DnsLookup | null;
    hostname: string;
    lookupTimeoutMs?: number;
    totalTimeoutMs?: number;
}): AuthenticateMail {
    return async (raw, peer) => {
        if (lookup === null || isLoopback(peer.ip)) return NOT_AUTHENTICATED;
        const check = authenticate(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), {
            ip: peer.ip.replace(/^::ffff:(?=\d+\.)/i, ''),
            helo: peer.helo,
            sender: peer.envelopeFrom ?? '',
            mta: hostname,
            resolver: withTimeout(lookup, lookupTimeoutMs),
            disableArc: true,
            disableBimi: true,
        }).then((result): MailAuthentication => {
            const dkim = result.dkim?.results?.map((row) => resultOf(row.status?.result)) ?? [];
            const dmarc = result.dmarc ? resultOf(result.dmarc.status?.result) : 'none';
            return {
                spf: result.spf ? resultOf(result.spf.status?.result) : 'none',
                dkim: best(dkim),
                dmarc,
            };
        });
        const found = await firstOf(check, totalTimeoutMs);
        return hasSeveralAuthors(raw) ? { ...found, dmarc: 'fail' } : found;
    };
}

/** RFC 7489, 6.6.1: a mail with several From fields is how one author is checked and another one shown. */
function hasSeveralAuthors(raw: Uint8Array): boolean {
    return splitRawMail(raw).headers.filter((header) => header.name === 'from').length > 1;
}

async function firstOf(check: Promise<MailAuthentication>, limitMs: number): Promise<MailAuthentication> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<MailAuthentication>((resolve) => {
        timer = setTimeout(() => resolve(TEMPORARILY_UNKNOWN), limitMs);
    });
    try {
        return await Promise.race([check.catch(() => TEMPORARILY_UNKNOWN), late]);
    } finally {
        clearTimeout(timer);
    }
}

const BEST_FIRST: readonly AuthenticationResult[] = [
    'pass',
    'temperror',
    'fail',
    'permerror',
    'softfail',
    'neutral',
];

/** One good signature is enough (RFC 6376, 4.2). */
export function best(results: readonly AuthenticationResult[]): AuthenticationResult {
    return BEST_FIRST.find((result) => results.includes(result)) ?? 'none';
}

/** RFC 8601's words, and the few others that tools write for the same things. */
export function resultOf(word: string | undefined): AuthenticationResult {
    switch (word?.toLowerCase()) {
        case 'pass':
        case 'fail':
        case 'softfail':
        case 'neutral':
        case 'temperror':
        case 'permerror':
            return word.toLowerCase() as AuthenticationResult;
        case 'hardfail':
            return 'fail';
        case 'temperr':
            return 'temperror';
        case 'policy':
            return 'neutral';
        default:
            return 'none';
    }
}
