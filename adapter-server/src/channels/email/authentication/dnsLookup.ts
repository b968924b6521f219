import { Resolver } from 'node:dns/promises';

export type DnsRecordType = 'TXT' | 'A' | 'AAAA' | 'MX' | 'PTR';

/** Looks up one record; rejects with an error whose `code` is Node's (ENOTFOUND, ENODATA, ETIMEOUT …). */
export type DnsLookup = (name: string, type: string) => Promise<string[] | string[][]>;

/** The machine's own resolvers, or the ones named, with a time-out for each try. */
export function systemDnsLookup({
    timeoutMs = 3_000,
    tries = 2,
    servers = [] as readonly string[],
} = {}): DnsLookup {
    const resolver = new Resolver({ timeout: timeoutMs, tries });
    if (servers.length > 0) resolver.setServers([...servers]);
    return async (name, type) => (await resolver.resolve(name, type)) as string[] | string[][];
}

/** The same look-up, but never slower than the limit; a late answer counts as ETIMEOUT, which is a temporary error. */
export function withTimeout(lookup: DnsLookup, timeoutMs: number): DnsLookup {
    return (name, type) =>
        new Promise((resolve, reject) => {
            const timer = setTimeout(
                () => reject(Object.assign(new Error(`DNS time-out for ${type}`), { code: 'ETIMEOUT' })),
                timeoutMs,
            );
            lookup(name, type)
                .then(resolve, reject)
                .finally(() => clearTimeout(timer));
        });
}
