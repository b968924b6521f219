import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_TAGS } from '../../src/core/policies/tags.ts';
import type { CommandName } from '../../src/protocol/commands.ts';
import type { QueryName, QueryResult } from '../../src/protocol/queries.ts';
import { lockInteraction, saveInteraction } from '../../src/storage/interactions.ts';
import { addTags } from '../../src/workflows/tagInteraction.ts';
import { ask, connected, nextEvent } from '../gatewayServer.ts';
import { openSearchWorld, type SearchWorld } from '../searchWorld.ts';

let world: SearchWorld;
beforeAll(async () => {
    world = await openSearchWorld();
});
afterAll(() => world.close());

const run = async (who: string, name: CommandName, args: object) =>
    (await world.command(await world.tokenOf(who), name, args)).reply;
const read = async <N extends QueryName>(
    who: string,
    name: N,
    args: object = {},
): Promise<QueryResult<N>> => {
    const { reply } = await world.query(await world.tokenOf(who), name, args);
    if (!reply.ok) throw new Error(reply.message);
    return reply.value;
};
const tag = (interactionId: number, name: string, who = 'ana') => run(who, 'addTag', { interactionId, name });
const detail = (interactionId: number, who = 'ana') => read(who, 'getInteraction', { interactionId });
const tagsOf = async (interactionId: number) => (await detail(interactionId)).summary.tags;
const said = async (interactionId: number) =>
    (await detail(interactionId)).journal.map(({ text }) => text).filter((text) => /tag/.test(text));
const known = async (name: string) =>
    (await read('ada', 'listTags')).items.find((item) => item.name === name);

describe('an interaction is tagged', () => {
    it('by who may work on it, shown with it and in the lists, and said once', async () => {
        const id = await world.mail({});
        expect(await tag(id, ' VIP ')).toMatchObject({ ok: true, value: { tag: 'VIP' } });
        expect(await tag(id, 'late  delivery', 'ben')).toMatchObject({ ok: true });
        expect(await tag(id, 'vip', 'ben')).toMatchObject({ ok: true, value: { tag: 'VIP' } });
        expect(await tagsOf(id)).toEqual(['late delivery', 'VIP']);
        const listed = await read('ana', 'listInteractions', { list: 'all' });
        expect(listed.items.find((item) => item.id === id)?.tags).toEqual(['late delivery', 'VIP']);
        expect(await said(id)).toEqual([
            'Ana Example added the tag “VIP”.',
            'Ben Example added the tag “late delivery”.',
        ]);
    });

    it('and not by others, nor with what is no tag', async () => {
        const id = await world.mail({});
        expect(await tag(id, 'vip', 'zoe')).toMatchObject({ code: 'not_found' });
        expect(await tag(id, 'a, b')).toMatchObject({ code: 'refused', nextStep: expect.any(String) });
        expect(await tag(id, ' ')).toMatchObject({ message: 'A tag needs a name.' });
        expect(await tagsOf(id)).toEqual([]);
    });

    it('with 20 at most', async () => {
        const id = await world.mail({});
        for (let n = 0; n < MOST_TAGS; n += 1) expect(await tag(id, `t${n}`)).toMatchObject({ ok: true });
        expect(await tag(id, 'one more')).toMatchObject({ nextStep: 'Remove one first.' });
        expect(await tag(id, 'T1')).toMatchObject({ ok: true });
        expect(await tagsOf(id)).toHaveLength(MOST_TAGS);
        expect(await known('one more')).toBeUndefined();
    });

    it('and a tag is removed, said once', async () => {
        const id = await world.mail({});
        await tag(id, 'Mistake');
        for (let time = 0; time < 2; time += 1)
            expect(await run('ana', 'removeTag', { interactionId: id, name: 'mistake' })).toMatchObject({
                ok: true,
            });
        expect(await tagsOf(id)).toEqual([]);
        expect(await said(id)).toEqual([
            'Ana Example added the tag “Mistake”.',
            'Ana Example removed the tag “Mistake”.',
        ]);
    });

    it('within any transaction, by a rule: what it has, what is no tag and what is too much is left out', async () => {
        const id = await world.mail({});
        await tag(id, 'Refund');
        const names = [
            'refund',
            'Urgent',
            'urgent',
            'a,b',
            ...Array.from({ length: 30 }, (_none, n) => `r${n}`),
        ];
        const added = await world.inTransaction(async (tx) => {
            const i = await lockInteraction(tx, id);
            if (!i) throw new Error('it is gone');
            const tags = await addTags(tx, i, names, { rule: 'Refunds' });
            expect(await addTags(tx, i, names, { rule: 'Refunds' })).toEqual([]);
            await saveInteraction(tx, i);
            return tags;
        });
        expect(added).toHaveLength(MOST_TAGS - 1);
        expect(added[0]).toBe('Urgent');
        const [, ruled, ...more] = await said(id);
        expect(ruled).toMatch(/^The rule “Refunds” added the tags “Urgent”, “r0”/);
        expect(more).toEqual([]);
    });

    it('and its agent is told at once', async () => {
        const id = await world.assigned('ben', false, 'Support');
        const socket = await connected(world.socket(await world.tokenOf('ben')));
        const loaded = await ask(socket, 'query', { name: 'loadWorkspace', args: {} });
        const { streamHead } = (loaded as unknown as { value: { streamHead: number } }).value;
        await ask(socket, 'resume', { after: streamHead });
        const told = nextEvent<{ events: object[] }>(socket, 'stream');
        await tag(id, 'seen live');
        expect((await told).events).toMatchObject([{ kind: 'interaction_changed', interactionId: id }]);
        const { mine } = await read('ben', 'loadWorkspace');
        expect(mine.find((item) => item.id === id)?.tags).toEqual(['seen live']);
    });

    it('and whoever sees its queue is told that something in the line changed', async () => {
        await world.rows(
            `update agents set permissions = permissions || '{queue_counters}' where username = 'ben'`,
        );
        const id = await world.waiting(null);
        const revision = async () =>
            (await read('ben', 'loadWorkspace')).queues.find(({ queue }) => queue.name === 'Support')
                ?.revision;
        const before = await revision();
        expect(before).toBeGreaterThan(0);
        await tag(id, 'in the line');
        expect(await revision()).not.toBe(before);
    });

    it('by two at once with one new tag', async () => {
        const ids = await Promise.all([world.mail({}), world.mail({}), world.mail({})]);
        const answers = await Promise.all(ids.map((id, n) => tag(id, n === 1 ? 'NEWEST' : 'newest')));
        expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
        const [{ n } = { n: 0 }] = await world.rows<{ n: number }>(
            `select count(*)::int as n from tags where key = 'newest'`,
        );
        expect(n).toBe(1);
    });
});

