import type { FilledReplyView } from 'c/patchbayProtocol';

/** The "/tha" that the caret stands behind. */
export interface Slash {
    readonly at: number;
    readonly typed: string;
}

/** Only where a word begins: a path or a date has slashes of its own. */
export function slashBefore(text: string, caret: number): Slash | null {
    const typed = /(?:^|\s)\/([\p{L}\p{N}_-]*)$/u.exec(text.slice(0, caret))?.[1];
    return typed === undefined ? null : { at: caret - typed.length - 1, typed };
}

const MOST = 8;

/** Those whose shortcut begins so, then those with such a word in the title. Of one shortcut the nearest is first. */
export function matching(replies: readonly FilledReplyView[], typed: string): FilledReplyView[] {
    const wanted = typed.toLocaleLowerCase();
    const byShortcut = replies.filter(({ shortcut }) => shortcut.toLocaleLowerCase().startsWith(wanted));
    const byTitle = replies.filter(
        (reply) =>
            !byShortcut.includes(reply) &&
            reply.title
                .toLocaleLowerCase()
                .split(/\s+/)
                .some((word) => word.startsWith(wanted)),
    );
    return [...byShortcut, ...byTitle].slice(0, MOST);
}

export interface Inserted {
    readonly text: string;
    /** What to select then: the first field without a value, else the caret behind what was inserted. */
    readonly from: number;
    readonly to: number;
}

/** The text with the reply in the place of "/tha". */
export function inserted(text: string, slash: Slash, reply: FilledReplyView): Inserted {
    const behind = text.slice(slash.at + 1 + slash.typed.length);
    const start = slash.at + reply.text.length;
    const field = reply.unfilled[0];
    const written = field === undefined ? null : new RegExp(`\\{\\{\\s*${field}\\s*\\}\\}`).exec(reply.text);
    const from = written ? slash.at + written.index : start;
    return {
        text: text.slice(0, slash.at) + reply.text + behind,
        from,
        to: written ? from + written[0].length : start,
    };
}
