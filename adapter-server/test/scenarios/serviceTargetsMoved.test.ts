import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { hours, minutes, seconds } from '../../src/core/duration.ts';
import { lockInteraction, saveInteraction } from '../../src/storage/interactions.ts';
import { Transaction } from '../../src/storage/transaction.ts';
import { setPending } from '../../src/workflows/changeInteractionStatus.ts';
import { mergeInteraction } from '../../src/workflows/mergeInteraction.ts';
import { assignInteraction } from '../../src/workflows/moveInteraction.ts';
import { markSpam, releaseSpam } from '../../src/workflows/spam.ts';
import { splitMessage } from '../../src/workflows/splitMessage.ts';
import { transferInteraction } from '../../src/workflows/transferInteraction.ts';
import { updateQueue } from '../../src/workflows/updateQueue.ts';
import { comesToRest, reply } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';
import { OFFICE, PROMISE, statesOf, targetsOf, toldOf } from '../serviceTargets.ts';

const NINE = Date.UTC(2026, 2, 4, 9);
const STRICT = {
    ...PROMISE,
    all: { firstReply: minutes(10), nextReply: null, resolution: hours(20) },
    byPriority: {},
};

describe('R9: promises follow what happens to the interaction', () => {
    let center: ContactCenter;
    let support: number;
    let billing: number;
    let ana: TestAgent;
    let admin: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open({ at: NINE });
        support = await center.queue('Support', { targets: PROMISE });
        billing = await center.queue('Billing', { targets: STRICT });
        await center.queue('Sales');
        ana = await center.agent('Ana', [support], { capacity: 5 });
        admin = await center.agent('Root', [], { role: 'admin', capacity: 0 });
        await center.arrives(ana);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });
    const states = (id: number) => statesOf(center, id);
    const due = async (id: number) => (await targetsOf(center, id)).map(({ dueAt }) => dueAt && dueAt - NINE);
    const transfer = async (id: number, toQueueId: number) =>
        center.do(transferInteraction, ana, {
            interactionId: id,
            toQueueId,
            note: 'Theirs',
            holdIfAway: false,
        });
    const accepted = async (parts: Parameters<ContactCenter['thread']>[0] = {}): Promise<number> => {
        const id = await center.thread(parts);
        await center.accept(ana);
        return id;
    };

    it('in another queue its targets count, from the same message', async () => {
        const id = await accepted();
        await center.advance(minutes(5));
        await transfer(id, billing);
        expect(await due(id)).toEqual([minutes(10), hours(20)]);
        expect((await targetsOf(center, id))[0]).toMatchObject({ queueId: billing, breachedAt: null });
        await center.advance(minutes(5));
        expect(await states(id)).toEqual(['first_reply overdue', 'resolution running']);
    });

    it('a queue that promises nothing ends them, and one that does begins with what still waits', async () => {
        const id = await accepted();
        const { rows } = await center.pool.query<{ id: number }>(
            `select id from queues where name = 'Sales'`,
        );
        await transfer(id, rows[0]?.id ?? 0);
        expect(await states(id)).toEqual(['first_reply dropped', 'resolution dropped']);
        await center.advance(minutes(3));
        await center.do(assignInteraction, admin, { interactionId: id, agentId: ana.id });
        await transfer(id, billing);
        expect((await states(id)).slice(2)).toEqual(['first_reply running', 'resolution running']);
        expect((await due(id))[2]).toBe(minutes(10));
    });

    it('another priority has other times; a breach that lies in the future again is none', async () => {
        const id = await accepted();
        const become = (priority: number) =>
            center.store.transaction('test', async (tx) => {
                const i = await lockInteraction(tx, id);
                if (!i) return;
                i.priority = priority;
                await saveInteraction(tx, i);
            });
        await center.advance(minutes(5));
        await become(2);
        expect(await due(id)).toEqual([minutes(20), hours(10)]);
        await center.advance(minutes(20));
        expect(await states(id)).toEqual(['first_reply overdue', 'resolution running']);
        await become(0);
        expect(await states(id)).toEqual(['first_reply running', 'resolution running']);
        expect(await due(id)).toEqual([hours(1), hours(10)]);
        expect((await center.journal(id)).filter((kind) => kind === 'target_moved')).toHaveLength(2);
    });

    it('merged, the survivor has the earliest of both', async () => {
        const id = await accepted();
        await center.advance(minutes(10));
        const other = await accepted();
        await center.do(mergeInteraction, ana, { interactionId: id, intoInteractionId: other });
        expect(await states(id)).toEqual(['first_reply dropped', 'resolution dropped']);
        expect(await due(other)).toEqual([hours(1), hours(10)]);
    });

    it('merged into what was answered already, what waited has the next reply', async () => {
        const answered = await accepted();
        await center.advance(minutes(10));
        const other = await accepted();
        await center.advance(minutes(1));
        await reply(center, ana, answered);
        await center.do(mergeInteraction, ana, { interactionId: other, intoInteractionId: answered });
        expect(await states(answered)).toEqual([
            'first_reply met',
            'resolution running',
            'next_reply running',
        ]);
        expect((await due(answered))[2]).toBe(hours(2) + minutes(10));
    });

    it('split off, a message has its own from its arrival, and what is left from the next', async () => {
        const id = await accepted();
        await center.advance(minutes(10));
        const { rows: first } = await center.pool.query<{ message_id: string }>(
            `select message_id from messages where interaction_id = $1 and direction = 'inbound'`,
            [id],
        );
        await center.arrivesMail({ inReplyTo: [first[0]?.message_id ?? ''] });
        await center.advance(minutes(10));
        const { rows } = await center.pool.query<{ id: number }>(
            `select min(id) as id from messages where interaction_id = $1 and direction = 'inbound'`,
            [id],
        );
        const own = await center.do(
            splitMessage((text) => text),
            ana,
            {
                interactionId: id,
                messageId: rows[0]?.id ?? 0,
            },
        );
        expect(await due(own.interactionId)).toEqual([hours(1), hours(10)]);
        expect((await due(id))[0]).toBe(hours(1) + minutes(10));
    });

    it('the time in the Spam list does not count', async () => {
        const id = await accepted();
        await center.advance(minutes(10));
        await center.do(markSpam, admin, { interactionId: id, reason: 'Lamps' });
        expect(await states(id)).toEqual(['first_reply stopped', 'resolution stopped']);
        await center.advance(hours(3));
        await center.do(releaseSpam, admin, { interactionId: id });
        expect(await due(id)).toEqual([hours(4), hours(13)]);
    });

    it('handed to its original agent by hand, the customer has waited as long as before', async () => {
        const id = await accepted();
        await reply(center, ana, id);
        await center.customerReplies(id);
        const before = await due(id);
        await center.advance(hours(1));
        await center.store.transaction('test', async (tx) => {
            const i = await lockInteraction(tx, id);
            if (!i) return;
            i.waitingSince = tx.now;
            await saveInteraction(tx, i);
        });
        expect(await due(id)).toEqual(before);
    });
});

