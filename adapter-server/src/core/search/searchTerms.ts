/** What somebody looks for, as it was typed: E10 "Search by sender, subject, text, number, status, agent, date". */
import type { InteractionStatus } from '../vocabulary.ts';

export const SEARCH_KEYS = [
    'from',
    'to',
    'subject',
    'file',
    'number',
    'status',
    'agent',
    'queue',
    'tag',
    'after',
    'before',
    'on',
    'has',
    'is',
] as const;
export type SearchKey = (typeof SEARCH_KEYS)[number];

/** Where words are looked for; `any` is everywhere. */
export type SearchField = 'any' | 'from' | 'to' | 'subject' | 'file';

export type SearchMeaning =
    | {
          readonly kind: 'words';
          readonly field: SearchField;
          /** Folded; one after the other in the text. */
          readonly words: readonly string[];
          /** The last one is only a beginning. */
          readonly prefix: boolean;
      }
    | { readonly kind: 'number'; readonly number: number }
    | { readonly kind: 'status'; readonly status: InteractionStatus }
    | { readonly kind: 'agent' | 'queue' | 'tag'; readonly name: string }
    | { readonly kind: 'date'; readonly bound: 'after' | 'before' | 'on'; readonly date: string }
    | { readonly kind: 'attachment' }
    | { readonly kind: 'direction'; readonly direction: 'inbound' | 'outbound' }
    /** Understood as a filter, but not what it says. */
    | { readonly kind: 'unclear'; readonly problem: string };

export interface SearchTerm {
    /** As typed, and where in the query it stands. */
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly negated: boolean;
    readonly meaning: SearchMeaning;
}
