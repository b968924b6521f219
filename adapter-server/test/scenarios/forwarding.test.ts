import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { attachFromMessage } from '../../src/workflows/attachFromMessage.ts';
import { saveDraft } from '../../src/workflows/saveDraft.ts';
import { mail, newestMessage, plain, uploads } from '../agentMail.ts';
import { comesToRest } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const named = (address: string) => ({ name: '', address });

describe('what is sent on to somebody else', () => {
    let center: ContactCenter;
    let ana: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        ana = await center.agent('Ana', [await center.queue('Support')]);
        await center.arrives(ana);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    it('forwards an invoice from an address that nobody reads, to which a reply is refused', async () => {
        const id = await center.thread({
            from: named('no-reply@billing.example.com'),
            text: 'Your invoice of November.',
        });
        await center.accept(ana);
        expect(
            await center.run('reply', (tx) =>
                mail.reply(tx, ana.actor, { ...plain, interactionId: id, text: 'Thank you' }),
            ),
        ).toMatchObject({ ok: false, code: 'refused' });
        const written = { ...plain, interactionId: id, messageId: await newestMessage(center, id), text: '' };
        expect(
            await center.run('forward', (tx) =>
                mail.forward(tx, ana.actor, { ...written, to: ['no-reply@billing.example.com'] }),
            ),
        ).toMatchObject({ ok: false, code: 'refused' });
        await center.do(mail.forward, ana, { ...written, to: ['accounts@partner.example.com'] });
        const sent = center.sent.at(-1);
        expect(sent?.to).toEqual([named('accounts@partner.example.com')]);
        expect(sent?.text).toContain('Your invoice of November.');
    });

    it('keeps of each file of the draft which message it came with', async () => {
        const content = Buffer.from('lamp');
        const lamp = { filename: 'lamp.txt', contentType: 'text/plain', contentId: null, inline: false };
        const id = await center.thread({ attachments: [{ ...lamp, content }] });
        await center.accept(ana);
        const { rows } = await center.pool.query<{ id: number }>(
            `select id from messages where interaction_id = $1 and direction = 'inbound'`,
            [id],
        );
        const messageId = rows[0]?.id ?? 0;
        const [copy] = (await center.do(attachFromMessage, ana, { interactionId: id, messageId })).uploads;
        const own = await uploads(center, ana, { ...lamp, bytes: content });
        const { draft } = await center.do(saveDraft, ana, {
            ...plain,
            interactionId: id,
            kind: 'forward' as const,
            text: '',
            forwards: messageId,
            uploads: [copy?.id ?? 0, own],
            version: 0,
        });
        expect(draft.uploads.map((file) => [file.id, file.forwardedFrom])).toEqual([
            [copy?.id, messageId],
            [own, null],
        ]);
    });
});
