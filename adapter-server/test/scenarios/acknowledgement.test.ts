import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours } from '../../src/core/duration.ts';
import type { MailClassification, ParsedMail } from '../../src/ports/mailboxEvents.ts';
import { answeredThread, close, comesToRest, dismiss, disposition } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const from = (address: string) => ({ name: '', address });
const maria = from('maria@customer.example.com');
const as = (kind: MailClassification['kind']): Partial<ParsedMail> => ({
    classification: { kind, reasons: [] },
});

describe('E3: the automatic acknowledgement', () => {
    let center: ContactCenter;
    let support: number;

    beforeEach(async () => {
        center = await ContactCenter.open();
        support = await center.queue('Support');
        await center.queue('Billing');
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });
    const acknowledged = () => center.sent.filter((mail) => mail.automatic);
    const why = async (interactionId: number) => {
        const { rows } = await center.pool.query<{ reason: string }>(
            `select data ->> 'reason' as reason from journal where interaction_id = $1 and kind = 'acknowledgement_skipped'`,
            [interactionId],
        );
        return rows[0]?.reason;
    };

    it("is the queue's text, an answer to the mail, and comes with the reply token", async () => {
        await center.pool.query(`update queues set acknowledgement = 'Got it.' where id = $1`, [support]);
        await center.thread({ subject: 'Lamp', messageId: '<lamp@customer.example.com>' });
        expect(acknowledged()).toEqual([
            expect.objectContaining({
                text: 'Got it.',
                subject: 'Re: Lamp',
                inReplyTo: '<lamp@customer.example.com>',
                to: [expect.objectContaining(maria && { address: maria.address })],
                from: { name: 'Support', address: 'support@example.com' },
                replyTo: {
                    name: 'Support',
                    address: expect.stringMatching(/^support\+[a-z2-7]+@example\.com$/),
                },
            }),
        ]);
    });

    it('goes to Reply-To where there is one', async () => {
        await center.thread({ replyTo: [from('desk@customer.example.com')] });
        expect(acknowledged()[0]?.to).toEqual([from('desk@customer.example.com')]);
    });

    it('once per thread: neither the second mail nor one after Closed gets another', async () => {
        const ana = await center.agent('Ana', [support]);
        await center.arrives(ana);
        const id = await answeredThread(center, ana);
        await center.customerReplies(id);
        await center.accept(ana);
        await close(center, ana, id, await disposition(center, 'Solved'));
        await dismiss(center, ana, id);
        await center.customerReplies(id);
        expect(await center.interaction(id)).toMatchObject({ status: 'open', routing_state: 'offered' });
        expect(acknowledged()).toHaveLength(1);
    });

    it('not where DMARC says that the sender is forged', async () => {
        const id = await center.thread({ authentication: { spf: 'fail', dkim: 'fail', dmarc: 'fail' } });
        expect(await center.journal(id)).toContain('acknowledgement_skipped');
        expect(center.sent).toEqual([]);
    });

    it.each(['auto', 'bounce', 'list', 'bulk', 'noreply', 'abuse_report'] as const)(
        'never to %s mail, which still waits for a person',
        async (kind) => {
            const id = await center.thread(as(kind));
            expect(acknowledged()).toEqual([]);
            expect((await center.interaction(id)).routing_state).toBe('queued');
        },
    );

    it.each([
        ['an address of ours in From', { from: from('billing@example.com') }],
        ['an address of ours in Reply-To', { replyTo: [from('billing@example.com')] }],
        ['a plus-address of ours in From', { from: from('billing+abc@example.com') }],
        ['a plus-address of ours in Reply-To', { replyTo: [from('support+abc@example.com')] }],
        ['a no-reply address in Reply-To', { replyTo: [from('no-reply@customer.example.com')] }],
    ])('never to %s', async (_name, parts) => {
        const id = await center.thread(parts);
        expect(acknowledged()).toEqual([]);
        expect(await why(id)).toEqual(expect.any(String));
    });

    it('five a day to one sender, the sixth not; again when the first is a day old', async () => {
        for (let n = 0; n < 5; n += 1) await center.thread();
        expect(acknowledged()).toHaveLength(5);
        const sixth = await center.thread();
        expect(acknowledged()).toHaveLength(5);
        expect(await why(sixth)).toContain('the cap is 5');
        await center.advance(hours(24) - 1);
        await center.thread();
        expect(acknowledged()).toHaveLength(5);
        await center.advance(1);
        await center.thread();
        expect(acknowledged()).toHaveLength(6);
    });

    it('five and no more when thirty arrive at the same moment, from many senders with one Reply-To', async () => {
        const replyTo = [from('robot@customer.example.com')];
        const mails = Array.from({ length: 30 }, (_n, n) => ({
            from: from(`r${n}@customer.example.com`),
            replyTo,
        }));
        await Promise.all(mails.map((mail) => center.arrivesMail(mail, false)));
        await center.settle();
        expect(acknowledged()).toHaveLength(5);
    });

    describe('on a Closed thread', () => {
        let ana: TestAgent;
        let id: number;
        beforeEach(async () => {
            ana = await center.agent('Ana', [support]);
            await center.arrives(ana);
            id = await center.thread();
            await center.accept(ana);
            await close(center, ana, id, await disposition(center, 'Solved'));
            await dismiss(center, ana, id);
        });
        const before = { status: 'closed', routing_state: 'idle', waiting_since: null, agent_id: null };
        const attached = async () =>
            (
                await center.pool.query<{ kind: string }>(
                    `select kind from messages where interaction_id = $1 and direction = 'inbound' order by id offset 1`,
                    [id],
                )
            ).rows;
        const notifications = async () =>
            (await center.pool.query<{ n: number }>(`select count(*)::int as n from notifications`)).rows[0]
                ?.n;

        it('an out-of-office note neither reopens it nor changes whose it is', async () => {
            const ack = acknowledged()[0]?.messageId ?? '';
            await center.arrivesMail({ ...as('auto'), inReplyTo: [ack] });
            expect(await center.interaction(id)).toMatchObject({ ...before, original_agent_id: ana.id });
            expect(await attached()).toEqual([{ kind: 'automatic' }]);
            expect(acknowledged()).toHaveLength(1);
        });

        it('our acknowledgement bouncing is attached and tells nobody', async () => {
            const told = await notifications();
            const bouncedMessageId = acknowledged()[0]?.messageId ?? '';
            await center.arrivesMail({
                ...as('bounce'),
                from: from('mailer-daemon@mx.example.net'),
                bouncedMessageId,
            });
            expect(await center.interaction(id)).toMatchObject({ ...before, original_agent_id: ana.id });
            expect(await attached()).toEqual([{ kind: 'automatic' }]);
            expect(await notifications()).toBe(told);
        });
    });

    it("an agent's mail bouncing tells the agent", async () => {
        const ana = await center.agent('Ana', [support]);
        await center.arrives(ana);
        const id = await answeredThread(center, ana);
        const bouncedMessageId = center.sent.at(-1)?.messageId ?? '';
        await center.arrivesMail({
            ...as('bounce'),
            from: from('mailer-daemon@mx.example.net'),
            bouncedMessageId,
        });
        const { rows } = await center.pool.query(
            `select agent_id, kind from notifications where interaction_id = $1 and kind = 'delivery_failed'`,
            [id],
        );
        expect(rows).toEqual([{ agent_id: ana.id, kind: 'delivery_failed' }]);
        expect((await center.interaction(id)).routing_state).toBe('idle');
    });

    it('a responder gets one, though it sets no header, drops ids and token, and its subject grows', async () => {
        // It answers everything of ours, with a subject that grows, as a person's mail would look.
        const answer = (replyTo: boolean) => async () => {
            const last = center.sent.at(-1);
            const to = replyTo ? last?.replyTo?.address : last?.from.address;
            await center.arrivesMail({ subject: `Re: ${last?.subject ?? ''}`, to: [from(to ?? '')] });
        };
        await center.thread();
        for (let sent = 0; sent < center.sent.length; sent += 1) await answer(true)();
        expect(acknowledged()).toHaveLength(1);
        for (let sent = 0; sent < center.sent.length; sent += 1) await answer(false)();
        expect(acknowledged()).toHaveLength(1);
    });
});
