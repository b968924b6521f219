import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idsOf, openSearchWorld, type SearchWorld } from '../searchWorld.ts';

let world: SearchWorld;
let support: number;
let sales: number;
beforeAll(async () => {
    world = await openSearchWorld();
    support = await world.mail({ text: 'secret of support' });
    sales = await world.mail({ box: 'sales', text: 'secret of sales' });
});
afterAll(() => world.close());

const found = async (who: string, query: string): Promise<number[]> =>
    idsOf(await world.search(who, query)).sort((a, b) => a - b);

describe('nobody finds what they may not read (L4)', () => {
    it('by words, filters, or the number', async () => {
        const own = { ada: [support, sales], ana: [support], ben: [support], mia: [support], zoe: [sales] };
        for (const [who, ids] of Object.entries(own)) {
            expect(await found(who, 'secret')).toEqual(ids);
            expect(await found(who, 'status:new')).toEqual(ids);
            expect(await found(who, '-nothing')).toEqual(ids);
            for (const id of [support, sales])
                for (const query of [`#${id}`, String(id), `number:${id} secret`])
                    expect(await found(who, query)).toEqual(ids.includes(id) ? [id] : []);
        }
        expect(await found('zoe', 'queue:Support secret')).toEqual([]);
    });

    it('also where few interactions are searched one by one, and where the index of words is', async () => {
        // More than is read one by one, so that every way of finding has its turn.
        await world.rows(
            `insert into interactions (channel, status, subject, customer_id, queue_id, routing_state, routing_since, created_at, last_activity_at)
             select 'email', 'closed', 'Bulk', 1, q.id, 'idle', 0, 0, 0 from generate_series(1, 4000) n, queues q where q.name = 'Sales'`,
        );
        await world.rows(
            `insert into messages (interaction_id, direction, kind, from_name, from_address, subject, text_body, at)
             select i.id, 'inbound', 'message', 'Bulk', 'bulk@example.com', 'Bulk', 'secret ' || case when i.id % 2 = 0 then 'even' else 'odd' end, 1000 + i.id
             from interactions i where i.subject = 'Bulk'`,
        );
        await world.index();
        expect(await found('ana', 'secret')).toEqual([support]);
        expect(await found('mia', 'secret support')).toEqual([support]);
        expect(await found('ana', 'even')).toEqual([]);
        expect((await world.search('ada', 'even', { limit: 100 })).items).toHaveLength(100);
        expect(await found('ada', '"secret of support"')).toEqual([support]);
    });

    it('and what was handed to an agent is found by them from then on', async () => {
        await world.rows(`update interactions set original_agent_id = $2 where id = $1`, [
            sales,
            await world.agentId('ben'),
        ]);
        expect(await found('ben', '"secret of sales"')).toEqual([sales]);
        // Ben reports to Mia.
        expect(await found('mia', '"secret of sales"')).toEqual([sales]);
        expect(await found('ana', '"secret of sales"')).toEqual([]);
    });

    it('without the permission by the number alone, and then by no text', async () => {
        expect(await world.ask('nia', 'searchInteractions', { query: 'secret' })).toMatchObject({
            ok: false,
            code: 'forbidden',
            message: 'You do not have the permission “email search”.',
        });
        expect(await found('nia', `#${support}`)).toEqual([support]);
        await world.mail({ text: `about ${support}` });
        expect(await found('nia', String(support))).toEqual([support]);
        expect(await found('nia', `#${sales}`)).toEqual([]);
    });
});
