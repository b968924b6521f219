import { createHash } from 'node:crypto';
import { statement } from './database.ts';
import { manyRows } from './manyRows.ts';
import { PLACE } from './places.ts';
import type { Gathered, Transaction } from './transaction.ts';

const CHUNK = 512 * 1024;

const insert = statement<{ sha256: Buffer }>(
    'blob_insert',
    `insert into blobs (sha256, size, created_at) values ($1, $2, $3) on conflict do nothing returning sha256`,
);
const insertChunk = statement(
    'blob_insert_chunk',
    `insert into blob_chunks (sha256, position, bytes) values ($1, $2, $3)`,
);
const insertWhole = manyRows(
    'blobs_insert_whole',
    ['sha256::bytea', 'size::bigint', 'created_at::bigint', 'bytes::bytea'],
    (rows) =>
        `with given (sha256, size, created_at, bytes) as (values ${rows}),
              made as (insert into blobs (sha256, size, created_at) select sha256, size, created_at from given
                       on conflict do nothing returning sha256)
         insert into blob_chunks (sha256, position, bytes) select m.sha256, 0, g.bytes from made m join given g using (sha256)`,
);
const chunk = statement<{ bytes: Buffer }>(
    'blob_chunk',
    `select bytes from blob_chunks where sha256 = $1 and position = $2`,
);

interface Whole {
    readonly sha256: Buffer;
    readonly bytes: Uint8Array;
}
/** What fits one chunk, as most mail does. In one order, so that two transactions with the same ones cannot deadlock. */
const wholes: Gathered<Whole> = {
    name: 'blobs',
    until: 'statement',
    place: PLACE.blobs,
    write: (tx, rows) => {
        const sorted = [...rows].sort((a, b) => Buffer.compare(a.sha256, b.sha256));
        insertWhole(
            tx,
            sorted.map(({ sha256, bytes }) => [sha256, bytes.byteLength, tx.now, asBuffer(bytes)]),
        );
    },
};

/** Stores bytes once, keyed by their SHA-256, in the caller's transaction. */
export async function storeBlob(tx: Transaction, bytes: Uint8Array): Promise<Buffer> {
    const blob = wholeOf(bytes);
    await store(tx, blob);
    return blob.sha256;
}

/** Several, the large ones among them too, in the order of {@link wholes}; their SHA-256 in the order given. */
export async function storeBlobs(tx: Transaction, all: readonly Uint8Array[]): Promise<Buffer[]> {
    const blobs = all.map(wholeOf);
    const sorted = [...blobs].sort((a, b) => Buffer.compare(a.sha256, b.sha256));
    await Promise.all(sorted.map((blob) => store(tx, blob)));
    return blobs.map(({ sha256 }) => sha256);
}

const wholeOf = (bytes: Uint8Array): Whole => ({
    sha256: createHash('sha256').update(bytes).digest(),
    bytes,
});

/** Its row is on its way when this returns, or waits with those that were gathered before it. */
async function store(tx: Transaction, { sha256, bytes }: Whole): Promise<void> {
    if (bytes.byteLength > 0 && bytes.byteLength <= CHUNK) {
        tx.gather(wholes, sha256.toString('hex'), { sha256, bytes });
        return;
    }
    if (!(await tx.first(insert, [sha256, bytes.byteLength, tx.now]))) return;
    for (let position = 0; position * CHUNK < bytes.byteLength; position += 1) {
        const part = bytes.subarray(position * CHUNK, (position + 1) * CHUNK);
        await tx.later(insertChunk, [sha256, position, asBuffer(part)]);
    }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Streams a blob chunk by chunk. */
export async function* readBlob(on: Pick<Transaction, 'run'>, sha256: Buffer): AsyncGenerator<Buffer> {
    for (let position = 0; ; position += 1) {
        const row = (await on.run(chunk, [sha256, position]))[0];
        if (!row) return;
        yield row.bytes;
    }
}

export async function readWholeBlob(on: Pick<Transaction, 'run'>, sha256: Buffer): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of readBlob(on, sha256)) parts.push(part);
    return Buffer.concat(parts);
}
