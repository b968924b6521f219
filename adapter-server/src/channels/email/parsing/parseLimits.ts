/** Odd mail is quarantined with a reason instead of taking the process, or the table, with it (E1). */
export const MOST_HEADER_BYTES = 2 * 1024 * 1024;
export const DEEPEST_NESTING = 100;
export const MOST_PARTS = 1_000;
export const MOST_ADDRESSES = 1_000;
/** Of the text that is made of a mail's HTML where it brought none: for search, previews and quoting, not for reading. */
export const MOST_TEXT_OF_HTML = 200_000;
export const LONGEST_SUBJECT = 2_000;
export const LONGEST_NAME = 500;
/** RFC 5321 allows 64 + 1 + 255. */
export const LONGEST_ADDRESS = 320;
