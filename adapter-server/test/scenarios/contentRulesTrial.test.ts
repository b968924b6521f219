import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMailReader } from '../../src/channels/email/reading/createMailReader.ts';
import { days, hours } from '../../src/core/duration.ts';
import { statement } from '../../src/storage/database.ts';
import { mergeInteraction } from '../../src/workflows/mergeInteraction.ts';
import { setPriority } from '../../src/workflows/setPriority.ts';
import { transferInteraction } from '../../src/workflows/transferInteraction.ts';
import { addBlock } from '../../src/workflows/spam.ts';
import { tryContentRules, type RuleTrialArgs } from '../../src/workflows/tryContentRules.ts';
import { comesToRest } from '../agentWork.ts';
import { draftOf, RuledCenter, subjectHas, type RulePart } from '../ruledCenter.ts';
import type { ContactCenter } from '../runningCenter.ts';

describe('R8: rules are tried on past mail before they are switched on', () => {
    let world: RuledCenter;
    let center: ContactCenter;
    let billing: number;
    let support: number;

    beforeEach(async () => {
        world = await RuledCenter.open();
        ({ center } = world);
        support = await center.queue('Support');
        billing = await center.queue('Billing');
    });
    afterEach(async () => {
        await comesToRest(center);
        await world.close();
    });
    const reader = createMailReader();
    const trial = (rules: readonly RulePart[], args: Partial<RuleTrialArgs> = {}) =>
        center.store.snapshot((tx) =>
            tryContentRules(tx, reader, {
                rules: rules.map((rule, n) => draftOf(`Rule ${n + 1}`, rule)),
                from: null,
                until: null,
                before: null,
                limit: 50,
                ...args,
            }),
        );
    const ids = ({ tried }: Awaited<ReturnType<typeof trial>>) => tried.map(({ mail }) => mail.interactionId);
    const toBilling = (...words: string[]): RulePart => ({
        active: false,
        conditions: [subjectHas(...words)],
        does: { queueId: billing, priority: 'high' },
    });

    it('what would have happened, beside what did', async () => {
        const invoice = await world.mail('Invoice of May');
        await world.mail('A parcel');
        const { tried, looked, next } = await trial([toBilling('invoice')]);
        expect([looked, next]).toEqual([2, null]);
        expect(tried).toMatchObject([
            {
                mail: {
                    interactionId: invoice,
                    subject: 'Invoice of May',
                    fromAddress: 'maria@customer.example.com',
                },
                did: { priority: 'normal', spam: false },
                would: { queueId: billing, priority: 'high', spam: false },
                changed: true,
                decision: { parts: [{ rule: { name: 'Rule 1' } }] },
            },
        ]);
        expect(tried[0]?.did.queueId).toBe(support);
    });

    it('the database itself lets it change nothing', async () => {
        await world.rule('Live', toBilling('parcel'));
        const id = await world.mail('Invoice');
        const before = await center.interaction(id);
        const journal = await center.journal(id);
        const writing = center.store.snapshot(async (tx) => {
            const args = { from: null, until: null, before: null, limit: 50 };
            const rules = [
                draftOf('Spam', { conditions: [subjectHas('invoice')], does: { spam: true, tags: ['x'] } }),
            ];
            expect((await tryContentRules(tx, reader, { ...args, rules })).tried).toHaveLength(1);
            await tx.run(statement('a_write', `update interactions set subject = 'changed'`));
        });
        await expect(writing).rejects.toMatchObject({ code: '25006' });
        expect(await center.interaction(id)).toEqual(before);
        expect(await center.journal(id)).toEqual(journal);
        const { rows } = await center.pool.query(`select count(*)::int as n from tags`);
        expect(rows).toEqual([{ n: 0 }]);
    });

    it('is the same as what happens once they are on', async () => {
        const rule = toBilling('invoice');
        await world.mail('Invoice 1');
        const [tried] = (await trial([rule])).tried;
        await world.rule('Rule 1', { ...rule, active: true });
        const id = await world.mail('Invoice 2');
        expect(await world.placed(id)).toMatchObject({ queue: 'Billing', priority: 1 });
        const again = (await trial([rule])).tried;
        expect(again.map(({ changed }) => changed)).toEqual([false, true]);
        expect(again[0]?.did).toEqual(tried?.would);
        expect((await trial([{ ...rule, does: { queueId: billing } }])).tried[0]).toMatchObject({
            mail: { interactionId: id },
            did: { priority: 'high' },
            would: { priority: 'normal' },
            changed: true,
        });
    });

    it('goes by what was decided when it came, whatever people did since', async () => {
        const id = await world.mail('Invoice');
        const other = await world.mail('Other');
        const ana = await center.agent('Ana', [billing]);
        await center.do(setPriority, ana, { interactionId: id, priority: 'high' });
        await center.do(transferInteraction, world.root, {
            interactionId: id,
            toQueueId: billing,
            note: 'Yours',
            holdIfAway: false,
        });
        await center.do(mergeInteraction, world.root, { interactionId: id, intoInteractionId: other });
        expect((await trial([toBilling('invoice')])).tried).toMatchObject([
            { mail: { interactionId: id }, did: { priority: 'normal', queueId: support }, changed: true },
        ]);
    });

    it('looks only at what rules are asked of: new mail of customers that no block kept out', async () => {
        const id = await world.mail('Invoice');
        const { rows } = await center.pool.query<{ message_id: string }>(
            `select message_id from messages where interaction_id = $1 and direction = 'inbound'`,
            [id],
        );
        expect(await world.mail('Re: Invoice', { inReplyTo: rows[0]?.message_id ?? '' })).toBe(id);
        await center.do(addBlock, world.root, {
            scope: 'sender',
            address: 'pest@shop.example.com',
            reason: '',
        });
        await world.mail('Invoice', { from: 'pest@shop.example.com' });
        expect(ids(await trial([toBilling('invoice')]))).toEqual([id]);
    });

    it('reads the headers of the mail as it came, and its language', async () => {
        const text = 'Guten Tag, meine letzte Rechnung stimmt leider nicht. Könnten Sie bitte nachsehen?';
        const id = await world.mail('Hallo', { text, headers: { 'X-Ticket': '881' } });
        await world.mail('Hello');
        const header = {
            field: 'header' as const,
            operator: 'is' as const,
            not: false,
            name: 'X-Ticket',
            values: ['88*'],
        };
        const language = {
            field: 'language' as const,
            operator: 'is' as const,
            not: false,
            name: null,
            values: ['de'],
        };
        const spam = { does: { spam: true } };
        expect(ids(await trial([{ ...spam, conditions: [header, language] }]))).toEqual([id]);
        await center.pool.query(`delete from blob_chunks`);
        expect(ids(await trial([{ ...spam, conditions: [header] }]))).toEqual([]);
        expect(ids(await trial([{ ...spam, conditions: [{ ...header, not: true }] }]))).toEqual([]);
    });

    it('the newest first, a page after the other, and between two days', async () => {
        const begin = center.clock.at;
        const mails: number[] = [];
        for (let n = 0; n < 6; n += 1) {
            mails.push(await world.mail(`Invoice ${n}`));
            await center.advance(days(1));
        }
        const rule = [toBilling('invoice')];
        const first = await trial(rule, { limit: 4 });
        expect(ids(first)).toEqual(mails.slice(2).reverse());
        const second = await trial(rule, { limit: 4, before: first.next });
        expect(ids(second)).toEqual(mails.slice(0, 2).reverse());
        expect(second.next).toBeNull();
        const middle = { from: begin + days(2) - hours(1), until: begin + days(4) - hours(1) };
        expect(ids(await trial(rule, middle))).toEqual([mails[3], mails[2]]);
        expect(ids(await trial(rule, { until: begin - 1 }))).toEqual([]);
        expect(ids(await trial(rule, { until: begin + days(90) }))).toHaveLength(6);
    });

    it('rules that name what is gone, and their order, are tried as they would be asked', async () => {
        const id = await world.mail('Invoice');
        const { tried } = await trial([
            { does: { queueId: 99 } },
            toBilling('invoice'),
            { does: { priority: 'low' } },
        ]);
        expect(tried).toMatchObject([
            {
                mail: { interactionId: id },
                would: { priority: 'high' },
                decision: {
                    parts: [{ rule: { name: 'Rule 2' } }],
                    passedOver: [{ broken: [{ kind: 'queue_gone' }] }],
                },
            },
        ]);
    });
});
