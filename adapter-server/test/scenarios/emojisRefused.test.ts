import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendReplyWorkflow } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';
import { updateQueue } from '../../src/workflows/updateQueue.ts';

describe('E7: emojis are not sent by email', () => {
    let center: ContactCenter;
    let support: number;
    let ana: TestAgent;
    let id: number;
    beforeAll(async () => {
        center = await ContactCenter.open();
        support = await center.queue('Support');
        ana = await center.agent('Ana', [support]);
        await center.arrives(ana);
        id = await center.thread({ subject: 'Party 🎉', text: 'See you 🙂' });
        await center.accept(ana);
    });
    afterAll(() => center.close());

    const replies = (text: string, subject: string | null = null) =>
        center.run('reply', (tx) =>
            sendReplyWorkflow(tx, ana.actor, { interactionId: id, text, subject, cc: [], uploads: [] }),
        );

    it('in the body: refused with the place, and nothing is sent', async () => {
        const before = center.sent.length;
        expect(await replies('Hello Maria,\ngladly 👍')).toEqual({
            ok: false,
            code: 'refused',
            reason: 'Emojis are not sent by email: 👍 in line 2 of the body.',
            nextStep: 'Remove it, or say it in words.',
        });
        expect(center.sent).toHaveLength(before);
        expect(await center.journal(id)).not.toContain('replied');
    });

    it("in a subject that the agent types: refused, but for the customer's own words in it", async () => {
        expect(await replies('Gladly', 'Re: Party 🎉 at noon 🎈')).toMatchObject({
            ok: false,
            reason: 'Emojis are not sent by email: 🎈 in the subject.',
        });
        expect(await replies('Gladly', 'Re: Party 🎉 at noon')).toMatchObject({ ok: true });
    });

    it('in the name of a pasted picture, which describes it: left out, since nobody typed it', async () => {
        const picture = 'src="https://example.com/a.png"';
        const html = `<p>Gladly</p><img alt="party&#127881; 1.png" ${picture}><b title='🎈'>now</b>`;
        const answer = { interactionId: id, text: 'Gladly', html, cc: [], uploads: [] };
        await center.do(sendReplyWorkflow, ana, answer);
        const sent = center.sent.at(-1)?.html ?? '';
        expect(sent).toContain('alt="party 1.png"');
        expect(sent).toContain('now</b>');
        expect(sent).not.toContain('🎈');
    });

    it('in an acknowledgement text: not saved', async () => {
        const saved = await center.run('save', (tx) =>
            updateQueue(tx, ana.actor, { queueId: support, acknowledgement: 'We got it 📬' }),
        );
        expect(saved).toMatchObject({ ok: false, reason: expect.stringContaining('📬') });
    });

    it("the customer's own stay: in the subject and in the quoted text", async () => {
        expect(await replies('Gladly © 2026')).toMatchObject({ ok: true });
        expect(center.sent.at(-1)).toMatchObject({
            subject: 'Re: Party 🎉',
            text: expect.stringContaining('> See you 🙂'),
        });
    });
});
