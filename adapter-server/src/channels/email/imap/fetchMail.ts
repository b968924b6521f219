import type { ImapFlow } from 'imapflow';

/** What is kept of a mail over the limit: enough for an admin to see who sent what. */
const KEPT_OF_TOO_BIG = 1024 * 1024;

export interface FetchedMail {
    readonly raw: Uint8Array;
    /** Set when `raw` is only the beginning. */
    readonly tooBig: boolean;
}

/** One mail by UID without touching its flags; null when it has gone meanwhile. Throws on everything else. */
export async function fetchMail(
    client: ImapFlow,
    uid: number,
    maxBytes: number,
): Promise<FetchedMail | null> {
    const query = { uid: true, size: true, source: { start: 0, maxLength: maxBytes + 1 } };
    const found = await client.fetchOne(String(uid), query, { uid: true });
    if (!found || found.uid !== uid || !found.source) {
        if (await isListed(client, uid))
            throw new Error('The mail server lists a mail and does not hand it over.');
        return null;
    }
    const tooBig = found.source.length > maxBytes || (found.size ?? 0) > maxBytes;
    return { raw: new Uint8Array(tooBig ? found.source.subarray(0, KEPT_OF_TOO_BIG) : found.source), tooBig };
}

/** UIDs above the last one, ascending, with their sizes in bytes. */
export async function mailsAfter(client: ImapFlow, last: number): Promise<{ uid: number; size: number }[]> {
    // `n:*` always names the newest mail too, even an old one (RFC 9051).
    const found = await client.search({ uid: `${last + 1}:*` }, { uid: true });
    if (!found) throw new Error('The mail server refused to list new mail.');
    const uids = found.filter((uid) => uid > last).sort((a, b) => a - b);
    if (uids.length < 2) return uids.map((uid) => ({ uid, size: 0 }));
    const sizes = new Map<number, number>();
    for await (const mail of client.fetch(
        `${uids[0]}:${uids.at(-1)}`,
        { uid: true, size: true },
        { uid: true },
    ))
        sizes.set(mail.uid, mail.size ?? 0);
    return uids.map((uid) => ({ uid, size: sizes.get(uid) ?? Number.MAX_SAFE_INTEGER }));
}

async function isListed(client: ImapFlow, uid: number): Promise<boolean> {
    const found = await client.search({ uid: String(uid) }, { uid: true });
    if (!found) throw new Error('The connection failed while a mail was fetched.');
    return found.includes(uid);
}
