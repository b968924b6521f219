/** E11: "credentials encrypted" – on their way too. */
import type { Decision } from '../vocabulary.ts';

/** Without TLS a mailbox is signed in to only at a server on this machine, and a token is fetched only over TLS. */
export function decideMailboxTransport(to: {
    readonly host: string;
    readonly requireTls: boolean;
    readonly tokenUrl: string | null;
}): Decision {
    if (!to.requireTls && !isThisMachine(to.host))
        return {
            allowed: false,
            reason: `The password would cross the network to ${to.host} readable.`,
            nextStep: 'Require TLS; only a server on this machine (localhost, 127.0.0.1) goes without.',
        };
    if (to.tokenUrl !== null) {
        const url = URL.canParse(to.tokenUrl) ? new URL(to.tokenUrl) : null;
        const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isThisMachine(url.hostname));
        if (!safe)
            return {
                allowed: false,
                reason: 'The token endpoint is not an https address.',
                nextStep: 'Copy it from the provider: it begins with https://.',
            };
    }
    return { allowed: true };
}

const isThisMachine = (host: string): boolean => /^(localhost|::1|\[::1\]|127(\.\d{1,3}){3})$/i.test(host);
