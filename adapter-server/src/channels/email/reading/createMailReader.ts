import type { MailReader } from '../../../ports/mailReader.ts';
import { foldQuoted } from '../display/foldQuoted.ts';
import { headerValues, splitRawMail } from '../parsing/rawHeaders.ts';
import { languageOf, LANGUAGES } from './languageOf.ts';

/** Quotes are looked for in so much; rules look at no more than that (core/contentRules). */
const MOST_TEXT = 40_000;
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_HEADERS = 300;

/** What content rules ask of a mail. */
export const createMailReader = (): MailReader => ({
    ownText: (text) => foldQuoted(text.slice(0, MOST_TEXT)).visible,
    headers: headersOf,
    language: languageOf,
    languages: LANGUAGES,
});

function headersOf(raw: Uint8Array): Map<string, string[]> {
    const headers = splitRawMail(raw.subarray(0, MOST_HEADER_BYTES)).headers.slice(0, MOST_HEADERS);
    return new Map(headers.map(({ name }) => [name, headerValues(headers, name)]));
}
