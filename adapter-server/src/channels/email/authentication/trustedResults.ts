import type { AuthenticationResult, MailAuthentication } from '../../../ports/mailboxEvents.ts';
import { headerValues, splitRawMail } from '../parsing/rawHeaders.ts';
import { NOT_AUTHENTICATED, best, resultOf } from './authenticateMail.ts';

/**
 * What the mailbox's own host found out (RFC 8601): the topmost Authentication-Results field with its authserv-id.
 * Everything else may be the sender's own invention and is not read. `trustedId` null trusts nobody; the empty
 * string is for hosts that write no id at all (Microsoft 365).
 */
export function trustedAuthenticationResults(raw: Uint8Array, trustedId: string | null): MailAuthentication {
    if (trustedId === null) return NOT_AUTHENTICATED;
    for (const value of headerValues(splitRawMail(raw).headers, 'authentication-results')) {
        const { id, results } = readResults(value);
        if (id === trustedId.toLowerCase()) return results;
    }
    return NOT_AUTHENTICATED;
}

function readResults(value: string): { id: string; results: MailAuthentication } {
    const clauses = splitClauses(withoutComments(value.slice(0, 20_000)));
    const first = clauses[0] ?? '';
    const hasId = !/^[a-z]+\s*=/i.test(first);
    const id = hasId ? (/^[^\s;]+/.exec(first)?.[0] ?? '').toLowerCase() : '';
    const of = (method: string): AuthenticationResult[] =>
        (hasId ? clauses.slice(1) : clauses).flatMap((clause) => {
            const found = /^([a-z]+)(?:\s*\/\s*\d+)?\s*=\s*([a-z]+)/i.exec(clause);
            return found?.[1]?.toLowerCase() === method ? [resultOf(found[2])] : [];
        });
    return {
        id,
        results: { spf: of('spf')[0] ?? 'none', dkim: best(of('dkim')), dmarc: of('dmarc')[0] ?? 'none' },
    };
}

/** Comments and quoted strings may hold what the sender wrote ("dmarc=pass"), so both go before anything is read. */
function withoutComments(value: string): string {
    let depth = 0;
    let quoted = false;
    let out = '';
    for (let at = 0; at < value.length; at++) {
        const char = value[at] ?? '';
        if (char === '\\') at++;
        else if (char === '"' && depth === 0) quoted = !quoted;
        else if (quoted) continue;
        else if (char === '(') depth++;
        else if (char === ')') depth = Math.max(0, depth - 1);
        else if (depth === 0) out += char;
    }
    return out;
}

function splitClauses(value: string): string[] {
    return value.split(';').map((clause) => clause.trim());
}
