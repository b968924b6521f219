import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, minutes } from '../../src/core/duration.ts';
import {
    reopenInteraction,
    resolveInteraction,
    setPending,
} from '../../src/workflows/changeInteractionStatus.ts';
import { undoSend } from '../../src/workflows/undoSend.ts';
import { mail } from '../agentMail.ts';
import { close, comesToRest, disposition, reply, sendReplyWorkflow } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';
import { PROMISE, statesOf, targetsOf } from '../serviceTargets.ts';

/** A Wednesday. */
const NINE = Date.UTC(2026, 2, 4, 9);

describe('R9: what stops, goes on and ends', () => {
    let center: ContactCenter;
    let support: number;
    let ana: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open({ at: NINE });
        support = await center.queue('Support', { targets: PROMISE });
        ana = await center.agent('Ana', [support]);
        await center.arrives(ana);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });
    const states = (id: number) => statesOf(center, id);
    const accepted = async (): Promise<number> => {
        const id = await center.thread({ subject: 'Lamp' });
        await center.accept(ana);
        return id;
    };

    it('Pending stops every clock, and its follow-up goes on where it stood', async () => {
        const id = await accepted();
        await center.advance(minutes(20));
        await center.do(setPending, ana, { interactionId: id, followUpAt: center.clock.at + hours(5) });
        expect(await states(id)).toEqual(['first_reply stopped', 'resolution stopped']);
        await center.advance(hours(5));
        const due = (await targetsOf(center, id)).map(({ dueAt }) => dueAt);
        expect(due).toEqual([NINE + hours(6), NINE + hours(15)]);
        await center.advance(minutes(40));
        expect(await states(id)).toEqual(['first_reply overdue', 'resolution running']);
    });

    it('a reply while it is Pending meets the first reply, and taken back does not', async () => {
        await center.pool.query(`update organization set undo_send_for = 10000`);
        const id = await accepted();
        await center.do(setPending, ana, { interactionId: id, followUpAt: center.clock.at + hours(5) });
        const args = { interactionId: id, text: 'Hello', cc: [], uploads: [] };
        const { messageId } = await center.do(sendReplyWorkflow, ana, args);
        expect(await states(id)).toEqual(['first_reply met', 'resolution stopped']);
        await center.do(undoSend, ana, { messageId });
        expect(await states(id)).toEqual(['first_reply stopped', 'resolution stopped']);
    });

    it('a forward answers nobody', async () => {
        const id = await accepted();
        const { rows } = await center.pool.query<{ id: number }>(
            `select id from messages where interaction_id = $1 and direction = 'inbound'`,
            [id],
        );
        const messageId = rows[0]?.id ?? 0;
        const to = ['expert@partner.example.com'];
        await center.do(mail.forward, ana, {
            interactionId: id,
            messageId,
            text: 'Please look',
            to,
            cc: [],
            uploads: [],
        });
        expect(await states(id)).toEqual(['first_reply running', 'resolution running']);
        await center.do(setPending, ana, { interactionId: id, followUpAt: center.clock.at + hours(5) });
        expect(await states(id)).toEqual(['first_reply stopped', 'resolution stopped']);
    });

    it('a follow-up after a reply promises no next reply, since nobody wrote', async () => {
        const id = await accepted();
        await reply(center, ana, id);
        await center.do(setPending, ana, { interactionId: id, followUpAt: center.clock.at + hours(1) });
        await center.advance(hours(1));
        expect(await states(id)).toEqual(['first_reply met', 'resolution running']);
    });

    it('Resolved meets the resolution; the customer opens it again, and it goes on with a next reply', async () => {
        const id = await accepted();
        await reply(center, ana, id);
        await center.advance(hours(2));
        await center.do(resolveInteraction, ana, { interactionId: id });
        expect(await states(id)).toEqual(['first_reply met', 'resolution met']);
        await center.advance(hours(20));
        await center.customerReplies(id);
        expect(await states(id)).toEqual(['first_reply met', 'resolution running', 'next_reply running']);
        // Two of its ten hours were gone.
        expect((await targetsOf(center, id))[1]).toMatchObject({ dueAt: center.clock.at + hours(8) });
    });

    it('opened again by hand, the resolution goes on and nobody waits', async () => {
        const id = await accepted();
        await reply(center, ana, id);
        await close(center, ana, id, await disposition(center, 'Solved'));
        await center.do(reopenInteraction, ana, { interactionId: id });
        expect(await states(id)).toEqual(['first_reply met', 'resolution running']);
    });

    it('closed without a reply the promise of one is neither met nor breached, unless it was', async () => {
        const solved = await disposition(center, 'Solved');
        const id = await accepted();
        await close(center, ana, id, solved);
        expect(await states(id)).toEqual(['first_reply dropped', 'resolution met']);
        const late = await accepted();
        await center.advance(hours(1));
        await close(center, ana, late, solved);
        expect(await states(late)).toEqual(['first_reply breached', 'resolution met']);
    });
});
