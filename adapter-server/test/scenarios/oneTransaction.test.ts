import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { statement } from '../../src/storage/database.ts';
import { lockInteractions, saveInteraction } from '../../src/storage/interactions.ts';
import { record } from '../../src/storage/journal.ts';
import { ContactCenter } from '../runningCenter.ts';

let center: ContactCenter;

beforeEach(async () => {
    center = await ContactCenter.open();
    await center.agent('Ana', [await center.queue('Support')]);
});
afterEach(() => center.close());

it('what still runs of work that failed writes nothing behind its end', async () => {
    await center.pool.query('create table said (n int)');
    const wait = statement('test_wait', 'select pg_sleep(0.05)::text');
    const say = statement('test_say', 'insert into said values (1)');
    let late: Promise<unknown> = Promise.resolve();
    const failing = center.store.transaction('test', (tx) => {
        late = tx.run(wait).then(() => tx.later(say));
        late.catch(() => undefined);
        return Promise.reject(new Error('as the test wishes'));
    });
    await expect(failing).rejects.toThrow('as the test wishes');
    await expect(late).rejects.toThrow('test_say came after its transaction');
    expect((await center.pool.query('select n from said')).rows).toEqual([]);
});

it('a text that was cut within a character is stored, one interaction or several, and in the journal', async () => {
    const ids = [await center.thread(), await center.thread()];
    const half = `${'a'.repeat(3)}😀`.slice(0, 4);
    for (const some of [ids.slice(0, 1), ids])
        await center.store.transaction('test', async (tx) => {
            for (const i of await lockInteractions(tx, some)) {
                i.preview = half;
                await record(tx, i, { kind: 'test', data: { detail: half } });
                await saveInteraction(tx, i);
            }
        });
    const { rows } = await center.pool.query<{ preview: string }>('select preview from interactions');
    expect(rows).toEqual([{ preview: 'aaa\ufffd' }, { preview: 'aaa\ufffd' }]);
});

it('that lost to another is tried again, whatever was on its way behind the statement that lost', async () => {
    await center.pool.query('create table said (n int)');
    const lose = statement('test_lose', `do $$ begin raise exception using errcode = '40P01'; end $$`);
    const say = statement('test_say', 'insert into said values (1)');
    let tries = 0;
    await center.store.transaction('test', async (tx) => {
        tries += 1;
        await Promise.all([tries === 1 ? tx.run(lose) : null, tx.later(say)]);
    });
    expect(tries).toBe(2);
    expect((await center.pool.query('select n from said')).rows).toEqual([{ n: 1 }]);
});

it('is not taken for committed where nobody looked at a statement that failed', async () => {
    const fail = statement('test_fail', `do $$ begin raise exception 'as the test wishes'; end $$`);
    const swallowing = center.store.transaction('test', async (tx) => {
        await tx.run(fail).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('as the test wishes');
});
