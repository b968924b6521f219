import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idsOf, inWords, openSearchWorld, type SearchWorld } from '../searchWorld.ts';

let world: SearchWorld;
beforeAll(async () => {
    world = await openSearchWorld();
});
afterAll(() => world.close());

interface Listed {
    readonly value: { readonly items: readonly { id: number; name: string }[] };
}
const found = async (query: string, who = 'ada'): Promise<number[]> => idsOf(await world.search(who, query));

describe('a mail is found (E10)', () => {
    let lamp: number;
    let sofa: number;
    beforeAll(async () => {
        lamp = await world.mail({
            from: { name: 'Jörg Müller', address: 'joerg.mueller@lamps.example.com' },
            cc: [{ name: 'Kim Copy', address: 'kim@copies.example.com' }],
            subject: 'Broken lamp',
            text: 'The lamp in the hall does not shine. Order AB-123-456, please call 555 0142.',
            attachments: [
                {
                    filename: 'picture of Lamp.jpeg',
                    contentType: 'image/jpeg',
                    content: Buffer.from('x'),
                    contentId: null,
                    inline: false,
                },
            ],
        });
        world.clock.at = Date.parse('2027-03-02T00:30:00Z');
        sofa = await world.mail({ box: 'sales', subject: 'A sofa', text: 'Does the sofa shine?' });
    });

    it.each([
        ['lamp', 'its subject'],
        ['hall', 'its text'],
        ['from:joerg.mueller@lamps.example.com', 'its sender, whole'],
        ['from:muller', 'its sender’s name, without the accent'],
        ['from:"Jörg Müller"', 'its sender’s name, whole'],
        ['joerg.mueller@lamps.example.com', 'an address anywhere'],
        ['to:kim@copies.example.com', 'whom it was copied to'],
        ['subject:lamp', 'its subject alone'],
        ['"does not shine"', 'exact words'],
        ['shin* hall', 'the beginning of a word'],
        ['AB-123-456', 'an order number'],
        ['ab-123*', 'the beginning of an order number'],
        ['"555 0142"', 'a telephone number'],
        ['has:attachment', 'having an attachment'],
        ['file:picture', 'the name of an attachment'],
        ['shine -sofa', 'not saying something'],
        ['queue:support', 'its queue'],
        ['-queue:Sales', 'another queue than that'],
        ['status:new hall', 'its status'],
        ['is:received lamp', 'its direction'],
        ['before:2027-03-02', 'its date, before'],
        ['on:2027-03-01', 'its date'],
    ])('by %s: %s', async (query) => {
        expect(await found(query)).toEqual([lamp]);
    });

    it.each([
        'subject:hall',
        'from:lamp',
        '"shine not does"',
        'hal',
        'file:hall',
        'is:sent lamp',
        'status:closed',
        'status:open',
        'after:2027-03-03',
        'lamp -hall',
    ])('and not by %s', async (query) => {
        expect(await found(query)).toEqual([]);
    });

    it('by its number, alone and with the text', async () => {
        expect(await found(`#${lamp}`)).toEqual([lamp]);
        expect(await found(`number:${sofa}`)).toEqual([sofa]);
        expect(await found(String(lamp))).toContain(lamp);
        expect(await found(`#${lamp} shine`)).toEqual([lamp]);
        expect(await found('#999999')).toEqual([]);
    });

    it('by who has it, whom it waits for and whose it was', async () => {
        await world.rows(
            `update interactions set agent_id = $2, routing_state = 'assigned', held_for = null, hold_until = null where id = $1`,
            [lamp, await world.agentId('ana')],
        );
        for (const name of ['ana', '"Ana Example"', 'an'])
            expect(await found(`agent:${name}`)).toEqual([lamp]);
        expect(await found('agent:me', 'ana')).toEqual([lamp]);
        expect(await found('shine -agent:ana')).toEqual([sofa]);
        expect(await found('agent:ben')).toEqual([]);
        await world.rows(
            `update interactions set agent_id = null, routing_state = 'idle', original_agent_id = $2 where id = $1`,
            [lamp, await world.agentId('ben')],
        );
        expect(await found('agent:ben')).toEqual([lamp]);
    });

    it('by its tags, all that are named, and by what it does not have', async () => {
        const ada = await world.tokenOf('ada');
        const change = (name: 'addTag' | 'removeTag', interactionId: number, tag: string) =>
            world.command(ada, name, { interactionId, name: tag });
        for (const tag of ['VIP', 'Late delivery']) await change('addTag', lamp, tag);
        await change('addTag', sofa, 'vip');
        expect(await found('tag:vip')).toEqual([sofa, lamp]);
        expect(await found('tag:VIP tag:"late delivery"')).toEqual([lamp]);
        expect(await found('shine tag:vip -tag:"LATE DELIVERY"')).toEqual([sofa]);
        expect(await found('hall tag:vip status:new')).toEqual([lamp]);
        expect(await found('tag:vip', 'zoe')).toEqual([sofa]);
        expect((await world.search('ada', 'tag:late')).terms[0]?.problem).toBe(
            'No tag is called “late”. Did you mean “Late delivery”?',
        );
        await change('removeTag', sofa, 'vip');
        expect(await found('tag:vip')).toEqual([lamp]);
        const { items } = ((await world.query(ada, 'listTags')).reply as unknown as Listed).value;
        const tagId = items.find(({ name }) => name === 'VIP')?.id;
        await world.command(ada, 'renameTag', { tagId, name: 'Important' });
        // A saved search goes on working.
        expect(await found('tag:vip')).toEqual([lamp]);
        expect(await found('tag:important')).toEqual([lamp]);
        expect((await world.search('ada', 'tag:important')).items[0]?.summary.tags).toEqual([
            'Important',
            'Late delivery',
        ]);
    });

    it('in days that begin at the reader’s midnight', async () => {
        // 00:30 in London is 01:30 of the same day in Berlin; 23:30 the evening before is 00:30 of the next.
        expect(await found('on:2027-03-02 shine')).toEqual([sofa]);
        world.clock.at = Date.parse('2027-03-04T23:30:00Z');
        const late = await world.mail({ text: 'in the night' });
        expect(await found('on:2027-03-05 night', 'ana')).toEqual([late]);
        expect(await found('on:2027-03-04 night', 'ana')).toEqual([]);
        expect(await found('on:2027-03-04 night', 'ben')).toEqual([late]);
    });

    it('and shown with what was looked for', async () => {
        const [item] = (await world.search('ada', 'müller hall lamp')).items;
        expect(inWords(item?.from ?? null)).toBe('Jörg [Müller] <joerg.mueller@lamps.example.com>');
        expect(inWords(item?.subject ?? null)).toBe('Broken [lamp]');
        expect(inWords(item?.line ?? null)).toMatch(/^The \[lamp\] in the \[hall\] does not shine/);
        expect(inWords(item?.file ?? null)).toBe('picture of [Lamp].jpeg');
    });

    it('with a problem said where a filter cannot be what it says, and nothing found by halves', async () => {
        for (const [query, problem] of [
            ['lamp agent:nobody', 'Nobody is called “nobody”.'],
            ['lamp queue:Nowhere', 'No queue is called “Nowhere”.'],
            ['lamp status:asleep', /one of new, open/],
            ['lamp on:tomorrow', /2026-01-31/],
            ['lamp tag:nothing', 'No tag is called “nothing”.'],
            ['lamp tag:"a,b"', 'No tag is called “a,b”.'],
        ] as const) {
            const page = await world.search('ada', query);
            expect(page.items).toEqual([]);
            expect(page.terms.at(-1)?.problem).toEqual(expect.stringMatching(problem));
        }
    });
});

