/** The words and marks of a query in PostgreSQL's notation for a tsquery. */
import { blockMark, directionMark, FILE_MARK, type FieldWeight } from './searchVector.ts';
import type { SearchField, SearchTerm } from './searchTerms.ts';

const WEIGHT: Readonly<Record<SearchField, FieldWeight | ''>> = {
    any: '',
    subject: 'A',
    from: 'B',
    to: 'C',
    file: 'D',
};

/** Null where no term says anything about a message's words, direction or files. */
export function searchQuery(terms: readonly SearchTerm[]): string | null {
    const parts = terms.flatMap(({ meaning, negated }) => {
        const part = partOf(meaning);
        return part === null ? [] : [negated ? `!${part}` : part];
    });
    return parts.length === 0 ? null : parts.join(' & ');
}

/** Only messages of these blocks, the first and the last included. */
export function withinBlocks(query: string | null, first: number, last: number): string {
    const blocks = Array.from({ length: last - first + 1 }, (_, n) => `'${blockMark(first + n)}'`);
    return `(${blocks.join(' | ')})${query === null ? '' : ` & ${query}`}`;
}

function partOf(meaning: SearchTerm['meaning']): string | null {
    switch (meaning.kind) {
        case 'attachment':
            return `'${FILE_MARK}'`;
        case 'direction':
            return `'${directionMark(meaning.direction)}'`;
        case 'words': {
            const weight = WEIGHT[meaning.field];
            const last = meaning.words.length - 1;
            const words = meaning.words.map((word, n) => {
                const flags = `${meaning.prefix && n === last ? '*' : ''}${weight}`;
                return `'${word}'${flags === '' ? '' : `:${flags}`}`;
            });
            const phrase = `(${words.join(' <-> ')})`;
            // A name of a file is in the text's weight: the mark sets apart the messages that have any.
            return meaning.field === 'file' ? `(${phrase} & '${FILE_MARK}')` : phrase;
        }
        default:
            return null;
    }
}
