import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { saveDraft } from '../../src/workflows/saveDraft.ts';
import { undoSend } from '../../src/workflows/undoSend.ts';
import { seconds } from '../../src/core/duration.ts';
import { draftOf, mail, newestMessage, plain, setUndoFor } from '../agentMail.ts';
import { comesToRest, reply } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const named = (address: string) => ({ name: '', address });
const addresses = (list: readonly { address: string }[] | undefined) => list?.map(({ address }) => address);

describe('a reply to another message than the newest', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let id: number;
    /** Bert's, with Carla in copy; then ours; then Maria's, the newest. */
    let berts: number;
    let ours: number;

    beforeEach(async () => {
        center = await ContactCenter.open();
        ana = await center.agent('Ana', [await center.queue('Support')]);
        await center.arrives(ana);
        id = await center.thread({
            from: { name: 'Bert', address: 'bert@customer.example.com' },
            subject: 'A green lamp',
            text: 'The lamp is green.',
            cc: [named('carla@customer.example.com'), named('maria@customer.example.com')],
        });
        const { rows } = await center.pool.query<{ id: number }>('select min(id)::int as id from messages');
        berts = rows[0]?.id ?? 0;
        await center.accept(ana);
        await reply(center, ana, id, 'Which room?');
        ours = await newestMessage(center, id);
        await center.customerReplies(id, {
            from: named('maria@customer.example.com'),
            text: 'The kitchen.',
        });
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    const written = () => ({ ...plain, interactionId: id, text: 'About the lamp' });
    const idOf = async (message: number): Promise<string> =>
        (await center.pool.query('select message_id from messages where id = $1', [message])).rows[0]
            .message_id;

    it('quotes that one, goes to its sender and threads below it', async () => {
        await center.do(mail.reply, ana, { ...written(), messageId: berts });
        const sent = center.sent.at(-1);
        expect(addresses(sent?.to)).toEqual(['bert@customer.example.com']);
        expect(sent?.inReplyTo).toBe(await idOf(berts));
        expect(sent?.references.at(-1)).toBe(await idOf(berts));
        expect(sent?.text).toContain('> The lamp is green.');
        expect(sent?.text).not.toContain('The kitchen.');
        expect(sent?.subject).toBe('Re: A green lamp');
    });

    it('goes to all whom that one names', async () => {
        await center.do(mail.reply, ana, {
            ...written(),
            kind: 'reply_all' as const,
            messageId: berts,
            cc: ['carla@customer.example.com'],
        });
        expect(addresses(center.sent.at(-1)?.to)).toContain('bert@customer.example.com');
    });

    it('to what we wrote goes where that went', async () => {
        await center.do(mail.reply, ana, { ...written(), messageId: ours });
        const sent = center.sent.at(-1);
        expect(addresses(sent?.to)).toEqual(['bert@customer.example.com']);
        expect(sent?.inReplyTo).toBe(await idOf(ours));
        expect(sent?.text).toContain('> Which room?');
    });

    it('is refused where nobody reads it (E7), though the newest is read', async () => {
        await center.pool.query(`update messages set from_address = 'no-reply@bank.example' where id = $1`, [
            berts,
        ]);
        const sending = (messageId: number | null) =>
            center.run('reply', (tx) => mail.reply(tx, ana.actor, { ...written(), messageId }));
        expect(await sending(berts)).toMatchObject({
            ok: false,
            code: 'refused',
            reason: 'Replies to no-reply@bank.example are not read.',
        });
        expect(await sending(null)).toMatchObject({ ok: true });
    });

    it('is refused to a message of another thread, and to what has not left', async () => {
        const other = await center.thread({ from: named('eve@elsewhere.example.com') });
        const sending = (messageId: number) =>
            center.run('reply', (tx) => mail.reply(tx, ana.actor, { ...written(), messageId }));
        expect(await sending(await newestMessage(center, other))).toMatchObject({
            ok: false,
            code: 'not_found',
        });
        await center.pool.query(`update messages set delivery_state = 'waiting' where id = $1`, [ours]);
        expect(await sending(ours)).toMatchObject({ ok: false, reason: 'This mail has not left yet.' });
        await center.pool.query(`update messages set delivery_state = 'sent' where id = $1`, [ours]);
    });

    it('is kept in the draft, and comes back into it when it is taken back', async () => {
        const typed = { ...written(), kind: 'reply' as const, answers: berts, version: 0 };
        const { draft } = await center.do(saveDraft, ana, typed);
        expect(draft.answers).toBe(berts);
        const later = await center.do(saveDraft, ana, { ...typed, answers: ours, version: draft.version });
        expect(later.draft.answers).toBe(ours);
        await setUndoFor(center, seconds(10));
        const { messageId } = await center.do(mail.reply, ana, { ...written(), messageId: berts });
        await center.do(undoSend, ana, { messageId });
        expect((await draftOf(center, id)).answers).toBe(berts);
    });
});
