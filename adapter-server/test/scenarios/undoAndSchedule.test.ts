import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, seconds } from '../../src/core/duration.ts';
import { scheduledOf } from '../../src/storage/reads/scheduled.ts';
import { sendScheduledNow } from '../../src/workflows/resendMail.ts';
import { undoSend } from '../../src/workflows/undoSend.ts';
import { draftOf, mail, newestMessage, plain, setUndoFor, uploads } from '../agentMail.ts';
import { comesToRest, disposition } from '../agentWork.ts';
import { checkInvariants } from '../invariants.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const replies = (center: ContactCenter) => center.sent.filter(({ automatic }) => !automatic);

describe('mail that waits before it leaves', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let id: number;

    beforeEach(async () => {
        center = await ContactCenter.open();
        const support = await center.queue('Support');
        ana = await center.agent('Ana', [support]);
        await center.arrives(ana);
        await setUndoFor(center, seconds(10));
        id = await center.thread();
        await center.accept(ana);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    it('leaves after ten seconds and not before', async () => {
        const { leavesAt } = await center.do(mail.reply, ana, { ...plain, interactionId: id, text: 'Hello' });
        expect(leavesAt).toBe(center.clock.at + 10_000);
        await center.advance(9_999);
        expect(replies(center)).toHaveLength(0);
        await center.advance(1);
        expect(replies(center)).toHaveLength(1);
        expect(
            await center.run('undo', async (tx) =>
                undoSend(tx, ana.actor, { messageId: await newestMessage(center, id) }),
            ),
        ).toMatchObject({ ok: false, reason: 'It is on its way already.' });
    });

    it('comes back as the draft that it was, and the customer waits as before', async () => {
        const before = await center.interaction(id);
        const file = await uploads(center, ana, {
            filename: 'a.txt',
            contentType: 'text/plain',
            bytes: Buffer.from('a'),
        });
        const { messageId } = await center.do(mail.reply, ana, {
            interactionId: id,
            kind: 'reply_all' as const,
            text: 'Hello',
            html: '<p>Hello</p>',
            to: ['maria@customer.example.com'],
            cc: ['c@customer.example.com'],
            bcc: ['b@customer.example.com'],
            subject: 'Re: yours',
            uploads: [file],
            close: { dispositionId: await disposition(center, 'Solved'), notes: 'n' },
        });
        expect((await center.interaction(id)).status).toBe('closed');
        await center.do(undoSend, ana, { messageId });
        expect(await draftOf(center, id)).toMatchObject({
            kind: 'reply_all',
            text: 'Hello',
            html: '<p>Hello</p>',
            recipients: ['maria@customer.example.com'],
            cc: ['c@customer.example.com'],
            bcc: ['b@customer.example.com'],
            subject: 'Re: yours',
            uploads: [file],
        });
        const after = await center.interaction(id);
        for (const field of [
            'status',
            'waiting_since',
            'original_agent_id',
            'routing_state',
            'agent_id',
        ] as const)
            expect([field, after[field]]).toEqual([field, before[field]]);
        await center.advance(seconds(60));
        expect(replies(center)).toHaveLength(0);
        // Nothing of it is lost: it can be sent again, file and all.
        await center.do(mail.reply, ana, { ...plain, interactionId: id, text: 'Hello', uploads: [file] });
        await center.advance(seconds(10));
        expect(replies(center).map((sent) => sent.attachments.length)).toEqual([1]);
    });

    it('is taken back though the one before it still waits for the mail server', async () => {
        center.sendOutcome = () => ({ sent: false, permanent: false, code: '451', text: 'later' });
        await center.do(mail.reply, ana, { ...plain, interactionId: id, text: 'One' });
        await center.advance(seconds(10));
        const { messageId } = await center.do(mail.reply, ana, { ...plain, interactionId: id, text: 'Two' });
        await center.do(undoSend, ana, { messageId });
        await checkInvariants(center.pool, center.clock.at);
        center.sendOutcome = () => ({ sent: true, response: 'ok' });
        await center.advance(seconds(60));
        expect(replies(center).map(({ text }) => text.split('\n')[0])).toEqual(['One']);
    });

    it('keeps what was typed since below what comes back', async () => {
        const { messageId } = await center.do(mail.reply, ana, { ...plain, interactionId: id, text: 'One' });
        await center.pool.query(
            `insert into drafts (interaction_id, agent_id, text, version, saved_at) values ($1, $2, 'Two', 3, 0)`,
            [id, ana.id],
        );
        await center.do(undoSend, ana, { messageId });
        expect(await draftOf(center, id)).toMatchObject({ text: 'One\n\nTwo' });
    });

    it('tells who scheduled it when it leaves', async () => {
        const told = async () =>
            (
                await center.pool.query<{ n: number }>(
                    `select count(*)::int as n from agent_events where agent_id = $1 and kind = 'interaction_changed'`,
                    [ana.id],
                )
            ).rows[0]?.n ?? 0;
        const sendAt = center.clock.at + hours(3);
        await center.do(mail.reply, ana, { ...plain, interactionId: id, text: 'Later', sendAt });
        const before = await told();
        await center.advance(hours(3));
        expect(replies(center)).toHaveLength(1);
        expect(await told()).toBe(before + 1);
    });

    it('is kept until the time it is scheduled for, while other answers pass it', async () => {
        const sendAt = center.clock.at + hours(3);
        await center.do(mail.reply, ana, { ...plain, interactionId: id, text: 'Later', sendAt });
        await center.do(mail.reply, ana, { ...plain, interactionId: id, text: 'Now' });
        await center.advance(seconds(10));
        expect(replies(center).map(({ text }) => text.split('\n')[0])).toEqual(['Now']);
        await center.advance(hours(3));
        expect(replies(center).map(({ text }) => text.split('\n')[0])).toEqual(['Now', 'Later']);
    });

    it('is marked, and its agent told, where the customer writes before it leaves', async () => {
        const sendAt = center.clock.at + hours(3);
        await center.do(mail.reply, ana, { ...plain, interactionId: id, text: 'Later', sendAt });
        const listed = () => center.store.snapshot((tx) => scheduledOf(tx, ana.id));
        expect(await listed()).toMatchObject([
            { interactionId: id, leavesAt: sendAt, customerWroteSince: false },
        ]);
        await center.advance(seconds(1));
        await center.customerReplies(id);
        expect(await listed()).toMatchObject([{ customerWroteSince: true }]);
        const { rows } = await center.pool.query(`select kind from notifications where agent_id = $1`, [
            ana.id,
        ]);
        expect(rows).toContainEqual({ kind: 'scheduled_mail' });
        await center.do(sendScheduledNow, ana, { messageId: (await listed())[0]?.messageId ?? 0 });
        expect(replies(center)).toHaveLength(1);
        expect(await listed()).toEqual([]);
    });

    it('refuses a time that has passed', async () => {
        expect(
            await center.run('reply', (tx) =>
                mail.reply(tx, ana.actor, {
                    ...plain,
                    interactionId: id,
                    text: 'x',
                    sendAt: center.clock.at,
                }),
            ),
        ).toMatchObject({ ok: false, code: 'refused' });
    });

    it('comes back by a delivery report, and is sent again to a corrected address', async () => {
        const { messageId } = await center.do(mail.reply, ana, {
            ...plain,
            interactionId: id,
            text: 'Hello',
        });
        await center.advance(seconds(10));
        const sent = replies(center)[0];
        await center.arrivesMail({
            from: { name: '', address: 'mailer-daemon@customer.example.com' },
            subject: 'Undelivered',
            classification: { kind: 'bounce', reasons: [] },
            bouncedMessageId: sent?.messageId ?? '',
        });
        const state = async () =>
            (await center.pool.query('select delivery_state from messages where id = $1', [messageId]))
                .rows[0];
        expect(await state()).toEqual({ delivery_state: 'failed' });
        expect(await center.journal(id)).toContain('bounced');
        await center.do(mail.resend, ana, { interactionId: id, messageId, to: ['maria@new.example.com'] });
        expect(replies(center).at(-1)).toMatchObject({
            messageId: sent?.messageId,
            to: [{ address: 'maria@new.example.com' }],
        });
        expect(await state()).toEqual({ delivery_state: 'sent' });
    });
});
