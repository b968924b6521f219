import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { attachFromMessage } from '../../src/workflows/attachFromMessage.ts';
import { discardMail } from '../../src/workflows/discardMail.ts';
import { saveDraft } from '../../src/workflows/saveDraft.ts';
import { undoSend } from '../../src/workflows/undoSend.ts';
import { draftOf, mail, newestMessage, plain, setUndoFor, uploads } from '../agentMail.ts';
import { seconds } from '../../src/core/duration.ts';
import { answeredThread, comesToRest } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const named = (address: string) => ({ name: '', address });
const addresses = (list: readonly { address: string }[] | undefined) => list?.map(({ address }) => address);

describe('mail that agents write', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let support: number;

    beforeEach(async () => {
        center = await ContactCenter.open();
        support = await center.queue('Support');
        ana = await center.agent('Ana', [support]);
        await center.arrives(ana);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    it('answers all, to whom the agent chose, blind copies unseen, with a subject of its own', async () => {
        const id = await center.thread({ cc: [named('bert@customer.example.com')] });
        await center.accept(ana);
        await center.do(mail.reply, ana, {
            ...plain,
            interactionId: id,
            kind: 'reply_all' as const,
            text: 'Dear all',
            to: ['maria@customer.example.com', 'BERT@customer.example.com'],
            cc: ['carla@customer.example.com'],
            bcc: ['audit@partner.example.com'],
            subject: 'Your lamp, solved',
        });
        const sent = center.sent.at(-1);
        expect(addresses(sent?.to)).toEqual(['maria@customer.example.com', 'bert@customer.example.com']);
        expect([addresses(sent?.cc), addresses(sent?.bcc)]).toEqual([
            ['carla@customer.example.com'],
            ['audit@partner.example.com'],
        ]);
        expect(sent).toMatchObject({ subject: 'Your lamp, solved', automatic: false });
        expect(sent?.inReplyTo).toMatch(/^<m\d+@customer/);
    });

    it('answers all that the mail names, where the agent chose nobody else, and ourselves not', async () => {
        const id = await center.thread({
            to: [named('support@example.com'), named('bert@customer.example.com')],
        });
        await center.pool.query(
            `insert into mailboxes (address, display_name, queue_id, kind, changed_at)
             values ('support@example.com', 'Support', $1, 'intake', 0) on conflict do nothing`,
            [support],
        );
        await center.accept(ana);
        await center.do(mail.reply, ana, {
            ...plain,
            interactionId: id,
            kind: 'reply_all' as const,
            text: 'Dear all',
        });
        expect(addresses(center.sent.at(-1)?.to)).toEqual([
            'maria@customer.example.com',
            'bert@customer.example.com',
        ]);
    });

    it('forwards with the files, and the customer goes on waiting for the agent they had', async () => {
        const ben = await center.agent('Ben', [support]);
        const id = await center.thread({
            text: 'My lamp is broken.',
            attachments: [
                {
                    filename: 'lamp.txt',
                    contentType: 'text/plain',
                    content: Buffer.from('lamp'),
                    contentId: null,
                    inline: false,
                },
            ],
        });
        await center.accept(ana);
        await center.pool.query('update interactions set original_agent_id = $1 where id = $2', [ben.id, id]);
        const before = await center.interaction(id);
        const { rows } = await center.pool.query<{ id: number }>(
            `select id from messages where interaction_id = $1 and direction = 'inbound'`,
            [id],
        );
        const messageId = rows[0]?.id ?? 0;
        const files = await center.do(attachFromMessage, ana, { interactionId: id, messageId });
        await center.do(mail.forward, ana, {
            ...plain,
            interactionId: id,
            messageId,
            text: 'Can you repair this?',
            to: ['workshop@partner.example.com'],
            uploads: files.uploads.map((file) => file.id),
        });
        const sent = center.sent.at(-1);
        expect(sent).toMatchObject({ to: [named('workshop@partner.example.com')], inReplyTo: null });
        expect(sent?.subject).toMatch(/^Fwd: Question/);
        expect(sent?.text).toContain('Can you repair this?');
        expect(sent?.text).toContain('My lamp is broken.');
        expect(sent?.attachments.map((file) => Buffer.from(file.content).toString())).toEqual(['lamp']);
        const after = await center.interaction(id);
        expect(after.waiting_since).toBe(before.waiting_since);
        expect(after.original_agent_id).toBe(ben.id);
        expect(await center.journal(id)).toContain('forwarded');

        // What the third party writes comes back onto the same thread.
        const answer = await center.arrivesMail({
            from: named('workshop@partner.example.com'),
            inReplyTo: [sent?.messageId ?? ''],
            subject: sent?.subject ?? '',
        });
        expect(answer).toMatchObject({ outcome: 'stored', interactionId: id });
    });

    it('forwards the message that was chosen: the draft keeps which, and so does taking it back', async () => {
        await setUndoFor(center, seconds(10));
        const id = await center.thread({ text: 'My lamp is broken.' });
        await center.accept(ana);
        const first = await newestMessage(center, id);
        await center.customerReplies(id, { text: 'And the second one, too.' });
        const draft = { ...plain, interactionId: id, kind: 'forward' as const, text: 'Please look' };
        await center.do(saveDraft, ana, { ...draft, forwards: first, version: 0 });
        expect(await draftOf(center, id)).toMatchObject({ forwards: first });
        const { messageId } = await center.do(mail.forward, ana, {
            ...plain,
            interactionId: id,
            messageId: first,
            text: 'Please look',
            to: ['workshop@partner.example.com'],
        });
        await center.do(undoSend, ana, { messageId });
        expect(await draftOf(center, id)).toMatchObject({ kind: 'forward', forwards: first });
    });

    it('begins a new mail that is its sender’s, and the answer comes back to them', async () => {
        const { interactionId } = await center.do(mail.start, ana, {
            queueId: support,
            address: 'Nora@customer.example.com',
            subject: 'Your order',
        });
        expect(await center.interaction(interactionId)).toMatchObject({
            routing_state: 'assigned',
            agent_id: ana.id,
            status: 'open',
            original_agent_id: null,
        });
        await center.do(mail.sendNew, ana, {
            ...plain,
            interactionId,
            text: 'It has been sent.',
            to: ['nora@customer.example.com'],
            subject: 'Your order is on its way',
        });
        expect(center.sent.at(-1)).toMatchObject({
            subject: 'Your order is on its way',
            inReplyTo: null,
            references: [],
            automatic: false,
        });
        expect((await center.interaction(interactionId)).original_agent_id).toBe(ana.id);
        const answer = await center.customerReplies(interactionId, {
            from: named('nora@customer.example.com'),
        });
        expect(answer).toMatchObject({ interactionId });
    });

    it('refuses a new mail to an address that nobody reads, or to ourselves, and one without subject', async () => {
        for (const address of ['no-reply@bank.example.com', 'support@example.com'])
            expect(
                await center.run('start', (tx) => mail.start(tx, ana.actor, { queueId: support, address })),
            ).toMatchObject({ ok: false, code: 'refused' });
        const { interactionId } = await center.do(mail.start, ana, {
            queueId: support,
            address: 'nora@customer.example.com',
        });
        expect(
            await center.run('send', (tx) =>
                mail.sendNew(tx, ana.actor, { ...plain, interactionId, text: 'Hello' }),
            ),
        ).toMatchObject({ ok: false, reason: 'The mail has no subject.' });
        await center.do(discardMail, ana, { interactionId });
        expect(await center.interaction(interactionId)).toMatchObject({
            status: 'closed',
            routing_state: 'idle',
        });
    });

    it('takes the first of its addressees who is none of us for the customer, and refuses one to us alone', async () => {
        const { interactionId } = await center.do(mail.start, ana, {
            queueId: support,
            address: 'nora@customer.example.com',
            subject: 'Your order',
        });
        const send = (to: string[]) =>
            center.run('send', (tx) =>
                mail.sendNew(tx, ana.actor, {
                    ...plain,
                    interactionId,
                    text: 'Hello',
                    subject: 'Your order',
                    to,
                }),
            );
        const customer = async () =>
            (
                await center.pool.query<{ address: string }>(
                    `select c.address from customers c join interactions i on i.customer_id = c.id where i.id = $1`,
                    [interactionId],
                )
            ).rows[0]?.address;
        expect(await send(['support@example.com', 'Support+x@example.com'])).toMatchObject({
            ok: false,
            reason: 'It names no address but our own.',
        });
        expect(await customer()).toBe('nora@customer.example.com');
        expect(await send(['support@example.com', 'bert@customer.example.com'])).toMatchObject({ ok: true });
        expect(await customer()).toBe('bert@customer.example.com');
    });

    it('cleans formatted text, makes the plain one of it, and sends its images inside', async () => {
        const id = await center.thread();
        await center.accept(ana);
        const bytes = Buffer.from('picture');
        const shown = await uploads(center, ana, {
            filename: 'a.png',
            contentType: 'image/png',
            bytes,
            inline: true,
        });
        const gone = await uploads(center, ana, {
            filename: 'b.png',
            contentType: 'image/png',
            bytes,
            inline: true,
        });
        await center.do(mail.reply, ana, {
            ...plain,
            interactionId: id,
            text: 'Dear Maria look',
            html: `<p onclick="x()">Dear <b>Maria</b><script>alert(1)</script></p><img src="cid:upload.${shown}@patchbay">`,
            uploads: [shown, gone],
        });
        const sent = center.sent.at(-1);
        expect(sent?.html).toContain('<b>Maria</b>');
        expect(sent?.html).toContain(`cid:upload.${shown}@patchbay`);
        expect(sent?.html).not.toMatch(/script|onclick/);
        expect(sent?.html).toContain('<blockquote');
        expect(sent?.text).toMatch(/^Dear Maria/);
        expect(sent?.attachments.map(({ filename, contentId }) => [filename, contentId])).toEqual([
            ['a.png', `upload.${shown}@patchbay`],
        ]);
    });

    it('refuses an emoji in the subject, or in formatted text', async () => {
        const id = await center.thread();
        await center.accept(ana);
        for (const wrong of [{ subject: 'Hi 🙂' }, { html: '<p>Hi 🙂</p>' }])
            expect(
                await center.run('reply', (tx) =>
                    mail.reply(tx, ana.actor, { ...plain, interactionId: id, text: 'Hi', ...wrong }),
                ),
            ).toMatchObject({ ok: false, code: 'refused' });
        expect(await newestMessage(center, id)).toBeGreaterThan(0);
    });

    it('leaves an answered thread as it is when it is forwarded', async () => {
        const id = await answeredThread(center, ana);
        await center.do(mail.forward, ana, {
            ...plain,
            interactionId: id,
            messageId: await newestMessage(center, id),
            text: '',
            to: ['workshop@partner.example.com'],
        });
        expect(await center.interaction(id)).toMatchObject({
            original_agent_id: ana.id,
            waiting_since: null,
        });
    });
});