describe('what an agent writes', () => {
    it('is found as well, and so is what came in HTML with a script, as text', async () => {
        const id = await world.mail({
            subject: '<img src=x onerror=alert(1)>',
            text: '<script>steal</script> wardrobe',
        });
        const ada = await world.tokenOf('ada');
        const reply = { interactionId: id, text: 'The wardrobe is on its way.' };
        expect((await world.command(ada, 'sendReply', reply)).reply).toMatchObject({ ok: true });
        expect(await found('is:sent wardrobe')).toEqual([id]);
        const [item] = (await world.search('ada', 'is:received wardrobe')).items;
        expect(item?.line).toEqual([
            { text: '<script>steal</script> ', hit: false },
            { text: 'wardrobe', hit: true },
        ]);
        expect(item?.subject).toEqual([{ text: '<img src=x onerror=alert(1)>', hit: false }]);
    });
});

describe('our acknowledgement', () => {
    it('does not stand before the mail that it answers', async () => {
        const id = await world.mail({
            subject: 'Hammock',
            text: 'A hole in it',
            classification: { kind: 'human', reasons: [] },
        });
        expect(await world.rows(`select 1 from messages where kind = 'acknowledgement'`)).toHaveLength(1);
        const page = await world.search('ada', 'hammock');
        expect(page.items.map(({ direction }) => direction)).toEqual(['inbound']);
        expect(idsOf(page)).toEqual([id]);
        expect(await found('"We have received your email"')).toEqual([]);
    });
});

describe('a merged interaction', () => {
    it('is found where it went, also by its old number', async () => {
        const from = await world.mail({ text: 'The bookshelf creaks' });
        const into = await world.mail({ text: 'My shelf again' });
        const ada = await world.tokenOf('ada');
        const merge = { interactionId: from, intoInteractionId: into };
        // Before the index has followed, it is found nowhere rather than where it is no more.
        await world.index();
        expect((await world.command(ada, 'mergeInteraction', merge)).reply).toMatchObject({ ok: true });
        const { value } = (await world.ask('ada', 'searchInteractions', {
            query: 'bookshelf',
        })) as unknown as {
            value: { items: unknown[] };
        };
        expect(value.items).toEqual([]);
        expect(await found('bookshelf')).toEqual([into]);
        expect(await found(`#${from}`)).toEqual([into]);
    });
});

describe('saved searches', () => {
    it('are each agent’s own, replaced by name and removed', async () => {
        const ana = await world.tokenOf('ana');
        const save = (token: string, name: string, query: string) =>
            world.command(token, 'saveSearch', { name, query });
        const first = await save(ana, 'Lamps', 'lamp');
        expect(first.reply).toMatchObject({ ok: true });
        await save(ana, 'lamps', 'lamp status:open');
        await save(await world.tokenOf('ben'), 'Sofas', 'sofa');
        const listed = async (who: string) => {
            const reply = await world.ask(who, 'listSavedSearches', {});
            return (reply as unknown as { value: { items: { id: number; name: string; query: string }[] } })
                .value.items;
        };
        const [lamps] = await listed('ana');
        expect(await listed('ana')).toEqual([{ id: lamps?.id, name: 'lamps', query: 'lamp status:open' }]);
        const remove = async (who: string) =>
            (await world.command(await world.tokenOf(who), 'removeSavedSearch', { savedSearchId: lamps?.id }))
                .reply;
        expect(await remove('ben')).toMatchObject({ ok: false, code: 'not_found' });
        expect(await remove('ana')).toMatchObject({ ok: true });
        expect(await listed('ana')).toEqual([]);
    });
});
