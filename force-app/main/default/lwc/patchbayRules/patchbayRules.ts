/**
 * The server's rules that a composer applies while one types, so that nothing is refused only after Send. The files
 * beside this one are generated from the server's core (scripts/generate.ts).
 */
import { findEmojis, type EmojiPlace, type WrittenText } from './emojiRefusal';
import { forwardSubject, replySubject, threadWords } from './mailSubject';
import { isNoReply } from './noReplyAddress';
import { decideReplyTarget } from './replyRefusal';
import { unfilledFields } from './textFields';

export { CONDITION_FIELDS, OPERATORS_OF } from './rule';
export { CHANNELS, MAIL_KINDS } from './vocabulary';
export type { EmojiPlace, WrittenText };
export { findEmojis, forwardSubject, replySubject, threadWords, unfilledFields };

export interface Written {
    readonly texts: readonly WrittenText[];
    readonly recipients: readonly string[];
    /** The customer's address on record: where to write instead. */
    readonly addressOnRecord: string | null;
}
export interface UnreadRecipient {
    readonly address: string;
    readonly reason: string;
    readonly nextStep: string;
}
export interface Problems {
    readonly emojis: readonly EmojiPlace[];
    /** Each name once. */
    readonly unfilled: readonly string[];
    readonly unread: readonly UnreadRecipient[];
}

/** What the server would refuse of this mail. */
export function findProblems({ texts, recipients, addressOnRecord }: Written): Problems {
    const fields = texts.flatMap(({ text }) => unfilledFields(text).map(({ field }) => field));
    return {
        emojis: findEmojis(texts),
        unfilled: [...new Set(fields)],
        unread: recipients.flatMap((address) => unread(address, addressOnRecord)),
    };
}

export const hasProblems = ({ emojis, unfilled, unread: nobody }: Problems): boolean =>
    emojis.length + unfilled.length + nobody.length > 0;

function unread(address: string, onRecord: string | null): UnreadRecipient[] {
    const decision = decideReplyTarget({
        address,
        isNoReply: isNoReply(address),
        addressOnRecord: onRecord !== null && !isNoReply(onRecord) ? onRecord : null,
    });
    return decision.allowed ? [] : [{ address, reason: decision.reason, nextStep: decision.nextStep ?? '' }];
}
