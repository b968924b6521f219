import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, seconds } from '../../src/core/duration.ts';
import { setPending } from '../../src/workflows/changeInteractionStatus.ts';
import { markSpam, releaseSpam } from '../../src/workflows/spam.ts';
import { undoSend } from '../../src/workflows/undoSend.ts';
import { draftOf, mail, plain, setUndoFor } from '../agentMail.ts';
import { close, comesToRest, disposition } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

describe('a mail that is taken back after the interaction went on', () => {
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

    const later = () => center.clock.at + hours(3);
    const schedule = async (): Promise<number> =>
        (await center.do(mail.reply, ana, { ...plain, interactionId: id, text: 'Later', sendAt: later() }))
            .messageId;

    it('is not Pending again without a follow-up where the customer wrote meanwhile', async () => {
        await center.do(setPending, ana, { interactionId: id, followUpAt: center.clock.at + hours(5) });
        const messageId = await schedule();
        await center.advance(seconds(1));
        await center.customerReplies(id);
        await center.do(undoSend, ana, { messageId });
        expect(await center.interaction(id)).toMatchObject({ status: 'open', follow_up_at: null });
    });

    it('waits for nobody where it was closed meanwhile; its draft is there', async () => {
        const messageId = await schedule();
        await close(center, ana, id, await disposition(center, 'Solved'));
        await center.do(undoSend, ana, { messageId });
        expect(await center.interaction(id)).toMatchObject({ status: 'closed', waiting_since: null });
        expect(await draftOf(center, id)).toMatchObject({ text: 'Later' });
    });

    it('rings at nobody where it was marked as spam meanwhile, and waits from its arrival once released', async () => {
        const { waiting_since: arrived } = await center.interaction(id);
        const messageId = await schedule();
        await center.do(markSpam, ana, { interactionId: id, reason: 'Scam' });
        await center.advance(seconds(5));
        await center.do(undoSend, ana, { messageId });
        expect(await center.interaction(id)).toMatchObject({ routing_state: 'idle', waiting_since: null });
        await center.do(releaseSpam, ana, { interactionId: id });
        expect(await center.interaction(id)).toMatchObject({ waiting_since: arrived });
    });
});
