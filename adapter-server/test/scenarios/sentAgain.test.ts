import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/core/duration.ts';
import type { SendOutcome } from '../../src/ports/mail.ts';
import { mail, plain } from '../agentMail.ts';
import { comesToRest } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const [maria, bert, carla, audit] = ['maria', 'bert', 'carla', 'audit'].map(
    (name) => `${name}@customer.example.com`,
) as [string, string, string, string];

describe('a mail that did not reach everybody is sent again', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let id: number;
    let messageId: number;

    beforeEach(async () => {
        center = await ContactCenter.open();
        ana = await center.agent('Ana', [await center.queue('Support')]);
        await center.arrives(ana);
        id = await center.thread();
        await center.accept(ana);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    /** To Maria and Bert, with Carla in Cc and the audit in Bcc. */
    const writes = async (outcome: SendOutcome): Promise<void> => {
        center.sendOutcome = () => outcome;
        ({ messageId } = await center.do(mail.reply, ana, {
            ...plain,
            interactionId: id,
            text: 'Hello',
            to: [maria, bert],
            cc: [carla],
            bcc: [audit],
        }));
        center.sendOutcome = () => ({ sent: true, response: 'ok' });
    };
    const again = (to: string[] | null = null) =>
        center.run('again', (tx) => mail.resend(tx, ana.actor, { interactionId: id, messageId, to }));
    const state = async () =>
        (
            await center.pool.query<{ delivery_state: string; refused: string[]; delivery_detail: string }>(
                'select delivery_state, refused, delivery_detail from messages where id = $1',
                [messageId],
            )
        ).rows[0];
    const retried = async () =>
        (
            await center.pool.query<{ data: object }>(
                `select data from journal where interaction_id = $1 and kind = 'send_retried' order by seq`,
                [id],
            )
        ).rows.map(({ data }) => data);
    const named = (list: readonly { address: string }[] | undefined) => list?.map(({ address }) => address);
    const last = () => {
        const sent = center.sent.at(-1);
        return { to: named(sent?.to), cc: named(sent?.cc), bcc: named(sent?.bcc), only: sent?.only };
    };

    it('to those whom the mail server refused, and to nobody else', async () => {
        await writes({ sent: true, response: 'ok', refused: [carla] });
        expect(await state()).toMatchObject({
            delivery_state: 'failed',
            refused: [carla],
            delivery_detail: `Refused for ${carla}.`,
        });
        expect(await center.journal(id)).toEqual(expect.arrayContaining(['sent', 'send_failed']));
        expect(await again()).toMatchObject({ ok: true });
        expect(last()).toEqual({ to: [maria, bert], cc: [carla], bcc: [audit], only: [carla] });
        expect(await state()).toMatchObject({ delivery_state: 'sent', refused: [] });
        expect(await retried()).toEqual([{ messageId, to: [carla] }]);
    });

    it('by itself to those whom the mail server refused for now, to them alone', async () => {
        await writes({ sent: true, response: 'ok', refused: [audit], later: [carla] });
        expect(await state()).toMatchObject({ delivery_state: 'waiting', refused: [audit] });
        expect(await center.journal(id)).toEqual(expect.arrayContaining(['sent', 'send_delayed']));
        center.sendOutcome = () => ({ sent: false, permanent: false, code: '450', text: 'greylisted' });
        await center.advance(seconds(10));
        expect(await state()).toMatchObject({ delivery_state: 'waiting', refused: [audit] });
        center.sendOutcome = () => ({ sent: true, response: 'ok' });
        await center.advance(seconds(20));
        expect(last()).toEqual({ to: [maria, bert], cc: [carla], bcc: [audit], only: [carla] });
        expect(await state()).toMatchObject({ delivery_state: 'failed', refused: [audit] });
        const before = center.sent.length;
        await center.advance(minutes(30));
        expect(center.sent.length).toBe(before);
        expect(await again()).toMatchObject({ ok: true });
        expect(last()).toMatchObject({ only: [audit] });
        expect(await state()).toMatchObject({ delivery_state: 'sent', refused: [] });
    });

    it('to those as well who were refused for now first and for good then', async () => {
        await writes({ sent: true, response: 'ok', refused: [audit], later: [carla] });
        center.sendOutcome = () => ({ sent: false, permanent: true, code: '550', text: 'no' });
        await center.advance(seconds(10));
        const failed = await state();
        expect([failed?.delivery_state, failed?.refused.sort()]).toEqual(['failed', [audit, carla]]);
        center.sendOutcome = () => ({ sent: true, response: 'ok' });
        await again();
        expect(last().only?.toSorted()).toEqual([audit, carla]);
        expect(await state()).toMatchObject({ delivery_state: 'sent', refused: [] });
    });

    it('to the address that a report named, corrected, and to nobody who has it', async () => {
        await writes({ sent: true, response: 'ok' });
        await center.arrivesMail({
            from: { name: '', address: 'mailer-daemon@customer.example.com' },
            subject: 'Undelivered',
            classification: { kind: 'bounce', reasons: [] },
            bouncedMessageId: center.sent.at(-1)?.messageId ?? '',
            bouncedRecipients: [bert, 'b77@store.example.com'],
        });
        expect(await state()).toMatchObject({ delivery_state: 'failed', refused: [bert] });
        expect(await again(['bert@new.example.com'])).toMatchObject({ ok: true });
        expect(last()).toEqual({
            to: [maria, 'bert@new.example.com'],
            cc: [carla],
            bcc: [audit],
            only: ['bert@new.example.com'],
        });
        expect(await retried()).toEqual([{ messageId, to: ['bert@new.example.com'] }]);
    });

    it.each([
        ['names nobody', []],
        ['names addresses behind an alias', ['b77@store.example.com']],
    ])('a report that %s does not say that it reached nobody', async (_what, bouncedRecipients) => {
        await writes({ sent: true, response: 'ok' });
        await center.arrivesMail({
            from: { name: '', address: 'mailer-daemon@customer.example.com' },
            subject: 'Undelivered',
            classification: { kind: 'bounce', reasons: [] },
            bouncedMessageId: center.sent.at(-1)?.messageId ?? '',
            bouncedRecipients,
        });
        expect(await state()).toEqual({
            delivery_state: 'failed',
            refused: [],
            delivery_detail:
                'Came back from at least one recipient, and the report does not say from whom: Undelivered',
        });
        // Whom it is for is the agent's to say: the others have it.
        expect(await again([bert])).toMatchObject({ ok: true });
        expect(last()).toMatchObject({ only: [bert] });
    });

    it('to all where no mail server took it, the copies as well', async () => {
        await writes({ sent: false, permanent: true, code: '550', text: 'no' });
        expect(await again([maria])).toMatchObject({ ok: true });
        expect(last()).toEqual({ to: [maria], cc: [carla], bcc: [audit], only: undefined });
        expect(await retried()).toEqual([{ messageId, to: [maria, carla, audit] }]);
    });

    it('not to ourselves, nor to who has it', async () => {
        await writes({ sent: true, response: 'ok', refused: [bert] });
        const before = center.sent.length;
        expect(await again(['Support+x@example.com'])).toMatchObject({
            ok: false,
            reason: 'support+x@example.com is an address of ours: it would reach nobody.',
        });
        expect(await again([maria])).toMatchObject({ ok: false, code: 'refused' });
        expect(await state()).toMatchObject({ delivery_state: 'failed', refused: [bert] });
        expect(center.sent.length).toBe(before);
    });
});
