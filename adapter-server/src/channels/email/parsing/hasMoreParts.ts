/** RFC 2046 allows 70; some clients write more. */
const LONGEST_BOUNDARY = 200;
/** A mail of so many parts is longer than this. */
const SHORT = 20_000;

/** Whether lines that begin a part, under any boundary that the mail names, are more than that. One pass, no parsing. */
export function hasMoreParts(raw: Uint8Array, most: number): boolean {
    if (raw.length < SHORT) return false;
    const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
    const boundaries = new Set<string>();
    for (const [, quoted, bare] of text.matchAll(/\bboundary=(?:"([^"\r\n]{1,200})"|([^\s";]{1,200}))/gi)) {
        boundaries.add((quoted ?? bare ?? '').trimEnd());
        if (boundaries.size > most) return true;
    }
    if (boundaries.size === 0) return false;
    let parts = 0;
    for (let at = text.indexOf('\n--'); at !== -1; at = text.indexOf('\n--', at + 3)) {
        const end = text.indexOf('\n', at + 3);
        const line = text.slice(
            at + 3,
            Math.min(end === -1 ? text.length : end, at + 3 + LONGEST_BOUNDARY + 2),
        );
        if (boundaries.has(line.trimEnd())) parts += 1;
        if (parts > most) return true;
    }
    return false;
}
