/** The words and marks of a query in PostgreSQL's notation for a tsquery. */
import { blockMark, directionMark, FILE_MARK, inFileName, type FieldWeight } from './searchVector.ts';
import type { SearchField, SearchTerm } from './searchTerms.ts';

const WEIGHT: Readonly<Record<SearchField, FieldWeight | ''>> = {
    any: '',
    subject: 'A',
    from: 'B',
    to: 'C',
    file: '',
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
                const lexeme = meaning.field === 'file' ? inFileName(word) : word;
                return `'${lexeme}'${flags === '' ? '' : `:${flags}`}`;
            });
            return `(${words.join(' <-> ')})`;
        }
        default:
            return null;
    }
}
