import pg from 'pg';
import { GatheringSocket } from './gatheringSocket.ts';

/** A named prepared statement with the shape of its rows (columns in camelCase). */
export interface Statement<Row> {
    readonly name: string;
    readonly text: string;
    /** Carries the row type; never present at run time. */
    readonly row?: Row;
}

/** Names are unique in the process: PostgreSQL caches the plan by name on each connection. */
export function statement<Row = Record<string, never>>(name: string, text: string): Statement<Row> {
    return { name, text };
}

export type ConnectionSettings = pg.PoolConfig;

const INT8 = 20;

/** Instants and counts are int8 and fit a double exactly; everything else keeps pg's own parsing. */
const types: pg.CustomTypesConfig = {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === INT8
            ? Number
            : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/**
 * Milliseconds that a transaction may do nothing: a process that hangs, or was stopped, must not keep its locks from
 * the others. Longer than the parser may take over a mail that is read again inside one.
 */
const LONGEST_PAUSE = 25_000;

export function openPool(settings: ConnectionSettings, onError: (error: Error) => void): pg.Pool {
    const pool = new pg.Pool({
        max: 12,
        // Statements of a transaction that need not wait for each other's answers go out in one flight.
        pipeline: true,
        stream: () => new GatheringSocket(),
        connectionTimeoutMillis: 5_000,
        idleTimeoutMillis: 30_000,
        idle_in_transaction_session_timeout: LONGEST_PAUSE,
        keepAlive: true,
        ...settings,
        types,
    });
    pool.on('error', onError);
    // A client that is in use tells its breaking to nobody else, and an untold error would end the process.
    pool.on('connect', (client) => client.on('error', onError));
    return pool;
}

const camel = (column: string): string =>
    column.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
const columnNames = new Map<string, readonly string[]>();

/** Runs a statement on a pool or client and renames columns once per statement. */
export async function runStatement<Row>(
    on: pg.Pool | pg.ClientBase,
    query: Statement<Row>,
    values: readonly unknown[],
): Promise<Row[]> {
    const result = await on.query<unknown[]>({
        name: query.name,
        text: query.text,
        values: values as unknown[],
        rowMode: 'array',
    });
    if (result.rows.length === 0) return [];
    let names = columnNames.get(query.name);
    if (!names) {
        names = result.fields.map(({ name }) => camel(name));
        columnNames.set(query.name, names);
    }
    return result.rows.map((row) => {
        const named: Record<string, unknown> = {};
        for (const [n, name] of names.entries()) named[name] = row[n];
        return named as Row;
    });
}

const sqlState = (error: unknown): string =>
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Two transactions stood in each other's way: the loser has done nothing and may simply start again. */
export const isContention = (error: unknown): boolean =>
    sqlState(error) === '40P01' || sqlState(error) === '40001';

/** A lock was waited for longer than the transaction allows (lock_timeout). */
export const isLockTimeout = (error: unknown): boolean => sqlState(error) === '55P03';

export const isUniqueViolation = (error: unknown): boolean => sqlState(error) === '23505';

/** The database went away, is starting or is shutting down; nothing is known to be wrong with the statement. */
export function isConnectionLoss(error: unknown): boolean {
    const code = sqlState(error);
    if (/^(08...|57P0[1-3]|53300|25P03)$/.test(code)) return true;
    if (/^(ECONNRESET|ECONNREFUSED|EPIPE|ENOENT|ETIMEDOUT|ENOTCONN)$/.test(code)) return true;
    const text = error instanceof Error ? error.message : '';
    return /Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable|Client has encountered a connection error/i.test(
        text,
    );
}