describe('new tags', () => {
    it('are suggested while one types, what begins with it first', async () => {
        const id = await world.mail({});
        for (const name of ['Invoice', 'Lost invoice', 'Billing']) await tag(id, name);
        expect(await read('ana', 'suggestTags', { text: ' INV' })).toEqual({
            items: ['Invoice', 'Lost invoice'],
            mayCreate: true,
        });
        expect((await read('ana', 'suggestTags', { text: '%' })).items).toEqual([]);
        expect((await read('ana', 'suggestTags', { limit: 2 })).items).toHaveLength(2);
    });

    it('are for admins alone where the organization says so', async () => {
        const id = await world.mail({});
        await tag(id, 'Known');
        expect(await run('mia', 'setWhoMakesTags', { newTags: 'admins' })).toMatchObject({
            code: 'forbidden',
        });
        await run('ada', 'setWhoMakesTags', { newTags: 'admins' });
        expect(await tag(id, 'Unheard of')).toMatchObject({
            code: 'refused',
            message: 'There is no tag "Unheard of".',
        });
        expect((await read('mia', 'suggestTags')).mayCreate).toBe(false);
        expect(await tag(id, 'known')).toMatchObject({ ok: true });
        expect(await run('ada', 'createTag', { name: 'Unheard of' })).toMatchObject({ ok: true });
        expect(await run('ada', 'createTag', { name: 'unheard OF' })).toMatchObject({ code: 'refused' });
        expect(await tag(id, 'Unheard of')).toMatchObject({ ok: true });
        await run('ada', 'setWhoMakesTags', { newTags: 'everybody' });
    });
});

