import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { saveContentRule } from '../../src/workflows/keepContentRules.ts';
import { deleteQuickReply, saveQuickReply } from '../../src/workflows/keepQuickReplies.ts';
import { comesToRest } from '../agentWork.ts';
import { draftOf, RuledCenter, subjectHas } from '../ruledCenter.ts';
import type { ContactCenter, TestAgent } from '../runningCenter.ts';

describe('R8: content rules and what they name', () => {
    let world: RuledCenter;
    let center: ContactCenter;
    let support: number;
    let root: TestAgent;

    beforeEach(async () => {
        world = await RuledCenter.open();
        ({ center, root } = world);
        support = await center.queue('Support');
    });
    afterEach(async () => {
        await comesToRest(center);
        await world.close();
    });
    const acknowledged = () => center.sent.filter((mail) => mail.automatic).map(({ text }) => text);
    const THE_QUEUES = 'We have received your email and will reply shortly.';

    it('that name what is gone are passed over, and say so', async () => {
        const closed = await center.queue('Closed');
        const { quickReplyId } = await center.do(saveQuickReply, root, {
            shortcut: 'w',
            title: 'W',
            text: 'W',
            format: 'plain',
        });
        await center.agent('Ben', [support], { skills: ['welsh'] });
        await world.rule('Queue', { stops: true, does: { queueId: closed, priority: 'high' } });
        await world.rule('Text', { does: { acknowledgement: { kind: 'quick_reply', quickReplyId } } });
        await world.rule('Skill', { does: { skills: ['welsh'] } });
        await world.rule('Last', { does: { priority: 'low' } });
        await center.pool.query(`delete from mailboxes where queue_id = $1`, [closed]);
        await center.pool.query(`delete from queues where id = $1`, [closed]);
        await center.do(deleteQuickReply, root, { quickReplyId });
        await center.pool.query(`update agents set skills = '{}'`);
        const id = await world.mail('Hello');
        expect(await world.told(id)).toEqual([
            'Rule “Queue” was passed over: its queue is gone.',
            'Rule “Text” was passed over: its quick reply is gone.',
            'Rule “Skill” was passed over: no agent has the skill “welsh” any more.',
            'Rule “Last” (every new email) → Low priority.',
        ]);
        expect(await world.placed(id)).toMatchObject({ queue: 'Support', priority: -1, skills: [] });
        expect(acknowledged()).toEqual([THE_QUEUES]);
    });

    it('are refused where they cannot be meant so', async () => {
        const refused = async (part: Parameters<typeof draftOf>[1]) => {
            const outcome = await center.run('test', (tx) =>
                saveContentRule(tx, root.actor, draftOf('R', part)),
            );
            return outcome.ok ? null : outcome.reason;
        };
        expect(await refused({})).toBe('The rule does nothing.');
        expect(await refused({ does: { queueId: 99 } })).toBe('It cannot be done: its queue is gone.');
        expect(await refused({ does: { skills: ['welsh'] } })).toContain('no agent has the skill');
        const { quickReplyId } = await center.do(saveQuickReply, root, {
            shortcut: 'me',
            title: 'Me',
            text: 'I am {{agent.name}}.',
            format: 'plain',
        });
        const byAgent = { acknowledgement: { kind: 'quick_reply' as const, quickReplyId } };
        expect(await refused({ does: byAgent })).toContain('{{agent.name}} has no value');
        const many = (n: number) => ({
            conditions: [subjectHas(...Array.from({ length: n }, (_, k) => `w${k}`))],
            does: { spam: true },
        });
        for (let n = 0; n < 20; n += 1) await world.rule(`R${n}`, many(100));
        expect(await refused(many(1))).toContain('more than 2000 values');
    });
});
