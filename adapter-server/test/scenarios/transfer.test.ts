import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, seconds } from '../../src/core/duration.ts';
import { acceptOffer } from '../../src/workflows/acceptOffer.ts';
import { setPending } from '../../src/workflows/changeInteractionStatus.ts';
import { pullInteraction } from '../../src/workflows/moveInteraction.ts';
import { saveDraft } from '../../src/workflows/saveDraft.ts';
import { transferInteraction } from '../../src/workflows/transferInteraction.ts';
import { updateAgent } from '../../src/workflows/updateAgent.ts';
import { comesToRest, decline, dismiss, pause, reply, resume, vanishes } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

describe('E10: a transfer to an agent', () => {
    let center: ContactCenter;
    let support: number;
    let ana: TestAgent;
    let ben: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 1 });
        ben = await center.agent('Ben', [], { capacity: 1 });
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    async function anasWork(): Promise<number> {
        await center.arrives(ana);
        const id = await center.thread();
        await center.accept(ana);
        return id;
    }
    const transfer = (id: number, options: { note?: string; holdIfAway?: boolean; by?: TestAgent } = {}) =>
        center.do(transferInteraction, options.by ?? ana, {
            interactionId: id,
            toAgentId: ben.id,
            note: options.note ?? 'He knows the house',
            holdIfAway: options.holdIfAway ?? false,
        });
    const state = async (id: number) => {
        const i = await center.interaction(id);
        return [i.routing_state, i.held_for ?? i.agent_id];
    };
    const bell = async (agent: TestAgent) =>
        (
            await center.pool.query<{ text: string }>(
                `select text from notifications where agent_id = $1 and kind = 'transfer' order by id`,
                [agent.id],
            )
        ).rows.map((row) => row.text);

    it('rings at once at somebody Available; the note stands in the contact feed and in their bell', async () => {
        const id = await anasWork();
        await center.arrives(ben);
        await transfer(id);
        expect(await state(id)).toEqual(['offered', ben.id]);
        expect(await center.ringingAt(ben)).toEqual([id]);
        const notes = await center.pool.query(`select agent_id, text, mentions from notes`);
        expect(notes.rows).toEqual([{ agent_id: ana.id, text: 'He knows the house', mentions: [ben.id] }]);
        expect(await bell(ben)).toEqual(['Ana Test transferred "Question 1" to you: He knows the house']);
        await center.accept(ben);
        expect(await state(id)).toEqual(['assigned', ben.id]);
        expect((await center.interaction(id)).original_agent_id).toBeNull();
    });

    it('leaves the original agent who they were, until the receiver replies', async () => {
        const id = await anasWork();
        await reply(center, ana, id);
        await center.customerReplies(id);
        await center.arrives(ben);
        await transfer(id);
        await center.accept(ben);
        expect((await center.interaction(id)).original_agent_id).toBe(ana.id);
        await reply(center, ben, id);
        expect((await center.interaction(id)).original_agent_id).toBe(ben.id);
    });

    it('declined or missed, it is back in the inbox of who transferred it, who is told why', async () => {
        const id = await anasWork();
        await center.arrives(ben);
        await transfer(id);
        await decline(center, ben);
        expect(await state(id)).toEqual(['assigned', ana.id]);
        expect((await center.interaction(id)).why).toMatchObject({
            kind: 'transfer_returned',
            because: 'declined',
        });
        await transfer(id);
        await center.advance(seconds(59));
        expect(await state(id)).toEqual(['offered', ben.id]);
        await center.advance(seconds(1));
        expect(await state(id)).toEqual(['assigned', ana.id]);
        expect(await bell(ana)).toEqual([
            'Ben Test declined "Question 1": it is back with you.',
            'Ben Test missed "Question 1": it is back with you.',
        ]);
        // R4's pause is for queue offers.
        const { rows } = await center.pool.query(`select chosen_status from agents where id = $1`, [ben.id]);
        expect(rows).toEqual([{ chosen_status: 'available' }]);
    });

    it('comes back also while the giver is paused; with no room it waits for them; then for the queue', async () => {
        const id = await anasWork();
        await center.arrives(ben);
        await transfer(id);
        await pause(center, ana);
        await decline(center, ben);
        expect(await state(id)).toEqual(['assigned', ana.id]);

        await transfer(id);
        await resume(center, ana);
        await center.thread({ from: { name: 'Otto', address: 'otto@customer.example.com' } });
        const other = await center.accept(ana);
        await decline(center, ben);
        expect(await state(id)).toEqual(['held', ana.id]);
        await reply(center, ana, other);
        await dismiss(center, ana, other);
        expect(await state(id)).toEqual(['offered', ana.id]);
        await decline(center, ana);
        expect((await center.interaction(id)).routing_state).toBe('queued');
    });

    it('waits for somebody Busy until they are free, or for the queue at the deadline of E4', async () => {
        await center.arrives(ben);
        await center.pool.query(
            `insert into queue_members (queue_id, agent_id, priority) values ($1, $2, 'high')`,
            [support, ben.id],
        );
        const first = await center.thread();
        await center.accept(ben);
        await center.pool.query(`delete from queue_members where agent_id = $1`, [ben.id]);
        const id = await anasWork();
        await transfer(id);
        expect(await state(id)).toEqual(['held', ben.id]);
        expect((await center.interaction(id)).why).toMatchObject({ kind: 'transfer_held', reason: 'busy' });
        await pause(center, ana);
        await center.advance(hours(16) - 1);
        expect(await state(id)).toEqual(['held', ben.id]);
        await center.advance(1);
        expect((await center.interaction(id)).routing_state).toBe('queued');

        await resume(center, ana);
        await center.accept(ana);
        await transfer(id);
        await reply(center, ben, first);
        await dismiss(center, ben, first);
        expect(await state(id)).toEqual(['offered', ben.id]);
    });

    it('reaches somebody Unavailable with their permission alone, and rings on when they pause', async () => {
        const id = await anasWork();
        await center.arrives(ben);
        await pause(center, ben);
        await expect(transfer(id)).rejects.toThrow(
            'Ben Test is Unavailable and takes no transfers meanwhile.',
        );
        await center.do(updateAgent, ana, { agentId: ben.id, permissions: ['receive_transfers_paused'] });
        await transfer(id);
        await comesToRest(center);
        expect(await center.ringingAt(ben)).toEqual([id]);
        await resume(center, ben);
        await pause(center, ben);
        expect(await center.ringingAt(ben)).toEqual([id]);
        await center.do(updateAgent, ana, { agentId: ben.id, permissions: [] });
        await pause(center, ben);
        expect(await state(id)).toEqual(['assigned', ana.id]);
    });

    it('is refused for somebody Logged Out, or waits for them where the giver says so', async () => {
        const id = await anasWork();
        await expect(transfer(id)).rejects.toThrow('Ben Test is Logged Out.');
        expect(await state(id)).toEqual(['assigned', ana.id]);
        await transfer(id, { holdIfAway: true });
        expect(await state(id)).toEqual(['held', ben.id]);
        await center.arrives(ben);
        expect(await state(id)).toEqual(['offered', ben.id]);
        await vanishes(center, ben);
        expect(await state(id)).toEqual(['assigned', ana.id]);
    });

    it('needs a note, and is for who has it: others are refused, the giver may take it back', async () => {
        const id = await anasWork();
        await center.arrives(ben);
        await expect(transfer(id, { note: '  ' })).rejects.toThrow('A transfer needs a note.');
        const cleo = await center.agent('Cleo', [support]);
        await expect(transfer(id, { by: cleo })).rejects.toThrow('Ana Test is working on it.');
        await transfer(id);
        await center.do(pullInteraction, ana, { interactionId: id });
        expect(await state(id)).toEqual(['assigned', ana.id]);
        expect(await center.ringingAt(ben)).toEqual([]);
    });

    it('takes the draft along, and the promise of a follow-up', async () => {
        const id = await anasWork();
        const draft = { interactionId: id, text: 'Dear Maria,', cc: [], uploads: [], version: 0 };
        await center.do(saveDraft, ana, draft);
        await center.do(setPending, ana, { interactionId: id, followUpAt: center.clock.at + hours(1) });
        await center.arrives(ben);
        await transfer(id);
        const drafts = () => center.pool.query(`select agent_id, text from drafts`).then((all) => all.rows);
        expect(await drafts()).toEqual([{ agent_id: ana.id, text: 'Dear Maria,' }]);
        await center.accept(ben);
        expect(await drafts()).toEqual([{ agent_id: ben.id, text: 'Dear Maria,' }]);
        await dismiss(center, ben, id);
        await pause(center, ben);
        await center.do(updateAgent, ana, { agentId: ben.id, enabled: true });
        const { rows } = await center.pool.query(`select pending_by, original_agent_id from interactions`);
        expect(rows).toEqual([{ pending_by: ben.id, original_agent_id: null }]);
    });

    it('rings anew at whoever it rings at already, also where it takes their only slot', async () => {
        const id = await anasWork();
        const cleo = await center.agent('Cleo', [], { capacity: 1 });
        await center.arrives(cleo);
        for (const note of ['Yours', 'Yours, once more'])
            await center.do(transferInteraction, ana, {
                interactionId: id,
                toAgentId: cleo.id,
                note,
                holdIfAway: false,
            });
        expect(await center.ringingAt(cleo)).toEqual([id]);
    });

    it('two who accept and transfer at once: one of them has it, and nobody more than fits', async () => {
        const id = await anasWork();
        const cleo = await center.agent('Cleo', [], { capacity: 1 });
        await center.arrives(ben);
        await center.arrives(cleo);
        const to = (agent: TestAgent) =>
            center.run('transfer', (tx) =>
                transferInteraction(tx, ana.actor, {
                    interactionId: id,
                    toAgentId: agent.id,
                    note: 'Yours',
                    holdIfAway: false,
                }),
            );
        await Promise.all([to(ben), to(cleo), to(ben), to(cleo)]);
        await comesToRest(center);
        expect([...(await center.ringingAt(ben)), ...(await center.ringingAt(cleo))]).toEqual([id]);

        const { rows } = await center.pool.query<{ id: number; agent_id: number }>(
            `select id, agent_id from offers where outcome = 'ringing'`,
        );
        const receiver = rows[0]?.agent_id === ben.id ? ben : cleo;
        const outcomes = await Promise.all([
            center.run('accept', (tx) => acceptOffer(tx, receiver.actor, { offerId: rows[0]?.id ?? 0 })),
            center.run('pull', (tx) => pullInteraction(tx, ana.actor, { interactionId: id })),
        ]);
        expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    });
});
