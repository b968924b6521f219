import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idsOf, openSearchWorld, type SearchWorld } from '../searchWorld.ts';

/** More than are read one by one before the interactions that have the tag are looked up. */
const NEWER = 3_200;

let world: SearchWorld;
let lamp: number;
let sofa: number;
beforeAll(async () => {
    world = await openSearchWorld();
    lamp = await world.mail({ text: 'My lamp' });
    sofa = await world.mail({ text: 'My sofa' });
    const since = await world.mail({ box: 'sales', text: 'Something else' });
    await world.index();
    await world.rows(
        `insert into messages (interaction_id, direction, kind, from_name, from_address, subject, text_body, at)
         select $1, 'inbound', 'message', 'Maria', 'maria@customer.example.com', 'Re', 'more', $2::bigint + n
         from generate_series(1, $3::int) n`,
        [since, world.clock.at, NEWER],
    );
    world.clock.at += NEWER;
    const ada = await world.tokenOf('ada');
    for (const [interactionId, name] of [
        [lamp, 'rare'],
        [lamp, 'often'],
        [sofa, 'often'],
        [since, 'often'],
    ] as const)
        await world.command(ada, 'addTag', { interactionId, name });
});
afterAll(() => world.close());

const found = async (query: string, who = 'ada') => {
    const page = await world.search(who, query);
    expect(page.lookedBackTo).toBeNull();
    return idsOf(page);
};

describe('what is tagged is found behind thousands of newer mails', () => {
    it.each([
        ['tag:rare', () => [lamp]],
        ['tag:rare sofa', () => []],
        ['tag:rare lamp', () => [lamp]],
        ['tag:rare tag:often', () => [lamp]],
        ['tag:often tag:rare', () => [lamp]],
        ['tag:often -tag:rare my', () => [sofa]],
        ['tag:often is:received my', () => [sofa, lamp]],
    ])('%s', async (query, expected) => {
        expect(await found(query)).toEqual(expected());
    });

    it('and no more of it than one may read', async () => {
        expect(await found('tag:often my', 'zoe')).toEqual([]);
        expect(await found('tag:often my', 'ana')).toEqual([sofa, lamp]);
    });
});
