import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendReply } from '../../src/workflows/sendReply.ts';
import { mailFormat } from '../../src/channels/email/sending/mailFormat.ts';
import { buildPlusAddress, parsePlusAddress } from '../../src/channels/email/plusAddress.ts';
import { signReplyToken, verifyReplyToken } from '../../src/channels/email/replyToken.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const reply = sendReply({
    format: mailFormat,
    tokens: {
        sign: signReplyToken,
        verify: verifyReplyToken,
        address: buildPlusAddress,
        parse: parsePlusAddress,
    },
});

describe('the main job: mail in, routed, answered, and back to the same agent', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let ben: TestAgent;

    beforeAll(async () => {
        center = await ContactCenter.open();
        const support = await center.queue('Support');
        ana = await center.agent('Ana', [support]);
        ben = await center.agent('Ben', [support]);
        await center.arrives(ana);
        await center.arrives(ben);
    });
    afterAll(() => center.close());

    it('rings, is accepted, answered, and the next mail comes back to the same agent', async () => {
        const id = await center.thread({ subject: 'Broken lamp' });
        expect(await center.ringingAt(ana)).toEqual([id]);
        expect(await center.accept(ana)).toBe(id);
        expect(await center.interaction(id)).toMatchObject({
            routing_state: 'assigned',
            status: 'open',
            agent_id: ana.id,
        });

        await center.do(reply, ana, { interactionId: id, text: 'Try another bulb.', cc: [], uploads: [] });
        expect(center.sent.map((mail) => mail.automatic)).toEqual([true, false]);
        expect(center.sent[1]).toMatchObject({
            to: [{ address: 'maria@customer.example.com' }],
            subject: 'Re: Broken lamp',
            inReplyTo: '<m1@customer.example.com>',
        });
        expect(await center.interaction(id)).toMatchObject({
            original_agent_id: ana.id,
            waiting_since: null,
        });
        const { dismissInteraction } = await import('../../src/workflows/changeInteractionStatus.ts');
        await center.do(dismissInteraction, ana, { interactionId: id });
        expect((await center.interaction(id)).routing_state).toBe('idle');

        await center.customerReplies(id);
        expect(await center.ringingAt(ana)).toEqual([id]);
        expect((await center.interaction(id)).why).toMatchObject({
            kind: 'offered_original',
            agentId: ana.id,
        });
        expect(await center.journal(id)).toEqual([
            'received',
            'acknowledged',
            'queued_new',
            'offered_queue',
            'sent',
            'accepted',
            'replied',
            'sent',
            'dismissed',
            'received',
            'offered_original',
        ]);
    });
});
