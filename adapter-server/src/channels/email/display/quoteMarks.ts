/**
 * How clients announce the text they quote, in the languages we have met. Every pattern is bounded, so that a hostile
 * line costs no more than its length.
 */

/** "On Tue, 7 Oct 2025 at 10:00, Ana <ana@example.com> wrote:" and its like. */
const ATTRIBUTIONS: readonly RegExp[] = [
    /^on\b.{4,400}\bwrote\s?:$/i,
    /^am\b.{4,400}\bschrieb\b.{0,200}:$/i,
    /^le\b.{4,400}\ba écrit\s?:$/i,
    /^el\b.{4,400}\bescribió\s?:$/i,
    /^il\b.{4,400}\bha scritto\s?:$/i,
    /^(?:em|a)\b.{4,400}\bescreveu\s?:$/i,
    /^op\b.{4,400}\bschreef\b.{0,200}:$/i,
    /^w dniu\b.{4,400}\bnapisał\(?a?\)?\s?:$/i,
    /^(?:den|på)\b.{4,400}\bskrev\b.{0,200}:$/i,
    /^\d.{4,400}(?:пишет|написал\(?а?\)?)\s?:$/i,
    /^\d{4}[-/.年].{4,300}<[^<>\s]{3,200}@[^<>\s]{3,200}>\s?:$/,
    /^.{1,200}<[^<>\s]{3,200}@[^<>\s]{3,200}>\s{0,3}(?:wrote|schrieb|a écrit|escribió)\s?:$/i,
];

/** What one of them has to hold, so that a line is not asked twelve times. */
const WROTE =
    /wrote|schrieb|écrit|escribió|scritto|escreveu|schreef|napisał|skrev|пишет|написал|^\d{4}[-/.年].{4,300}>\s?:$/i;

const SEPARATORS: readonly RegExp[] = [
    /^-{2,}\s?(?:original message|original appointment|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message transféré|mensaje original|mensaje reenviado|messaggio originale|mensagem original|oorspronkelijk bericht|reply message|исходное сообщение)\s?-{2,}$/i,
    /^begin forwarded message:$/i,
    /^_{20,}$/,
];

const HEADER_BLOCK_START = /^\*?(?:from|von|de|da|van|от|från|fra)\s?:\*?\s.{2,300}$/i;
const HEADER_BLOCK_NEXT =
    /^\*?(?:sent|date|to|subject|gesendet|datum|an|betreff|envoyé|objet|à|enviado|fecha|para|asunto|inviato|oggetto|data|verzonden|onderwerp|дата|кому|тема)\s?:/i;

export const isAttribution = (line: string): boolean =>
    line.length <= 700 && WROTE.test(line) && ATTRIBUTIONS.some((p) => p.test(line));
export const isSeparator = (line: string): boolean =>
    line.length <= 200 && SEPARATORS.some((p) => p.test(line));
/** `next` are the lines below; asked for only where the first line is one. */
export function isHeaderBlock(first: string, next: readonly string[] | (() => readonly string[])): boolean {
    if (first.length > 350 || !HEADER_BLOCK_START.test(first)) return false;
    const below = typeof next === 'function' ? next() : next;
    return below.filter((line) => HEADER_BLOCK_NEXT.test(line)).length >= 2;
}
