/** Outbound port: what formatted text must be before it may leave. The email channel's. */
export interface MailFormat {
    /** No script, no form, styles from a list; inline images only with one of these Content-IDs. */
    clean(html: string, contentIds: ReadonlySet<string>): string;
    /** The text alternative. */
    textOf(html: string): string;
    /** A text as HTML, to stand beside formatted text: a fragment without html and body. */
    htmlOf(text: string): string;
}
