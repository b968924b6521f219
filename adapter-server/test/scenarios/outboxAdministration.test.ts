import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { minutes } from '../../src/core/duration.ts';
import { giveUpOutbox } from '../../src/workflows/giveUpByHand.ts';
import { retryOutbox } from '../../src/workflows/retryByHand.ts';
import { comesToRest, reply } from '../agentWork.ts';
import { checkInvariants } from '../invariants.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

describe('a mail that is refused for good', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    const texts = () =>
        center.sent.filter(({ automatic }) => !automatic).map(({ text }) => text.split('\n')[0]);
    beforeEach(async () => {
        center = await ContactCenter.open();
        ana = await center.agent('Ana', [await center.queue('Support')]);
        await center.arrives(ana);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    it('lets the next of its thread go, and may be sent behind it; one that only waits keeps its place', async () => {
        const id = await center.thread();
        await center.accept(ana);
        const refusal = { code: '550', text: 'no such user' };
        center.sendOutcome = (mail) =>
            mail.text.startsWith('one')
                ? { sent: false, permanent: true, ...refusal }
                : { sent: true, response: 'ok' };
        await reply(center, ana, id, 'one');
        await reply(center, ana, id, 'two');
        expect(texts()).toEqual(['two']);
        await checkInvariants(center.pool, center.clock.at);

        center.sendOutcome = () => ({ sent: false, permanent: false, ...refusal });
        const { rows } = await center.pool.query<{ id: number }>(
            `select id from outbox where state = 'dead'`,
        );
        await center.do(retryOutbox, ana, { outboxId: rows[0]?.id ?? 0 });
        await reply(center, ana, id, 'three');
        await checkInvariants(center.pool, center.clock.at);
        center.sendOutcome = () => ({ sent: true, response: 'ok' });
        await center.advance(minutes(1));
        expect(texts()).toEqual(['two', 'one', 'three']);
    });
});

describe('O3: an admin decides about mail that could not be sent', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let works = false;
    beforeAll(async () => {
        center = await ContactCenter.open();
        const queue = await center.queue('Support');
        ana = await center.agent('Ana', [queue]);
        await center.arrives(ana);
        center.sendOutcome = (mail) =>
            mail.automatic || works
                ? { sent: true, response: '250 ok' }
                : { sent: false, permanent: true, code: '550', text: 'no such user' };
    });
    afterAll(() => center.close());

    const row = async () =>
        (
            await center.pool.query<{ id: number; state: string; given_up_reason: string | null }>(
                `select id, state, given_up_reason from outbox order by id desc limit 1`,
            )
        ).rows[0];
    const journal = async (id: number): Promise<string[]> =>
        (
            await center.pool.query<{ kind: string }>(
                `select kind from journal where interaction_id = $1 order by seq`,
                [id],
            )
        ).rows.map(({ kind }) => kind);

    it('gives one up with a reason that its interaction shows, and may still have it sent', async () => {
        const id = await center.thread();
        await center.accept(ana);
        await reply(center, ana, id);
        const dead = await row();
        expect(dead?.state).toBe('dead');
        const args = { outboxId: dead?.id ?? 0, reason: 'Wrong address' };
        await center.do(giveUpOutbox, ana, args);
        expect(await row()).toMatchObject({ state: 'dead', given_up_reason: 'Wrong address' });
        expect((await journal(id)).filter((kind) => kind === 'send_failed')).toHaveLength(2);
        const twice = await center.run('giveUp', (tx) => giveUpOutbox(tx, ana.actor, args));
        expect(twice).toMatchObject({ ok: false, code: 'refused' });
        works = true;
        await center.do(retryOutbox, ana, { outboxId: args.outboxId });
        expect(await row()).toMatchObject({ state: 'done', given_up_reason: null });
        expect(await journal(id)).toContain('sent');
        const late = await center.run('retry', (tx) => retryOutbox(tx, ana.actor, args));
        expect(late).toMatchObject({ ok: false });
    });
});