describe('R9: an admin changes what a queue promises', () => {
    let center: ContactCenter;
    let support: number;
    let ana: TestAgent;
    let admin: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open({ at: NINE });
        support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 300 });
        admin = await center.agent('Root', [], { role: 'admin', capacity: 0 });
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });
    const promise = (serviceTargets: typeof PROMISE | null) =>
        center.do(updateQueue, admin, { queueId: support, serviceTargets });

    it('what waits gets them, more than fit into one transaction; without a notification for what is late already', async () => {
        const waiting: number[] = [];
        for (let n = 0; n < 130; n += 1) waiting.push(await center.thread());
        await center.arrives(ana);
        await center.advance(hours(2));
        await promise(PROMISE);
        for (const id of [waiting[0], waiting[129]])
            expect(await statesOf(center, id ?? 0)).toEqual(['first_reply overdue', 'resolution running']);
        const { rows } = await center.pool.query(`select 1 from service_targets where kind = 'first_reply'`);
        expect(rows).toHaveLength(130);
        expect(await toldOf(center, ana.id)).toEqual([]);
        await center.advance(seconds(30));
        const { rows: walks } = await center.pool.query(`select 1 from service_target_walks`);
        expect(walks).toEqual([]);
    });

    it('other times move what runs, other hours as well, and none at all end it', async () => {
        await promise(PROMISE);
        const id = await center.thread();
        await center.advance(minutes(10));
        await promise({ ...PROMISE, all: { ...PROMISE.all, firstReply: hours(3) } });
        const due = async () => (await targetsOf(center, id)).map(({ dueAt }) => dueAt);
        expect(await due()).toEqual([NINE + hours(3), NINE + hours(10)]);
        await center.do(updateQueue, admin, { queueId: support, openingHours: OFFICE });
        expect(await due()).toEqual([NINE + hours(3), NINE + hours(26)]);
        expect(await center.journal(id)).toContain('target_moved');
        await promise(null);
        expect(await statesOf(center, id)).toEqual(['first_reply dropped', 'resolution dropped']);
    });

    it('what becomes overdue by them is listed, and rings at nobody', async () => {
        await promise(PROMISE);
        await center.arrives(ana);
        const id = await center.thread();
        await center.accept(ana);
        await center.advance(minutes(30));
        await promise({ ...PROMISE, all: { ...PROMISE.all, firstReply: minutes(10) } });
        expect(await statesOf(center, id)).toEqual(['first_reply overdue', 'resolution running']);
        expect(await toldOf(center, ana.id)).toEqual([]);
    });

    it('a stopped clock keeps its stop', async () => {
        await promise(PROMISE);
        await center.arrives(ana);
        const id = await center.thread();
        await center.accept(ana);
        await center.do(setPending, ana, { interactionId: id, followUpAt: NINE + hours(1) });
        await promise({ ...PROMISE, all: { ...PROMISE.all, firstReply: hours(3) } });
        expect(await statesOf(center, id)).toEqual(['first_reply stopped', 'resolution stopped']);
        await center.advance(hours(1));
        expect((await targetsOf(center, id))[0]).toMatchObject({ dueAt: NINE + hours(4) });
    });

    it('is refused where the warning comes too late', async () => {
        const late = { ...PROMISE, warnBy: 'before' as const, warnBefore: minutes(30) };
        await expect(promise(late)).rejects.toThrow(/must come before the target/);
    });
});

describe('R9: a queue without targets', () => {
    it('costs a mail no statement, whether it is new or joins a thread', async () => {
        const center = await ContactCenter.open();
        const spies = [jest.spyOn(Transaction.prototype, 'run'), jest.spyOn(Transaction.prototype, 'later')];
        try {
            const ana = await center.agent('Ana', [await center.queue('Support')]);
            await center.arrives(ana);
            const id = await center.thread();
            await center.accept(ana);
            await center.customerReplies(id);
            await reply(center, ana, id);
            for (const spy of spies) spy.mockClear();
            await center.thread();
            await center.customerReplies(id);
            await center.arrivesMail({ inReplyTo: ['<m1@customer.example.com>'] });
            const asked = spies.flatMap((spy) => spy.mock.calls.map(([statement]) => statement.name));
            expect(asked.filter((name) => name.startsWith('messages_insert_'))).toHaveLength(3);
            expect(asked.filter((name) => /targets?_|queues_/.test(name) && name !== 'merge_target')).toEqual(
                [],
            );
        } finally {
            for (const spy of spies) spy.mockRestore();
            await center.close();
        }
    });
});
