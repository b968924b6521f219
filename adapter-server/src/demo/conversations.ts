import type { KeptSummary } from './readKept.ts';

export interface Conversation {
    /** The id of its first mail. */
    readonly id: number;
    readonly subject: string;
    readonly lastAt: number;
    /** Oldest first. */
    readonly mails: readonly KeptSummary[];
}

/**
 * A customer's mail by thread, the newest thread first: as mail clients do it, by Message-ID, In-Reply-To and
 * References, never by the subject.
 *
 * @param mails oldest first
 */
export function conversationsOf(mails: readonly KeptSummary[]): Conversation[] {
    const threads: { ids: Set<string>; mails: KeptSummary[] }[] = [];
    for (const mail of mails) {
        const ids = [...mail.references, ...(mail.messageId === null ? [] : [mail.messageId])];
        const joined = threads.filter((thread) => ids.some((id) => thread.ids.has(id)));
        const [first, ...others] = joined;
        const thread = first ?? { ids: new Set<string>(), mails: [] };
        if (!first) threads.push(thread);
        for (const other of others) {
            other.ids.forEach((id) => thread.ids.add(id));
            thread.mails.push(...other.mails);
            threads.splice(threads.indexOf(other), 1);
        }
        ids.forEach((id) => thread.ids.add(id));
        thread.mails.push(mail);
    }
    return threads
        .map(({ mails: unsorted }) => {
            const sorted = unsorted.toSorted((a, b) => a.id - b.id);
            const [oldest, newest] = [sorted[0], sorted.at(-1)];
            return {
                id: oldest?.id ?? 0,
                subject: oldest?.subject ?? '',
                lastAt: newest?.at ?? 0,
                newestId: newest?.id ?? 0,
                mails: sorted,
            };
        })
        .sort((a, b) => b.newestId - a.newestId)
        .map(({ newestId: _newestId, ...conversation }) => conversation);
}
