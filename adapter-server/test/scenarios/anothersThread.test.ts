import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, seconds } from '../../src/core/duration.ts';
import { assignInteraction, pullInteraction } from '../../src/workflows/moveInteraction.ts';
import { undoSend } from '../../src/workflows/undoSend.ts';
import { postNote } from '../../src/workflows/writeNotes.ts';
import { setUndoFor } from '../agentMail.ts';
import { dismiss, pause, reply, resume, sendReplyWorkflow } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

describe("E5: another agent's thread", () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let ben: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        const support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 1 });
        ben = await center.agent('Ben', [support], { capacity: 1 });
    });
    afterEach(() => center.close());

    /** Ana has answered it and put it out of her inbox; then she went away and the customer wrote again. */
    async function anasThread(): Promise<number> {
        await center.arrives(ana);
        const id = await center.thread();
        await center.accept(ana);
        await reply(center, ana, id);
        await dismiss(center, ana, id);
        await center.arrives(ben);
        await pause(center, ana);
        await center.customerReplies(id);
        return id;
    }
    const state = async (id: number) => {
        const i = await center.interaction(id);
        return [i.routing_state, i.held_for ?? i.agent_id];
    };

    it('another agent hands it to them with one click; Busy, it waits for them', async () => {
        const id = await anasThread();
        await center.do(pullInteraction, ben, { interactionId: id });
        await resume(center, ana);
        await center.do(assignInteraction, ben, { interactionId: id, agentId: ana.id });
        expect(await state(id)).toEqual(['offered', ana.id]);
        await center.accept(ana);
        await expect(
            center.do(assignInteraction, ben, { interactionId: id, agentId: ana.id }),
        ).rejects.toThrow('Ana Test is working on it.');
    });

    it('handed to them after the deadline, it is theirs once more', async () => {
        const id = await anasThread();
        await center.advance(hours(16));
        await center.accept(ben);
        await resume(center, ana);
        await center.do(assignInteraction, ben, { interactionId: id, agentId: ana.id });
        expect(await state(id)).toEqual(['offered', ana.id]);
        expect((await center.interaction(id)).why).toMatchObject({ kind: 'offered_original' });
    });

    it('who answers while they are away tells them in the contact feed, in their own words or in ours', async () => {
        const id = await anasThread();
        const answer = { interactionId: id, text: 'Hello', cc: [], uploads: [] };
        await center.do(sendReplyWorkflow, ben, { ...answer, taggingNote: '  ' });
        const { rows } = await center.pool.query(`select agent_id, text, mentions from notes`);
        expect(rows).toEqual([
            {
                agent_id: ben.id,
                text: '@Ana Test: Maria wrote on "Question 1" while you were Unavailable; Ben Test has replied.',
                mentions: [ana.id],
            },
        ]);
        const told = await center.pool.query(
            `select agent_id, kind from notifications where kind = 'mention'`,
        );
        expect(told.rows).toEqual([{ agent_id: ana.id, kind: 'mention' }]);
        // From here on the thread is Ben's: nobody else is told.
        await center.do(sendReplyWorkflow, ben, { ...answer, taggingNote: 'mine now' });
        expect((await center.pool.query(`select 1 from notes`)).rows).toHaveLength(1);
    });

    it('an answer that is taken back was never told: neither in the contact feed nor in their bell', async () => {
        const id = await anasThread();
        await setUndoFor(center, seconds(10));
        const told = async () =>
            (
                await center.pool.query(
                    `select agent_id, text from notifications where kind = 'mention'
                     union all select agent_id, text from notes`,
                )
            ).rows;
        await center.do(postNote, ben, { interactionId: id, text: 'Seen this?', mentions: [ana.id] });
        const before = await told();
        const answer = { interactionId: id, text: 'Hello', cc: [], uploads: [] };
        const { messageId } = await center.do(sendReplyWorkflow, ben, answer);
        expect(await told()).toHaveLength(before.length + 2);
        await center.do(undoSend, ben, { messageId });
        expect(await told()).toEqual(before);
    });
});
