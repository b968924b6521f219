import { createHash } from 'node:crypto';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

const CHUNK = 512 * 1024;

const insert = statement<{ sha256: Buffer }>(
    'blob_insert',
    `insert into blobs (sha256, size, created_at) values ($1, $2, $3) on conflict do nothing returning sha256`,
);
const insertChunk = statement(
    'blob_insert_chunk',
    `insert into blob_chunks (sha256, position, bytes) values ($1, $2, $3)`,
);
/** What fits one chunk, which most mail does: one statement, and nobody waits for its answer. */
const insertWhole = statement(
    'blob_insert_whole',
    `with made as (insert into blobs (sha256, size, created_at) values ($1, $2, $3) on conflict do nothing returning sha256)
     insert into blob_chunks (sha256, position, bytes) select sha256, 0, $4 from made`,
);
const chunk = statement<{ bytes: Buffer }>(
    'blob_chunk',
    `select bytes from blob_chunks where sha256 = $1 and position = $2`,
);

/** Stores bytes once, keyed by their SHA-256, in the caller's transaction. */
export async function storeBlob(tx: Transaction, bytes: Uint8Array): Promise<Buffer> {
    const sha256 = createHash('sha256').update(bytes).digest();
    if (bytes.byteLength > 0 && bytes.byteLength <= CHUNK) {
        await tx.later(insertWhole, [sha256, bytes.byteLength, tx.now, asBuffer(bytes)]);
        return sha256;
    }
    if (!(await tx.first(insert, [sha256, bytes.byteLength, tx.now]))) return sha256;
    for (let position = 0; position * CHUNK < bytes.byteLength; position += 1) {
        const part = bytes.subarray(position * CHUNK, (position + 1) * CHUNK);
        await tx.later(insertChunk, [sha256, position, asBuffer(part)]);
    }
    return sha256;
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
