import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { giveUpOutbox } from '../../src/workflows/giveUpByHand.ts';
import { retryOutbox } from '../../src/workflows/retryByHand.ts';
import { reply } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

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
