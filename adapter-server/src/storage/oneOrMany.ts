import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

/**
 * One question about rows by a key, asked of one and of several. PostgreSQL plans it anew each time it is asked of
 * several, which may take longer than the answer, and keeps its plan where it is asked of one.
 *
 * @param text the statement, given what stands behind the key's column: `where id ${isAsked}`; the keys are its $1
 * @returns asks it of these keys; `others` are its further parameters
 */
export function oneOrMany<Row>(
    name: string,
    type: 'int' | 'text',
    text: (isAsked: string) => string,
): (
    on: Pick<Transaction, 'run'>,
    keys: readonly (number | string)[],
    ...others: readonly unknown[]
) => Promise<Row[]> {
    const one = statement<Row>(`${name}_one`, text(`= $1::${type}`));
    const many = statement<Row>(name, text(`= any($1::${type}[])`));
    return (on, keys, ...others) =>
        keys.length === 1 ? on.run(one, [keys[0], ...others]) : on.run(many, [keys, ...others]);
}
