/**
 * Text that every store can keep: PostgreSQL has no U+0000 in its text, and a lone surrogate is no UTF-8. Mail
 * brings both.
 */
export function cleanText(text: string): string {
    return text.replaceAll('\u0000', '').toWellFormed();
}
