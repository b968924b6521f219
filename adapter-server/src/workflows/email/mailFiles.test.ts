import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ContactCenter } from '../../../test/runningCenter.ts';
import type { MailOfThread } from './findThreads.ts';
import { storeFiles } from './mailFiles.ts';

let center: ContactCenter;
beforeEach(async () => {
    center = await ContactCenter.open();
});
afterEach(() => center.close());

/** Of more than a chunk, of about a chunk, and small. */
const CONTENTS = [700_000, 524_288, 20, 524_289].map((size, n) => Buffer.alloc(size, `${n}`));
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const mailWith = (contents: readonly Uint8Array[]): MailOfThread => {
    const parsed = center.mail({
        attachments: contents.map((content, n) => ({
            filename: `${n}.bin`,
            contentType: 'application/octet-stream',
            content,
            contentId: null,
            inline: false,
        })),
    });
    const mail: MailOfThread['mail'] = {
        origin: { kind: 'smtp', mailboxId: null, cursor: null },
        envelopeFrom: null,
        envelopeTo: [],
        raw: Buffer.from(parsed.contentHash),
        content: { parsed },
    };
    return { mail, parsed };
};

it('commits with the same large files in opposite orders do not stop each other', async () => {
    let attempts = 0;
    const stores = (contents: readonly Uint8Array[]) =>
        center.store.transaction('test', (tx) => {
            attempts += 1;
            return storeFiles(tx, [mailWith(contents)]);
        });
    // All have begun and wait for one that is in the middle for both, before any of them may go on.
    const holder = await center.pool.connect();
    await holder.query('begin');
    await holder.query(`insert into blobs (sha256, size, created_at) values ($1, 700000, 1)`, [
        sha256(CONTENTS[0] ?? Buffer.alloc(0)),
    ]);
    const [middle, ...others] = CONTENTS;
    const order = [others[0], others[2], middle, others[1]].filter((each) => each !== undefined);
    const turned = [others[2], others[1], middle, others[0]].filter((each) => each !== undefined);
    const both = Promise.all([stores(order), stores(turned)]);
    const waiting = async () =>
        (await center.pool.query<{ n: number }>(`select count(*)::int as n from pg_locks where not granted`))
            .rows[0]?.n ?? 0;
    while ((await waiting()) < 2) await setTimeout(5);
    await holder.query('rollback');
    holder.release();
    const [one, two] = await both;
    expect(attempts).toBe(2);
    expect(one[0]?.attached).toEqual(order.map(sha256));
    expect(two[0]?.attached).toEqual(turned.map(sha256));
    const { rows } = await center.pool.query<{ size: number; stored: number }>(
        `select b.size::int, sum(length(c.bytes))::int as stored from blobs b join blob_chunks c using (sha256)
         where b.size >= 20 and b.size <> 64 group by b.sha256 order by b.size`,
    );
    expect(rows.filter(({ size, stored }) => size !== stored)).toEqual([]);
});