describe('an admin keeps the tags', () => {
    const withTag = async (name: string): Promise<{ id: number; tagId: number }> => {
        const id = await world.mail({});
        await tag(id, name);
        return { id, tagId: (await known(name))?.id ?? 0 };
    };

    it('renames one: everywhere at once, and its former name goes on meaning it', async () => {
        const { id, tagId } = await withTag('Complaint');
        expect(await run('ana', 'renameTag', { tagId, name: 'x' })).toMatchObject({ code: 'forbidden' });
        expect(await run('ada', 'renameTag', { tagId, name: 'Unhappy' })).toMatchObject({
            value: { tagId, merged: false },
        });
        expect(await tagsOf(id)).toEqual(['Unhappy']);
        const other = await world.mail({});
        expect(await tag(other, 'complaint')).toMatchObject({ value: { tag: 'Unhappy' } });
        expect(await known('Unhappy')).toMatchObject({ also: ['Complaint'], interactions: 2 });
        expect((await read('ana', 'suggestTags', { text: 'compl' })).items).toEqual([]);
        // Back again, and in another case.
        expect(await run('ada', 'renameTag', { tagId, name: 'COMPLAINT' })).toMatchObject({ ok: true });
        expect(await known('COMPLAINT')).toMatchObject({ id: tagId, also: ['Unhappy'], interactions: 2 });
    });

    it('merges two by giving one the other’s name', async () => {
        const { id: first, tagId } = await withTag('Cancel');
        const { id: second, tagId: into } = await withTag('Cancellation');
        await tag(second, 'Cancel');
        await run('ada', 'renameTag', { tagId, name: 'Cancelling' });
        expect(await run('ada', 'renameTag', { tagId, name: 'cancellation' })).toMatchObject({
            value: { tagId: into, merged: true },
        });
        expect(await tagsOf(first)).toEqual(['Cancellation']);
        expect(await tagsOf(second)).toEqual(['Cancellation']);
        expect(await known('Cancellation')).toMatchObject({
            also: ['Cancel', 'Cancelling'],
            interactions: 2,
        });
        expect(await tag(await world.mail({}), 'CANCEL')).toMatchObject({ value: { tag: 'Cancellation' } });
        expect(await run('ada', 'renameTag', { tagId, name: 'x' })).toMatchObject({ code: 'not_found' });
    });

    it('deletes one: it comes off every interaction, and may be written anew', async () => {
        const { id, tagId } = await withTag('Obsolete');
        await run('ada', 'renameTag', { tagId, name: 'Over' });
        expect(await run('ada', 'deleteTag', { tagId })).toMatchObject({ value: { interactions: 1 } });
        expect(await tagsOf(id)).toEqual([]);
        expect(await said(id)).toEqual(['Ana Example added the tag “Obsolete”.']);
        expect(await tag(id, 'Obsolete')).toMatchObject({ ok: true });
        const [audited] = (await read('ada', 'listAudit', { action: 'deleteTag' })).items;
        expect(audited).toMatchObject({ object: `tag ${tagId}`, outcome: 'done' });
    });

    it('while others tag with it, and none is lost', async () => {
        const { tagId } = await withTag('Races');
        await withTag('Raced');
        const ids = await Promise.all(Array.from({ length: 8 }, () => world.mail({})));
        const [merge, ...tagged] = await Promise.all([
            run('ada', 'renameTag', { tagId, name: 'Raced' }),
            ...ids.map((id) => tag(id, 'Races')),
        ]);
        expect(merge).toMatchObject({ ok: true });
        for (const [n, reply] of tagged.entries())
            if (reply.ok) expect(await tagsOf(ids[n] ?? 0)).toEqual(['Raced']);
            else expect(reply).toMatchObject({ code: 'conflict' });
    });
});

describe('tags of threads', () => {
    it('are united where two are merged', async () => {
        const from = await world.mail({});
        const into = await world.mail({});
        await tag(from, 'both');
        await tag(into, 'both');
        await tag(from, 'only here');
        await run('ana', 'mergeInteraction', { interactionId: from, intoInteractionId: into });
        expect(await tagsOf(into)).toEqual(['both', 'only here']);
        expect((await known('only here'))?.interactions).toBe(1);
        expect(await tag(from, 'late')).toMatchObject({ nextStep: 'Tag that one.' });
    });
});
