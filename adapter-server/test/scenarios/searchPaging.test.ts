import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idsOf, openSearchWorld, type SearchPage, type SearchWorld } from '../searchWorld.ts';

let world: SearchWorld;
const threads: number[] = [];
beforeAll(async () => {
    world = await openSearchWorld();
    for (let n = 0; n < 23; n += 1) threads.push(await world.mail({ text: `the answer ${n}` }));
});
afterAll(() => world.close());

/** A further mail on a thread, as it arrives. */
const onThread = (interactionId: number, text: string) =>
    world.rows(
        `insert into messages (interaction_id, direction, kind, from_name, from_address, subject, text_body, at)
         values ($1, 'inbound', 'message', 'Maria', 'maria@customer.example.com', 'Re', $2, $3)`,
        [interactionId, text, (world.clock.at += 1_000)],
    );
async function pages(
    query: string,
    between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<number[][]> {
    const read: number[][] = [];
    let cursor: SearchPage['next'] = null;
    do {
        const page: SearchPage = await world.search('ana', query, { limit: 5, cursor });
        read.push(idsOf(page));
        cursor = page.next;
        await between();
    } while (cursor !== null && read.length < 20);
    return read;
}

describe('pages of what was found', () => {
    it('are newest first, with nothing missing and nothing twice', async () => {
        expect((await pages('answer')).flat()).toEqual([...threads].reverse());
        expect((await pages('answer'))[0]).toHaveLength(5);
    });

    it('stand still while mail arrives, on threads that are still to come as well', async () => {
        const before = [...threads].reverse();
        let n = 0;
        const read = await pages('answer', async () => {
            const old = threads[n];
            n += 1;
            if (old !== undefined) await onThread(old, 'another answer');
            threads.push(await world.mail({ text: 'the newest answer' }));
        });
        expect(read.flat()).toEqual(before);
    });

    it('show a thread once, where its newest mail is', async () => {
        const [first] = (await world.search('ana', 'another')).items;
        expect(first?.subject.map(({ text }) => text).join('')).toBe('Re');
        const all = (await pages('answer')).flat();
        expect(new Set(all).size).toBe(all.length);
        expect([...all].sort((a, b) => a - b)).toEqual([...threads].sort((a, b) => a - b));
    });
});

describe('the index', () => {
    it('takes what is there already in batches, the newest first, and begins where it was stopped', async () => {
        await world.index();
        await world.rows('delete from message_search');
        await world.rows('insert into search_queue select id from messages');
        const { indexMessages } = await import('../../src/workflows/indexMessages.ts');
        const indexed = async (): Promise<number[]> =>
            (await world.rows<{ id: number }>('select message_id as id from message_search order by 1')).map(
                ({ id }) => id,
            );
        const all = (await world.rows<{ id: number }>('select id from messages order by id')).map(
            ({ id }) => id,
        );
        expect(await indexMessages(world.store, 10)).toBe(true);
        expect(await indexed()).toEqual(all.slice(-10));
        // Two processes at once take different ones.
        await Promise.all([indexMessages(world.store, 10), indexMessages(world.store, 10)]);
        expect(await indexed()).toEqual(all.slice(-30));
        // Nothing of a batch that was killed is lost: its rows of the queue are still there.
        const { takeUnindexed } = await import('../../src/storage/search/searchIndex.ts');
        await world.store
            .transaction('killed', async (tx) => {
                await takeUnindexed(tx, 10, 100);
                throw new Error('killed');
            })
            .catch(() => undefined);
        await world.index();
        expect(await indexed()).toEqual(all);
    });

    it('holds of a long mail its beginning', async () => {
        const id = await world.mail({ text: `begins ${'x '.repeat(60_000)} ends` });
        expect(idsOf(await world.search('ana', 'begins'))).toEqual([id]);
        expect(idsOf(await world.search('ana', 'ends'))).toEqual([]);
    });
});
