import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
    assignInteraction,
    pullInteraction,
    pullNext,
    returnToQueue,
} from '../../src/workflows/moveInteraction.ts';
import {
    answeredThread,
    close,
    comesToRest,
    disposition,
    dismiss,
    pause,
    resume,
    vanishes,
} from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

describe('R6: by hand', () => {
    let center: ContactCenter;
    let support: number;
    let ana: TestAgent;
    let ben: TestAgent;
    let mara: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 1 });
        ben = await center.agent('Ben', [support], { capacity: 1 });
        mara = await center.agent('Mara', [], { role: 'manager' });
        await center.pool.query(`update agents set reporting_manager_id = $1 where id = $2`, [
            mara.id,
            ana.id,
        ]);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });
    const assigns = (by: TestAgent, interactionId: number, to: TestAgent) =>
        center.run('test', (tx) => assignInteraction(tx, by.actor, { interactionId, agentId: to.id }));
    const pulls = (by: TestAgent, interactionId: number) =>
        center.run('test', (tx) => pullInteraction(tx, by.actor, { interactionId }));
    const has = (agent: TestAgent) => ({ routing_state: 'assigned', agent_id: agent.id });

    it('pulled from the queue by an agent who is Unavailable; and taken back by nobody', async () => {
        await center.arrives(ana);
        await pause(center, ana);
        const id = await center.thread();
        expect(await pulls(ana, id)).toMatchObject({ ok: true });
        expect(await center.interaction(id)).toMatchObject({ ...has(ana), status: 'open' });
        await center.arrives(ben);
        expect(await pulls(ben, id)).toMatchObject({ ok: false, reason: 'Ana Test is working on it.' });
    });

    it('pulled while it rings at another, or is held for another: manual wins', async () => {
        await center.arrives(ana);
        const id = await answeredThread(center, ana);
        await center.customerReplies(id);
        expect(await center.ringingAt(ana)).toEqual([id]);
        expect(await pulls(ben, id)).toMatchObject({ ok: true });
        expect(await center.ringingAt(ana)).toEqual([]);
        await expect(center.accept(ana)).rejects.toThrow('nothing rings');
        await center.do(returnToQueue, ben, { interactionId: id });
        await center.accept(ana);
    });

    it('the next of the line is what routing would choose; null where nothing waits', async () => {
        const ids = [await center.thread(), await center.thread()];
        await center.pool.query(`update interactions set priority = 1 where id = $1`, [ids[1]]);
        expect(await center.do(pullNext, ana, { queueId: support })).toEqual({ interactionId: ids[1] });
        expect(await center.do(pullNext, ben, { queueId: support })).toEqual({ interactionId: ids[0] });
        await dismissAnswered(ben, ids[0] ?? 0);
        expect(await center.do(pullNext, ben, { queueId: support })).toEqual({ interactionId: null });
    });

    it('two who pull the next one at the same moment get two', async () => {
        const ids = [await center.thread(), await center.thread()];
        const got = await Promise.all(
            [ana, ben].map((agent) =>
                center.store.transaction('test', (tx) => pullNext(tx, agent.actor, { queueId: support })),
            ),
        );
        expect(got.map((one) => one.ok && one.value.interactionId).sort()).toEqual(ids);
    });

    it('a manager assigns to their reports only; an agent to nobody; an admin to all', async () => {
        const admin = await center.agent('Ada', [], { role: 'admin' });
        const id = await center.thread();
        expect(await assigns(mara, id, ben)).toMatchObject({
            ok: false,
            reason: 'Ben Test does not report to you.',
        });
        expect(await assigns(ana, id, ben)).toMatchObject({ ok: false });
        expect(await assigns(mara, id, ana)).toMatchObject({ ok: true });
        expect(await center.interaction(id)).toMatchObject(has(ana));
        expect(await assigns(admin, id, ben)).toMatchObject({ ok: true });
        expect(await center.interaction(id)).toMatchObject(has(ben));
        const { rows } = await center.pool.query(`select agent_id, kind from notifications order by id`);
        expect(rows).toEqual(
            expect.arrayContaining([
                { agent_id: ana.id, kind: 'reassigned' },
                { agent_id: ben.id, kind: 'assigned' },
            ]),
        );
    });

    it('at capacity it is refused in words, both pulled and assigned', async () => {
        const [first, second] = [await center.thread(), await center.thread()];
        await pulls(ana, first);
        expect(await pulls(ana, second)).toMatchObject({
            ok: false,
            reason: 'Your inbox has 1 of 1 emails.',
        });
        expect(await assigns(mara, second, ana)).toMatchObject({
            ok: false,
            reason: 'Ana Test has 1 of 1 emails.',
        });
        expect((await center.interaction(second)).routing_state).toBe('queued');
    });

    it('what rings at them counts; taking just that one does not', async () => {
        await center.arrives(ana);
        const [rings, other] = [await center.thread(), await center.thread()];
        expect(await pulls(ana, other)).toMatchObject({ ok: false });
        expect(await pulls(ana, rings)).toMatchObject({ ok: true });
        const { rows } = await center.pool.query(`select outcome from offers`);
        expect(rows).toEqual([{ outcome: 'accepted' }]);
    });

    it('assigned to somebody who is Logged Out: it stays there until its deadline', async () => {
        const id = await center.thread();
        expect(await assigns(mara, id, ana)).toMatchObject({ ok: true });
        await center.arrives(ana);
        await vanishes(center, ana);
        expect(await center.interaction(id)).toMatchObject(has(ana));
    });

    it('what is Closed is neither pulled nor assigned', async () => {
        await pulls(ana, await center.thread());
        const { rows } = await center.pool.query<{ id: number }>(`select id from interactions`);
        const id = rows[0]?.id ?? 0;
        await close(center, ana, id, await disposition(center, 'Solved'));
        await dismiss(center, ana, id);
        for (const refused of [await pulls(ana, id), await assigns(mara, id, ana)])
            expect(refused).toMatchObject({ ok: false, nextStep: 'Reopen it first.' });
    });

    it('returned to the queue: at the place of its oldest message, and not straight back to its giver', async () => {
        const id = await center.thread();
        await center.advance(1);
        const behind = await center.thread();
        await pulls(ana, id);
        await center.arrives(ana);
        await center.do(returnToQueue, ana, { interactionId: id });
        expect(await center.ringingAt(ana)).toEqual([behind]);
        await center.arrives(ben);
        expect(await center.ringingAt(ben)).toEqual([id]);
        await pause(center, ben);
        await pause(center, ana);
        await resume(center, ana);
        expect(await center.ringingAt(ana)).toEqual([id]);
    });

    it('returned by another agent: refused; by their lead: done', async () => {
        const id = await center.thread();
        await pulls(ana, id);
        const returns = (by: TestAgent) =>
            center.run('test', (tx) => returnToQueue(tx, by.actor, { interactionId: id }));
        expect(await returns(ben)).toMatchObject({ ok: false, reason: 'It is with Ana Test, not with you.' });
        expect(await returns(mara)).toMatchObject({ ok: true });
    });

    async function dismissAnswered(agent: TestAgent, id: number): Promise<void> {
        await close(center, agent, id, await disposition(center, 'Done'));
        await dismiss(center, agent, id);
    }
});
