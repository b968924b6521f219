import { parseDate } from '../localTime.ts';
import { INTERACTION_STATUSES, type InteractionStatus } from '../vocabulary.ts';
import {
    SEARCH_KEYS,
    type SearchField,
    type SearchKey,
    type SearchMeaning,
    type SearchTerm,
} from './searchTerms.ts';
import { foldedWords } from './words.ts';

/** More than anybody types; what comes behind is left out of the query. */
export const MOST_TERMS = 40;
const FIELDS: ReadonlySet<string> = new Set<SearchField>(['from', 'to', 'subject', 'file']);
const isKey = (key: string): key is SearchKey => (SEARCH_KEYS as readonly string[]).includes(key);

/**
 * Reads `from:ana@example.com status:open agent:"Ana Silva" after:2026-01-01 "exact words" prefix* -without` and plain
 * words. Never throws; what is no filter is words. One pass over the text.
 */
export function parseSearch(query: string): SearchTerm[] {
    const terms: SearchTerm[] = [];
    let at = 0;
    while (at < query.length && terms.length < MOST_TERMS) {
        if (isSpace(query, at)) {
            at += 1;
            continue;
        }
        const end = endOfTerm(query, at);
        const term = termOf(query.slice(at, end), at);
        if (term) terms.push(term);
        at = end;
    }
    return terms;
}

const isSpace = (query: string, at: number): boolean => /\s/.test(query.charAt(at));

/** A space within quotes does not end it, and a quote that is never closed reaches to the end. */
function endOfTerm(query: string, from: number): number {
    let quoted = false;
    for (let at = from; at < query.length; at += 1) {
        const sign = query.charAt(at);
        if (sign === '"') {
            if (quoted) return at + 1;
            quoted =
                at === from ||
                query.charAt(at - 1) === ':' ||
                (at === from + 1 && query.charAt(from) === '-');
        } else if (!quoted && /\s/.test(sign)) return at;
    }
    return query.length;
}

function termOf(text: string, start: number): SearchTerm | null {
    const negated = text.length > 1 && text.startsWith('-');
    const said = negated ? text.slice(1) : text;
    const colon = said.indexOf(':');
    const key = said.slice(0, Math.max(0, colon)).toLowerCase();
    const meaning =
        isKey(key) && colon < said.length - 1
            ? filterOf(key, unquote(said.slice(colon + 1)), said)
            : /^#\d{1,10}$/.test(said)
              ? numberOf(said.slice(1))
              : wordsTerm('any', said);
    return meaning && { text, start, end: start + text.length, negated, meaning };
}

const unquote = (value: string): string => value.replace(/^"|"$/g, '').trim();

function wordsTerm(field: SearchField, said: string): SearchMeaning | null {
    const words = foldedWords(said);
    if (words.length === 0) return null;
    return { kind: 'words', field, words: words.slice(0, 30), prefix: said.endsWith('*') };
}

function numberOf(value: string): SearchMeaning {
    const number = Number(value.replace(/^#/, ''));
    return Number.isInteger(number) && number > 0 && number <= 2_147_483_647
        ? { kind: 'number', number }
        : unclear('An interaction has a number such as 1042.');
}

const unclear = (problem: string): SearchMeaning => ({ kind: 'unclear', problem });

function filterOf(key: SearchKey, value: string, said: string): SearchMeaning | null {
    if (value === '') return null;
    if (FIELDS.has(key)) return wordsTerm(key as SearchField, value);
    switch (key) {
        case 'number':
            return numberOf(value);
        case 'status':
            return isStatus(value.toLowerCase())
                ? { kind: 'status', status: value.toLowerCase() as InteractionStatus }
                : unclear(`A status is one of ${INTERACTION_STATUSES.join(', ')}.`);
        case 'agent':
        case 'queue':
        case 'tag':
            return { kind: key, name: value };
        case 'after':
        case 'before':
        case 'on':
            return parseDate(value) !== null
                ? { kind: 'date', bound: key, date: value }
                : unclear('Write a date as 2026-01-31.');
        case 'has':
            return /^(attachments?|files?)$/i.test(value)
                ? { kind: 'attachment' }
                : unclear('There is has:attachment.');
        case 'is':
            if (/^(received|inbound|in)$/i.test(value)) return { kind: 'direction', direction: 'inbound' };
            if (/^(sent|outbound|out)$/i.test(value)) return { kind: 'direction', direction: 'outbound' };
            return unclear('There are is:received and is:sent.');
        default:
            return wordsTerm('any', said);
    }
}

const isStatus = (value: string): boolean => (INTERACTION_STATUSES as readonly string[]).includes(value);

/** Looking up an interaction by its number needs no permission to search (policies/emailSearch). */
export function onlyNumber(terms: readonly SearchTerm[]): number | null {
    const [term, ...others] = terms;
    if (!term || others.length > 0 || term.negated) return null;
    if (term.meaning.kind === 'number') return term.meaning.number;
    if (!/^\d{1,10}$/.test(term.text)) return null;
    const number = Number(term.text);
    return number > 0 && number <= 2_147_483_647 ? number : null;
}
