import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgentSocket } from '../agentSocket.ts';
import { CustomerMailbox } from '../customerMailbox.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';

interface Saved {
    readonly quickReplyId: number;
    readonly macroId: number;
}

describe('W10: several steps on one key, through the real server', () => {
    let server: DemoServer;
    let ana: AgentSocket;
    let ada: AgentSocket;
    let maria: CustomerMailbox;
    let titleQueue: number;
    let solved: number;
    let thanks: number;

    const value = (answer: { ok: boolean } & object): Saved => {
        if (!('value' in answer)) throw new Error(JSON.stringify(answer));
        return answer.value as Saved;
    };

    beforeAll(async () => {
        server = await startDemoServer();
        ana = await AgentSocket.signIn(server.url, 'ana');
        ada = await AgentSocket.signIn(server.url, 'ada');
        await ada.command('setStatus', { status: 'unavailable' });
        maria = new CustomerMailbox(server, 'Maria Gómez', 'maria@customer.example.com');
        const { items } = await ada.query('listQueues', {});
        titleQueue = items.find(({ name }) => name === 'Credit & Title')?.id ?? 0;
        const { dispositions } = await ada.query('listMacros', {});
        solved = dispositions.find(({ label }) => label === 'Solved')?.id ?? 0;
        const text = '<p>Thank you, {{customer.firstName}}.</p><p>Number <b>{{interaction.number}}</b></p>';
        const reply = { shortcut: 'bye', title: 'Thanks', text, format: 'html' };
        thanks = value(await ada.command('saveQuickReply', reply)).quickReplyId;
    }, 60_000);
    afterAll(async () => {
        ana?.close();
        ada?.close();
        await server?.stop();
    }, 30_000);

    const save = (title: string, steps: object[], more: object = {}) =>
        ada.command('saveMacro', { title, steps, ...more });
    const thread = async (subject: string): Promise<number> => {
        await maria.send(subject, 'Hello');
        const { offerId, interactionId } = await ana.offer();
        await ana.command('acceptOffer', { offerId });
        return interactionId;
    };
    /** What the macro did; that a service target was met by it is told elsewhere. */
    const journal = async (interactionId: number) =>
        (await ana.query('getInteraction', { interactionId })).journal
            .map(({ kind }) => kind)
            .filter((kind) => !kind.startsWith('target_'));

    it('replies, writes a note and closes, all at once', async () => {
        const steps = [
            { kind: 'reply', quickReplyId: thanks, send: true },
            { kind: 'note', text: 'Told {{customer.name}}.' },
            { kind: 'close', dispositionId: solved, notes: 'by key' },
        ];
        const { macroId } = value(await save('Thank and close', steps, { key: '1' }));
        const interactionId = await thread('Lamp');
        const { macros } = await ana.query('getWritingHelp', { interactionId });
        expect(macros).toEqual([
            {
                id: macroId,
                own: false,
                key: '1',
                title: 'Thank and close',
                does: ['send "Thanks"', 'write a note', 'close: Solved'],
            },
        ]);
        expect(await ana.command('runMacro', { interactionId, macroId })).toMatchObject({
            ok: true,
            value: { insert: null, messageId: expect.any(Number) },
        });
        const mail = await maria.received(({ text }) => text.includes('Thank you, Maria.'));
        expect(mail.text).toContain(`Thank you, Maria.\n\nNumber ${interactionId}`);
        const { summary } = await ana.query('getInteraction', { interactionId });
        expect(summary.status).toBe('closed');
        const kinds = (await journal(interactionId)).filter((kind) => kind !== 'sent');
        expect(kinds.slice(-4)).toEqual(['macro_run', 'replied', 'note', 'closed']);
        const { items } = await ana.query('getContactFeed', { interactionId });
        expect(items.some(({ text }) => text === 'Told Maria Gómez.')).toBe(true);
        await ana.command('dismissInteraction', { interactionId });
    }, 30_000);

    it('what it sent and closed with is taken back with both, as by Send and close', async () => {
        const reply = { kind: 'reply', quickReplyId: thanks, send: true };
        const closing = { kind: 'close', dispositionId: solved, notes: '' };
        const { macroId } = value(await save('Answer and close', [reply, closing]));
        const interactionId = await thread('Too soon');
        const run = await ana.command('runMacro', { interactionId, macroId });
        const { messageId } = (run as unknown as { value: { messageId: number } }).value;
        expect(await ana.command('undoSend', { messageId })).toMatchObject({ ok: true });
        const { summary, draft } = await ana.query('getInteraction', { interactionId });
        expect(summary).toMatchObject({ status: 'open', wrapUp: null, waitingSince: expect.any(Number) });
        expect(draft?.text).toContain('Thank you, Maria.');
        await ana.command('closeInteraction', { interactionId, dispositionId: solved, notes: '' });
        await ana.command('dismissInteraction', { interactionId });
    }, 30_000);

    it('adds tags and takes them off', async () => {
        const { macroId } = value(
            await save('Refund', [
                { kind: 'add_tag', name: 'Refund' },
                { kind: 'remove_tag', name: 'To sort' },
                { kind: 'resolve' },
            ]),
        );
        const interactionId = await thread('Money back');
        await ana.command('addTag', { interactionId, name: 'To sort' });
        const { macros } = await ana.query('getWritingHelp', { interactionId });
        expect(macros.find(({ id }) => id === macroId)?.does).toEqual([
            'add the tag “Refund”',
            'remove the tag “To sort”',
            'resolve',
        ]);
        expect(await ana.command('runMacro', { interactionId, macroId })).toMatchObject({ ok: true });
        const { summary } = await ana.query('getInteraction', { interactionId });
        expect(summary).toMatchObject({ status: 'resolved', tags: ['Refund'] });
        expect((await journal(interactionId)).slice(-4)).toEqual([
            'macro_run',
            'tagged',
            'untagged',
            'resolved',
        ]);
        expect(await save('Bad', [{ kind: 'add_tag', name: 'a,b' }])).toMatchObject({
            ok: false,
            code: 'refused',
        });
        await ana.command('dismissInteraction', { interactionId });
    }, 30_000);

    it('is refused as a whole, with the step named, and leaves nothing behind', async () => {
        const interactionId = await thread('Shade');
        const macroId = value(
            await ana.command('saveOwnMacro', {
                title: 'Note, then send',
                steps: [
                    { kind: 'note', text: 'About to answer' },
                    { kind: 'reply', quickReplyId: thanks, send: true },
                ],
            }),
        ).macroId;
        await ana.command('saveDraft', { interactionId, text: 'My own words', version: 0 });
        const before = await journal(interactionId);
        expect(await ana.command('runMacro', { interactionId, macroId })).toMatchObject({
            ok: false,
            code: 'refused',
            message: 'Step 2 (Reply): You have begun a reply of your own.',
            nextStep: 'Send or remove it first.',
        });
        expect(await journal(interactionId)).toEqual(before);
        const { items } = await ana.query('getContactFeed', { interactionId });
        expect(items.some(({ text }) => text === 'About to answer')).toBe(false);
        const { draft } = await ana.query('getInteraction', { interactionId });
        expect(draft?.text).toBe('My own words');
        await ana.command('returnToQueue', { interactionId });
        await ana.command('deleteOwnMacro', { macroId });
    }, 30_000);

    it('gives the text to the composer where it does not send, and sets it pending or passes it on', async () => {
        const insert = { kind: 'reply', quickReplyId: thanks, send: false };
        const wait = value(await save('Ask and wait', [insert, { kind: 'pending', after: 3_600_000 }]));
        const pass = value(
            await save('To Title', [{ kind: 'transfer', queueId: titleQueue, note: 'A title' }]),
        );
        const interactionId = await thread('House');
        const asked = await ana.command('runMacro', { interactionId, macroId: wait.macroId });
        expect(asked).toMatchObject({
            ok: true,
            value: {
                messageId: null,
                insert: {
                    text: `Thank you, Maria.\n\nNumber ${interactionId}`,
                    html: `<p>Thank you, Maria.</p><p>Number <b>${interactionId}</b></p>`,
                    unfilled: [],
                },
            },
        });
        expect((await ana.query('getInteraction', { interactionId })).summary.status).toBe('pending');
        expect(await ana.command('runMacro', { interactionId, macroId: pass.macroId })).toMatchObject({
            ok: true,
        });
        expect((await ada.query('getInteraction', { interactionId })).summary.queue.id).toBe(titleQueue);
    }, 30_000);

    it('is saved only where it makes sense, and only by whom it belongs to', async () => {
        const close = { kind: 'close', dispositionId: solved, notes: '' };
        const insert = { kind: 'reply', quickReplyId: thanks, send: false };
        expect(await save('x', [close, { kind: 'resolve' }])).toMatchObject({ ok: false, code: 'refused' });
        expect(await save('x', [insert, close])).toMatchObject({
            nextStep: 'Let the macro send it, or leave that step out.',
        });
        expect(await save('x', [{ kind: 'note', text: '{{custmer.name}}' }])).toMatchObject({
            message: 'Step 1 (Note): {{custmer.name}} is no field.',
        });
        expect(await save('x', [{ kind: 'resolve' }], { key: '1' })).toMatchObject({
            message: 'The key 1 is taken by another macro.',
        });
        const own = { shortcut: 'mine', title: 'Mine', text: 'Mine' };
        const mine = value(await ana.command('saveOwnQuickReply', own)).quickReplyId;
        const withMine = [{ kind: 'reply', quickReplyId: mine, send: true }];
        expect(await save('x', withMine)).toMatchObject({
            message: 'Step 1 (Reply): This quick reply is not there for it.',
        });
        expect(await ana.command('saveOwnMacro', { title: 'x', steps: withMine })).toMatchObject({
            ok: true,
        });
        expect(await ana.command('saveMacro', { title: 'x', steps: withMine })).toMatchObject({
            code: 'forbidden',
        });
    });
});
