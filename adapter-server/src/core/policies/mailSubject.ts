/**
 * E6: the subject of a reply and of a forward: the thread's own words behind "Re:" or "Fwd:" once, whatever the mail
 * programs on both sides have prefixed. E7 exempts those words where the customer wrote them.
 */
const PREFIXES = /^(?:\s*(?:re|aw|sv|antw|fw|fwd|wg)\s*:\s*){1,20}/i;

/** What the thread is about, as it was written first. */
export const threadWords = (subject: string): string => subject.replace(PREFIXES, '').trim();
export const replySubject = (subject: string): string => `Re: ${threadWords(subject)}`;
export const forwardSubject = (subject: string): string => `Fwd: ${threadWords(subject)}`;
