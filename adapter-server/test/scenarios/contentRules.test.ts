import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
    deleteContentRule,
    orderContentRules,
    setContentRuleActive,
} from '../../src/workflows/keepContentRules.ts';
import { saveQuickReply } from '../../src/workflows/keepQuickReplies.ts';
import { addBlock, releaseSpam } from '../../src/workflows/spam.ts';
import { comesToRest, reply } from '../agentWork.ts';
import type { draftOf } from '../ruledCenter.ts';
import { RuledCenter, subjectHas } from '../ruledCenter.ts';
import type { ContactCenter, TestAgent } from '../runningCenter.ts';

describe('R8: content rules', () => {
    let world: RuledCenter;
    let center: ContactCenter;
    let support: number;
    let billing: number;
    let root: TestAgent;

    beforeEach(async () => {
        world = await RuledCenter.open();
        ({ center, root } = world);
        support = await center.queue('Support');
        billing = await center.queue('Billing');
    });
    afterEach(async () => {
        await comesToRest(center);
        await world.close();
    });
    const acknowledged = () => center.sent.filter((mail) => mail.automatic).map(({ text }) => text);
    const THE_QUEUES = 'We have received your email and will reply shortly.';
    const invoices = { conditions: [subjectHas('invoice*')] };
    const told = (id: number, kind?: RegExp) => world.told(id, kind);

    it('put new mail into a queue and give it a priority, and say why', async () => {
        await world.rule('Invoices', { ...invoices, does: { queueId: billing, priority: 'high' } });
        const id = await world.mail('Invoices of May');
        expect(await world.placed(id)).toMatchObject({ queue: 'Billing', priority: 1, state: 'queued' });
        expect(await told(id)).toEqual([
            'Rule “Invoices” (subject contains “invoice*”) → Billing, High priority.',
        ]);
        expect((await center.interaction(id)).why).toMatchObject({ queueId: billing });
        const other = await world.mail('A parcel');
        expect(await world.placed(other)).toMatchObject({ queue: 'Support', priority: 0 });
        expect(await told(other)).toEqual([]);
    });

    it('what is wanted sooner is offered first, whatever came first', async () => {
        await world.rule('Down', { conditions: [subjectHas('down')], does: { priority: 'urgent' } });
        const [parcel, down] = [await world.mail('A parcel'), await world.mail('The shop is down')];
        const ana = await center.agent('Ana', [support], { capacity: 2 });
        await center.arrives(ana);
        expect(await center.ringingAt(ana)).toEqual([down, parcel]);
    });

    it('who lacks the skill is offered nothing', async () => {
        const ana = await center.agent('Ana', [support]);
        const ben = await center.agent('Ben', [support], { skills: ['german'] });
        await world.rule('German', {
            conditions: [{ field: 'language', operator: 'is', not: false, name: null, values: ['de'] }],
            does: { skills: ['german'] },
        });
        await center.arrives(ana);
        const text = 'Guten Tag, meine letzte Rechnung stimmt leider nicht. Könnten Sie bitte nachsehen?';
        const id = await world.mail('Hallo', { text });
        expect(await center.ringingAt(ana)).toEqual([]);
        await center.arrives(ben);
        expect(await center.ringingAt(ben)).toEqual([id]);
        expect(await told(id)).toEqual(['Rule “German” (language is German) → needs german.']);
    });

    it('tag it, in the name of the rule', async () => {
        await world.rule('VIP', { conditions: [subjectHas('vip')], does: { tags: ['Very important'] } });
        const id = await world.mail('A VIP asks');
        const { rows } = await center.pool.query(
            `select t.name from interaction_tags x join tags t on t.id = x.tag_id where x.interaction_id = $1`,
            [id],
        );
        expect(rows).toEqual([{ name: 'Very important' }]);
        expect((await told(id, /tagged/))[0]).toContain('VIP');
    });

    it('acknowledge it in words of their own, or by a quick reply, or not at all', async () => {
        const ack = (instead: Parameters<typeof draftOf>[1]['does']) => instead;
        const { quickReplyId } = await center.do(saveQuickReply, root, {
            shortcut: 'wait',
            title: 'Wait',
            text: 'Please wait, {{customer.name}}.',
            format: 'plain',
        });
        const text = 'Dear {{customer.name}}, {{queue.name}} has it.';
        await world.rule('Own', {
            ...invoices,
            does: ack({ queueId: billing, acknowledgement: { kind: 'text', text } }),
        });
        await world.rule('Saved', {
            conditions: [subjectHas('wait')],
            does: ack({ acknowledgement: { kind: 'quick_reply', quickReplyId } }),
        });
        await world.rule('None', {
            conditions: [subjectHas('silence')],
            does: ack({ acknowledgement: { kind: 'none' } }),
        });
        await world.mail('Invoice');
        await world.mail('I wait');
        const silent = await world.mail('Silence');
        await world.mail('Anything');
        expect(acknowledged()).toEqual([
            'Dear Maria Lopez, Billing has it.',
            'Please wait, Maria Lopez.',
            THE_QUEUES,
        ]);
        expect(await told(silent, /acknowledgement_skipped/)).toEqual([
            'No automatic acknowledgement: the rule “None” sends none.',
        ]);
    });

    it('change nothing of whom an acknowledgement never goes to, and of its caps (E3)', async () => {
        await world.rule('All', { does: { acknowledgement: { kind: 'text', text: 'Got it.' } } });
        await world.mail('Out of office', { headers: { 'Auto-Submitted': 'auto-replied' } });
        expect(acknowledged()).toEqual([]);
        for (let n = 0; n < 6; n += 1) await world.mail(`Question ${n}`);
        expect(acknowledged()).toHaveLength(5);
    });

    it('sort automatic mail too', async () => {
        await world.rule('Lists', {
            conditions: [{ field: 'header', operator: 'exists', not: false, name: 'List-Id', values: [] }],
            does: { priority: 'low' },
        });
        const id = await world.mail('News', { headers: { 'List-Id': '<news.example.com>' } });
        expect(await world.placed(id)).toMatchObject({ priority: -1 });
    });

    it('find the address without its plus-tag, the attachment, and the new text alone', async () => {
        const is = (
            field: 'to' | 'attachment' | 'text',
            operator: 'is' | 'exists' | 'contains',
            ...values: string[]
        ) => ({
            field,
            operator,
            not: false,
            name: null,
            values,
        });
        await world.rule('To', {
            conditions: [is('to', 'is', 'support@example.com')],
            does: { tags: ['to'] },
        });
        await world.rule('File', { conditions: [is('attachment', 'exists')], does: { tags: ['file'] } });
        await world.rule('Text', {
            conditions: [is('text', 'contains', 'refund')],
            does: { tags: ['text'] },
        });
        const quoting = 'Thank you.\n\nOn Monday Ana Ruiz wrote:\n> Do you want a refund?\n';
        const names = async (id: number) => (await told(id)).map((sentence) => /“(\w+)”/.exec(sentence)?.[1]);
        expect(await names(await world.mail('a', { to: 'support+abc@example.com', text: quoting }))).toEqual([
            'To',
        ]);
        const attachments = [{ filename: 'a.txt', content: 'a' }];
        const all = await world.mail('b', { text: 'A refund, please.', attachments });
        expect(await names(all)).toEqual(['To', 'File', 'Text']);
    });

    it('as spam: kept where nobody gets it, unacknowledged, and released to its queue', async () => {
        const ana = await center.agent('Ana', [billing]);
        await center.arrives(ana);
        await world.rule('Casino', {
            conditions: [subjectHas('casino')],
            does: { spam: true, queueId: billing },
        });
        const id = await world.mail('Your casino bonus');
        expect(await world.placed(id)).toMatchObject({ spam: true, state: 'idle' });
        expect([await center.ringingAt(ana), acknowledged()]).toEqual([[], []]);
        expect((await center.interaction(id)).why).toEqual({ kind: 'spam_by_rule', ruleName: 'Casino' });
        await center.do(releaseSpam, root, { interactionId: id });
        expect(await center.ringingAt(ana)).toEqual([id]);
    });

    it('are not asked of what a block keeps out', async () => {
        await world.rule('All', { does: { queueId: billing } });
        await center.do(addBlock, root, {
            scope: 'sender',
            address: 'maria@customer.example.com',
            reason: '',
        });
        const id = await world.mail('Hello');
        expect(await world.placed(id)).toMatchObject({ spam: true, queue: 'Support' });
        expect(await told(id)).toEqual([]);
    });

    it('in their order: the first to say something has said it, and one may stop the others', async () => {
        const high = await world.rule('High', { ...invoices, does: { priority: 'high' } });
        const low = await world.rule('Low', { ...invoices, does: { priority: 'low', tags: ['low'] } });
        const stop = await world.rule('Stop', { conditions: [subjectHas('stop')], stops: true });
        expect(await world.placed(await world.mail('Invoice 1'))).toMatchObject({ priority: 1 });
        await center.do(orderContentRules, root, { ruleIds: [stop, low, high] });
        expect(await world.placed(await world.mail('Invoice 2'))).toMatchObject({ priority: -1 });
        const stopped = await world.mail('Stop: invoice 3');
        expect(await world.placed(stopped)).toMatchObject({ priority: 0 });
        expect(await told(stopped)).toEqual([
            'Rule “Stop” (subject contains “stop”) → nothing more; the rules behind it were not asked.',
        ]);
        const half = center.run('test', (tx) => orderContentRules(tx, root.actor, { ruleIds: [low, high] }));
        expect(await half).toMatchObject({ ok: false, code: 'conflict' });
    });

    it('off, or deleted, they do nothing, from the next mail on', async () => {
        const ruleId = await world.rule('All', { active: false, does: { priority: 'high' } });
        const priority = async () => (await world.placed(await world.mail('Hello')))?.priority;
        expect(await priority()).toBe(0);
        await center.do(setContentRuleActive, root, { ruleId, active: true });
        expect(await priority()).toBe(1);
        await center.do(deleteContentRule, root, { ruleId });
        expect(await priority()).toBe(0);
    });

    it('leave a reply where its thread is', async () => {
        const ana = await center.agent('Ana', [support]);
        await center.arrives(ana);
        const id = await world.mail('A parcel');
        await center.accept(ana);
        await reply(center, ana, id);
        await world.rule('All', { does: { queueId: billing, priority: 'urgent' } });
        const { rows } = await center.pool.query<{ message_id: string }>(
            `select message_id from messages where interaction_id = $1 and kind = 'message' and direction = 'outbound'`,
            [id],
        );
        expect(await world.mail('Re: A parcel', { inReplyTo: rows[0]?.message_id ?? '' })).toBe(id);
        expect(await world.placed(id)).toMatchObject({ queue: 'Support', priority: 0 });
    });

    it('into a queue without an address: answered from the one that was written to', async () => {
        const legal = await center.queue('Legal');
        await center.pool.query(`delete from mailboxes where queue_id = $1`, [legal]);
        await world.rule('Legal', { conditions: [subjectHas('lawyer')], does: { queueId: legal } });
        const ana = await center.agent('Ana', [legal]);
        await center.arrives(ana);
        const id = await world.mail('My lawyer', { to: 'support+tag@example.com' });
        await center.accept(ana);
        await reply(center, ana, id);
        expect(center.sent.map(({ from }) => from.address)).toEqual([
            'support@example.com',
            'support@example.com',
        ]);
    });

    it('the same where none of our addresses is named: from that of the mailbox which fetched it', async () => {
        const legal = await center.queue('Legal');
        await center.pool.query(`delete from mailboxes where queue_id = $1`, [legal]);
        await world.rule('Legal', { conditions: [subjectHas('lawyer')], does: { queueId: legal } });
        const { rows } = await center.pool.query<{ id: number }>(
            `select id from mailboxes where address = 'support@example.com'`,
        );
        await center.receive.received({
            origin: { kind: 'imap', mailboxId: rows[0]?.id ?? 0, cursor: null },
            envelopeFrom: null,
            envelopeTo: [],
            raw: Buffer.from('raw'),
            content: {
                parsed: center.mail({
                    subject: 'My lawyer',
                    to: [{ name: '', address: 'us@alias.example' }],
                }),
            },
        });
        await center.settle();
        expect(center.sent.map(({ from }) => from.address)).toEqual(['support@example.com']);
    });
});
