import { statement, type Statement } from './database.ts';
import type { Transaction } from './transaction.ts';

/** Rows to a statement: a few sizes, so that PostgreSQL keeps a plan of each on every connection. */
const SIZES = [8, 4, 2, 1] as const;

/**
 * Writes rows by as few statements as there are sizes for them. Parameters and not arrays: texts as long as a mail need
 * neither be quoted here nor read again there.
 *
 * @param text the statement around its rows, such as `($1,$2),($3,$4)`; its name must be unique in the process
 */
export function manyRows(
    name: string,
    columns: readonly string[],
    text: (rows: string) => string,
): (tx: Transaction, rows: readonly (readonly unknown[])[]) => void {
    const bySize = new Map<number, Statement<never>>(
        SIZES.map((size) => [size, statement(`${name}_${size}`, text(placeholders(columns, size)))]),
    );
    return (tx, rows) => {
        let written = 0;
        for (const size of SIZES)
            for (const query = bySize.get(size); query && rows.length - written >= size; written += size)
                void tx.later(query, rows.slice(written, written + size).flat());
    };
}

/** A column may name its type, as in `bytes::bytea`, where the statement alone does not tell. */
function placeholders(columns: readonly string[], size: number): string {
    const row = (n: number): string =>
        columns
            .map((column, at) => `$${n * columns.length + at + 1}${/::.*/.exec(column)?.[0] ?? ''}`)
            .join(',');
    return Array.from({ length: size }, (_each, n) => `(${row(n)})`).join(',');
}
