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
const chunk = statement<{ bytes: Buffer }>(
    'blob_chunk',
    `select bytes from blob_chunks where sha256 = $1 and position = $2`,
);

/** Stores bytes once, keyed by their SHA-256, in the caller's transaction. */
export async function storeBlob(tx: Transaction, bytes: Uint8Array): Promise<Buffer> {
    const sha256 = createHash('sha256').update(bytes).digest();
    if (!(await tx.first(insert, [sha256, bytes.byteLength, tx.now]))) return sha256;
    for (let position = 0; position * CHUNK < bytes.byteLength; position += 1) {
        const part = bytes.subarray(position * CHUNK, (position + 1) * CHUNK);
        await tx.run(insertChunk, [
            sha256,
            position,
            Buffer.from(part.buffer, part.byteOffset, part.byteLength),
        ]);
    }
    return sha256;
}

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
