/** RFC 5233: `support+tag@example.com` is delivered to `support@example.com`. */
export interface PlusAddress {
    /** Lower-cased, without the tag. */
    readonly base: string;
    readonly tag: string | null;
}

export function parsePlusAddress(address: string): PlusAddress {
    const lower = address.trim().toLowerCase();
    const at = lower.lastIndexOf('@');
    const plus = lower.indexOf('+');
    if (at < 1 || plus < 1 || plus > at) return { base: lower, tag: null };
    const tag = lower.slice(plus + 1, at);
    return { base: lower.slice(0, plus) + lower.slice(at), tag: tag === '' ? null : tag };
}

/** The Reply-To of what we send: an answer carries the token back even where the client drops every id. */
export function buildPlusAddress(base: string, tag: string): string {
    const at = base.lastIndexOf('@');
    if (at < 1) throw new RangeError('A plus-address needs an address to start from.');
    return `${base.slice(0, at)}+${tag}${base.slice(at)}`;
}
