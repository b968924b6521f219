/** One header field as it stands in the mail: the name lower-cased, the value with its folds still in it. */
export interface RawHeader {
    readonly name: string;
    readonly folded: string;
}

export interface RawMailParts {
    readonly headers: readonly RawHeader[];
    /** Everything after the empty line, as it came. */
    readonly body: Uint8Array;
}

const CR = 13;
const LF = 10;
const SPACE = 32;
const TAB = 9;
const COLON = 58;

/** Headers are UTF-8 since RFC 6532; older 8-bit ones are read byte by byte, so that different bytes stay different. */
function decodeHeaderBytes(bytes: Uint8Array): string {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
        return new TextDecoder('latin1').decode(bytes);
    }
}

function endOfLine(raw: Uint8Array, from: number): number {
    const found = raw.indexOf(LF, from);
    return found === -1 ? raw.length : found + 1;
}

function isEmptyLine(raw: Uint8Array, start: number, end: number): boolean {
    return (
        end - start === 0 ||
        raw[start] === LF ||
        (raw[start] === CR && (end - start === 1 || raw[start + 1] === LF))
    );
}

/** Splits a mail at its first empty line, in one pass; a line that is no header field is passed over. */
export function splitRawMail(raw: Uint8Array): RawMailParts {
    const headers: RawHeader[] = [];
    let at = 0;
    while (at < raw.length) {
        const start = at;
        let end = endOfLine(raw, start);
        if (isEmptyLine(raw, start, end)) return { headers, body: raw.subarray(end) };
        while (end < raw.length && (raw[end] === SPACE || raw[end] === TAB)) end = endOfLine(raw, end);
        at = end;
        const colon = raw.subarray(start, end).indexOf(COLON);
        if (colon <= 0) continue;
        const name = decodeHeaderBytes(raw.subarray(start, start + colon))
            .trim()
            .toLowerCase();
        // A space inside the name is an mbox "From " line or prose, never a field (RFC 5322, 2.2).
        if (/\s/.test(name)) continue;
        headers.push({ name, folded: decodeHeaderBytes(raw.subarray(start + colon + 1, end)) });
    }
    return { headers, body: raw.subarray(raw.length) };
}

/** RFC 5322, 2.2.3: unfolding takes out the line break before white space and nothing else. */
export function unfold(folded: string): string {
    return folded
        .replace(/\r?\n(?=[ \t])/g, '')
        .replace(/[\r\n]+$/, '')
        .trim();
}

export function headerValues(headers: readonly RawHeader[], name: string): string[] {
    return headers.filter((header) => header.name === name).map((header) => unfold(header.folded));
}
