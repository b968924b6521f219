import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParsedMail } from '../../src/ports/mailboxEvents.ts';
import { mergeInteraction } from '../../src/workflows/mergeInteraction.ts';
import { answeredThread, comesToRest, dismiss, reply } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const stranger = { name: 'Eve', address: 'eve@elsewhere.example.net' };

describe('E2: which thread a mail belongs to', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let id: number;
    let ours: string;
    let replyTo: string;

    beforeEach(async () => {
        center = await ContactCenter.open();
        const support = await center.queue('Support');
        await center.queue('Billing');
        ana = await center.agent('Ana', [support]);
        await center.arrives(ana);
        id = await answeredThread(center, ana);
        const sent = center.sent.at(-1);
        ours = sent?.messageId ?? '';
        replyTo = sent?.replyTo?.address ?? '';
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    const interactions = async () =>
        (await center.pool.query<{ n: number }>(`select count(*)::int as n from interactions`)).rows[0]?.n;
    const mayBelongTo = async (interaction: number) =>
        (
            await center.pool.query<{ may_belong_to: number | null }>(
                `select may_belong_to from interactions where id = $1`,
                [interaction],
            )
        ).rows[0]?.may_belong_to;
    /** A reply with nothing but what the test gives it to be recognized by. */
    const lands = async (parts: Partial<ParsedMail>) => {
        const outcome = await center.arrivesMail(parts);
        if (outcome.outcome !== 'stored') throw new Error(outcome.outcome);
        return outcome.interactionId;
    };

    it('by In-Reply-To, by the last of several ids, and by References alone', async () => {
        expect(await lands({ inReplyTo: [ours] })).toBe(id);
        expect(await lands({ inReplyTo: ['<unknown@customer.example.com>', ours] })).toBe(id);
        expect(
            await lands({ references: ['<x@customer.example.com>', ours, '<y@customer.example.com>'] }),
        ).toBe(id);
        expect(await lands({ references: ['<m1@customer.example.com>'] })).toBe(id);
    });

    it('the nearest ancestor decides where References name two threads', async () => {
        const other = await center.thread();
        const theirs = (
            await center.pool.query<{ message_id: string }>(
                `select message_id from messages where interaction_id = $1 and direction = 'inbound'`,
                [other],
            )
        ).rows[0]?.message_id;
        expect(await lands({ references: [ours, theirs ?? ''] })).toBe(other);
        expect(await lands({ references: [theirs ?? '', ours] })).toBe(id);
    });

    it('by the signed token alone, whatever the case; not by a forged one, not by another tag', async () => {
        const to = (address: string) => [{ name: '', address }];
        expect(await lands({ to: to(replyTo) })).toBe(id);
        expect(await lands({ to: to(replyTo.toUpperCase()) })).toBe(id);
        const forged = replyTo.replace(/\+(.)/, (_all, first: string) => `+${first === 'a' ? 'b' : 'a'}`);
        const apart = await lands({ to: to(forged) });
        expect(apart).not.toBe(id);
        expect(await mayBelongTo(apart)).toBeNull();
        expect(await lands({ to: to('support+news@example.com') })).not.toBe(id);
    });

    it('never by the subject alone', async () => {
        const { rows } = await center.pool.query<{ subject: string }>(
            `select subject from interactions where id = $1`,
            [id],
        );
        const apart = await lands({ subject: `Re: ${rows[0]?.subject ?? ''}` });
        expect(apart).not.toBe(id);
        expect(await mayBelongTo(apart)).toBeNull();
    });

    it('a stranger with a known id or token gets a thread of their own that says where it may belong', async () => {
        for (const known of [{ inReplyTo: [ours] }, { to: [{ name: '', address: replyTo }] }]) {
            const apart = await lands({ from: stranger, ...known });
            expect(apart).not.toBe(id);
            expect(await mayBelongTo(apart)).toBe(id);
        }
    });

    it("a colleague at a participant's domain may write on it, unless that is switched off", async () => {
        const colleague = { name: 'Paul', address: 'paul@customer.example.com' };
        await center.pool.query(`update organization set thread_colleagues = false`);
        expect(await mayBelongTo(await lands({ from: colleague, inReplyTo: [ours] }))).toBe(id);
        await center.pool.query(`update organization set thread_colleagues = true`);
        expect(await lands({ from: colleague, inReplyTo: [ours] })).toBe(id);
    });

    it('free mail has no colleagues', async () => {
        await dismissAll();
        const thread = await answeredThread(center, ana, {
            name: 'Jo',
            address: 'jo.invented.555@gmail.com',
        });
        const inReplyTo = [center.sent.at(-1)?.messageId ?? ''];
        const apart = await lands({ from: { name: '', address: 'not.jo.555@gmail.com' }, inReplyTo });
        expect(await mayBelongTo(apart)).toBe(thread);
    });

    it('a participant whose DMARC fails is not believed; other results are', async () => {
        const authentication = (dmarc: 'fail' | 'none' | 'temperror') =>
            ({ spf: 'none', dkim: 'none', dmarc }) as const;
        const apart = await lands({ inReplyTo: [ours], authentication: authentication('fail') });
        expect(await mayBelongTo(apart)).toBe(id);
        expect(await lands({ inReplyTo: [ours], authentication: authentication('temperror') })).toBe(id);
    });

    it('a delivery report makes nobody a participant: anybody who knows an id can forge one', async () => {
        const report = await lands({
            from: stranger,
            cc: [{ name: '', address: 'mal@elsewhere.example.org' }],
            classification: { kind: 'bounce', reasons: [] },
            bouncedMessageId: ours,
        });
        expect(report).toBe(id);
        for (const address of [stranger.address, 'boss@elsewhere.example.net', 'mal@elsewhere.example.org']) {
            const apart = await lands({ from: { name: '', address }, inReplyTo: [ours] });
            expect(await mayBelongTo(apart)).toBe(id);
        }
    });

    it('who began a thread with automatic mail may go on with it', async () => {
        const notices = { name: 'Shop', address: 'orders@shop.example.org' };
        const automatic = { kind: 'auto', reasons: [] } as const;
        const begun = await lands({
            from: notices,
            classification: automatic,
            messageId: '<order@shop.example.org>',
        });
        expect(await lands({ from: notices, inReplyTo: ['<order@shop.example.org>'] })).toBe(begun);
    });

    it('whoever writes our own address into From is no participant', async () => {
        const apart = await lands({ from: { name: '', address: 'billing@example.com' }, inReplyTo: [ours] });
        expect(await mayBelongTo(apart)).toBe(id);
    });

    it('merged by one click: the mail moves, it waits there, and later replies to it follow', async () => {
        const apart = await lands({
            from: stranger,
            inReplyTo: [ours],
            messageId: '<eve@elsewhere.example.net>',
        });
        const token = (
            await center.pool.query<{ reply_to: { address: string }[] }>(
                `select reply_to from messages where interaction_id = $1 and kind = 'acknowledgement'`,
                [apart],
            )
        ).rows[0]?.reply_to[0]?.address;
        await center.do(mergeInteraction, ana, { interactionId: apart, intoInteractionId: id });
        expect(await center.interaction(apart)).toMatchObject({ status: 'closed', routing_state: 'idle' });
        expect(await center.interaction(id)).toMatchObject({ routing_state: 'offered', agent_id: ana.id });
        await center.accept(ana);
        await reply(center, ana, id);
        await dismiss(center, ana, id);
        expect(await lands({ from: stranger, inReplyTo: ['<eve@elsewhere.example.net>'] })).toBe(id);
        expect(await lands({ from: stranger, to: [{ name: '', address: token ?? '' }] })).toBe(id);
    });

    it('ids that are equal in their first 191 characters are two', async () => {
        const long = `<${'a'.repeat(300)}`;
        const first = await lands({ messageId: `${long}1@customer.example.com>` });
        const second = await lands({ messageId: `${long}2@customer.example.com>` });
        expect(await lands({ inReplyTo: [`${long}2@customer.example.com>`] })).toBe(second);
        expect(await lands({ inReplyTo: [`${long}1@customer.example.com>`] })).toBe(first);
        expect(await mayBelongTo(await lands({ inReplyTo: [`${long}3@customer.example.com>`] }))).toBeNull();
    });

    it('two different mails with one Message-ID are two', async () => {
        const before = await interactions();
        const one = await lands({ messageId: '<same@customer.example.com>', contentHash: 'one' });
        const two = await lands({ messageId: '<same@customer.example.com>', contentHash: 'two' });
        expect(one).not.toBe(two);
        expect(await interactions()).toBe((before ?? 0) + 2);
    });

    it('the same mail ten times at the same moment is one message, acknowledged once', async () => {
        const before = await interactions();
        const sent = center.sent.length;
        const outcomes = await Promise.all(
            Array.from({ length: 10 }, () =>
                center.arrivesMail({ messageId: '<once@customer.example.com>', contentHash: 'once' }, false),
            ),
        );
        await center.settle();
        expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
        expect(new Set(outcomes.map((o) => ('messageId' in o ? o.messageId : 0))).size).toBe(1);
        expect(await interactions()).toBe((before ?? 0) + 1);
        expect(center.sent.length).toBe(sent + 1);
    });

    it('one mail to two of our addresses is one interaction, in the queue of the first', async () => {
        const both = ['billing@example.com', 'support@example.com'].map((address) => ({ name: '', address }));
        const before = await interactions();
        const mail = { to: both, messageId: '<both@customer.example.com>', contentHash: 'both' };
        const first = await lands(mail);
        expect((await center.arrivesMail(mail)).outcome).toBe('duplicate');
        expect(await interactions()).toBe((before ?? 0) + 1);
        const { rows } = await center.pool.query(
            `select q.name from interactions i join queues q on q.id = i.queue_id where i.id = $1`,
            [first],
        );
        expect(rows).toEqual([{ name: 'Billing' }]);
    });

    it('our own sent mail, found in a mailbox, is the message that it is a copy of', async () => {
        const before = await interactions();
        const outcome = await center.arrivesMail({
            messageId: ours,
            from: { name: 'Support', address: 'support@example.com' },
            to: [{ name: '', address: 'maria@customer.example.com' }],
        });
        expect(outcome.outcome).toBe('duplicate');
        expect(await interactions()).toBe(before);
        expect((await center.interaction(id)).routing_state).toBe('idle');
    });

    it('a reply that arrives while its thread is being merged lands where the thread went', async () => {
        const apart = await lands({ from: stranger, messageId: '<race@elsewhere.example.net>' });
        let arriving: Promise<number> = Promise.resolve(0);
        await center.store.transaction('test', async (tx) => {
            const merged = await mergeInteraction(tx, ana.actor, {
                interactionId: apart,
                intoInteractionId: id,
            });
            expect(merged.ok).toBe(true);
            const late = { from: stranger, inReplyTo: ['<race@elsewhere.example.net>'] };
            arriving = center
                .arrivesMail(late, false)
                .then((o) => ('interactionId' in o ? o.interactionId : 0));
            await center.untilBlocked();
        });
        expect(await arriving).toBe(id);
        await center.settle();
    });

    async function dismissAll(): Promise<void> {
        const { rows } = await center.pool.query<{ id: number }>(
            `select id from interactions where agent_id = $1 and routing_state = 'assigned'`,
            [ana.id],
        );
        for (const row of rows) await dismiss(center, ana, row.id);
    }
});
