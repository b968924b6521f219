import type { ImapFlow } from 'imapflow';

/** What is kept of a mail over the limit: enough for an admin to see who sent what. */
const KEPT_OF_TOO_BIG = 1024 * 1024;

export interface FetchedMail {
    readonly raw: Uint8Array;
    /** Set when `raw` is only the beginning. */
    readonly tooBig: boolean;
}

const asked = (maxBytes: number) => ({
    uid: true,
    size: true,
    source: { start: 0, maxLength: maxBytes + 1 },
});

/** One mail by UID without touching its flags; null when it has gone meanwhile. Throws on everything else. */
export async function fetchMail(
    client: ImapFlow,
    uid: number,
    maxBytes: number,
): Promise<FetchedMail | null> {
    const found = await client.fetchOne(String(uid), asked(maxBytes), { uid: true });
    if (found && found.uid === uid && found.source) return fetchedMail(found, found.source, maxBytes);
    if (await isListed(client, uid))
        throw new Error('The mail server lists a mail and does not hand it over.');
    return null;
}

/**
 * Several by one command, each as soon as it is there; as {@link fetchMail} in everything else.
 *
 * @param smallBytes what each of them is said to have at most: one that has more is fetched by itself
 */
export function fetchMails(
    client: ImapFlow,
    uids: readonly number[],
    { maxBytes, smallBytes }: FetchLimits,
): Promise<FetchedMail | null>[] {
    const awaited = new Map(uids.map((uid) => [uid, Promise.withResolvers<FetchedMail | null>()]));
    const all = [...awaited.values()].map(({ promise }) => promise);
    void fetchInto(client, awaited, { maxBytes, smallBytes });
    return all;
}

interface FetchLimits {
    readonly maxBytes: number;
    readonly smallBytes: number;
}

async function fetchInto(
    client: ImapFlow,
    awaited: Map<number, PromiseWithResolvers<FetchedMail | null>>,
    { maxBytes, smallBytes }: FetchLimits,
): Promise<void> {
    const settle = (uid: number, mail: FetchedMail | null | Promise<FetchedMail | null>): void => {
        awaited.get(uid)?.resolve(mail);
        awaited.delete(uid);
    };
    try {
        const range = [...awaited.keys()].join(',');
        const most = Math.min(maxBytes, smallBytes);
        for await (const found of client.fetch(range, asked(most), { uid: true }))
            if (found.source && found.source.length <= most)
                settle(found.uid, fetchedMail(found, found.source, maxBytes));
        // Larger than it was said to be, or not handed over with the others: asked for alone, which tells whether it has gone.
        for (const uid of awaited.keys()) settle(uid, fetchMail(client, uid, maxBytes));
    } catch (error) {
        for (const { reject } of awaited.values()) reject(error);
    }
}

function fetchedMail({ size }: { readonly size?: number }, source: Buffer, maxBytes: number): FetchedMail {
    const tooBig = source.length > maxBytes || (size ?? 0) > maxBytes;
    return { raw: new Uint8Array(tooBig ? source.subarray(0, KEPT_OF_TOO_BIG) : source), tooBig };
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
