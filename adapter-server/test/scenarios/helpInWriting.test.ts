import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgentSocket } from '../agentSocket.ts';
import { CustomerMailbox } from '../customerMailbox.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';

describe('E6, E7: quick replies, signatures and acknowledgements with fields, through the real server', () => {
    let server: DemoServer;
    let ana: AgentSocket;
    let ada: AgentSocket;
    let maria: CustomerMailbox;
    let support: number;
    let interactionId: number;

    beforeAll(async () => {
        server = await startDemoServer();
        ana = await AgentSocket.signIn(server.url, 'ana');
        ada = await AgentSocket.signIn(server.url, 'ada');
        await ada.command('setStatus', { status: 'unavailable' });
        maria = new CustomerMailbox(server, 'Maria 🎉 Gómez', 'maria@customer.example.com');
        const { items } = await ada.query('listQueues', {});
        support = items.find(({ name }) => name === 'Support')?.id ?? 0;
    }, 60_000);
    afterAll(async () => {
        ana?.close();
        ada?.close();
        await server?.stop();
    }, 30_000);

    it('fills the acknowledgement of a queue; an agent has no place in it', async () => {
        const text = 'Hello {{customer.firstName}}, your number is {{interaction.number}}.';
        const set = (acknowledgement: string) =>
            ada.command('updateQueue', { queueId: support, acknowledgement });
        expect(await set('Yours, {{agent.name}}')).toMatchObject({
            ok: false,
            message: '{{agent.name}} has no value in the acknowledgement: no agent sends it.',
        });
        expect(await set(text)).toMatchObject({ ok: true });
        await maria.send('Broken lamp 🎉', 'It flickers 🙂');
        const offer = await ana.offer();
        interactionId = offer.interactionId;
        await ana.command('acceptOffer', { offerId: offer.offerId });
        const received = await maria.received((mail) => mail.text.includes('your number'));
        expect(received.text.trim()).toBe(`Hello Maria, your number is ${interactionId}.`);
    }, 30_000);

    it('saves what is right and refuses the rest with the next step', async () => {
        const save = (but: object) =>
            ada.command('saveQuickReply', { shortcut: 'welcome', title: 'Welcome', text: 'Hello', ...but });
        expect(await save({ text: 'Dear {{customer.fullName}}' })).toMatchObject({
            ok: false,
            message: '{{customer.fullName}} is no field.',
            nextStep: 'Did you mean {{customer.name}}?',
        });
        expect(await save({ text: 'Hello 👋' })).toMatchObject({ ok: false, code: 'refused' });
        expect(await save({ text: '<img src=x>', format: 'html' })).toMatchObject({ ok: false });
        expect(await save({ shortcut: 'two words' })).toMatchObject({ ok: false, code: 'bad_request' });
        expect(await save({ text: 'Hello {{customer.firstName}}, {{customer.name}}!' })).toMatchObject({
            ok: true,
        });
        expect(await save({ shortcut: 'WELCOME' })).toMatchObject({
            ok: false,
            message: 'The shortcut /WELCOME is taken.',
        });
        expect(await save({ queueId: support, text: 'Support: {{interaction.subject}}' })).toMatchObject({
            ok: true,
        });
    });

    it("is the admin's to change, but for an agent's own, which nobody else sees", async () => {
        const reply = { shortcut: 'welcome', title: 'Welcome, mine', text: 'Hi, {{agent.firstName}} here.' };
        expect(await ana.command('saveQuickReply', reply)).toMatchObject({ ok: false, code: 'forbidden' });
        expect(await ana.command('saveOwnQuickReply', reply)).toMatchObject({ ok: true });
        const seenBy = async (who: AgentSocket) =>
            (await who.query('listQuickReplies', {})).items.flatMap(({ title }) =>
                title.startsWith('Welcome') ? [title] : [],
            );
        expect(await seenBy(ana)).toEqual(['Welcome, mine', 'Welcome', 'Welcome']);
        expect(await seenBy(ada)).toEqual(['Welcome', 'Welcome']);
        const mine = (await ana.query('listQuickReplies', {})).items[0]?.id;
        expect(await ada.command('deleteQuickReply', { quickReplyId: mine })).toMatchObject({
            ok: false,
            code: 'not_found',
        });
    });

    it('is offered with its fields filled, the nearest first, without the emojis of the customer', async () => {
        const help = await ana.query('getWritingHelp', { interactionId });
        const quickReplies = help.quickReplies.filter(({ shortcut }) => shortcut === 'welcome');
        expect(quickReplies.map(({ text }) => text)).toEqual([
            'Hi, Ana here.',
            'Support: Broken lamp',
            'Hello Maria, Maria Gómez!',
        ]);
        expect(quickReplies.flatMap(({ unfilled }) => unfilled)).toEqual([]);
    });

    it('waits for the value of a field, and for an emoji to go, before it is sent', async () => {
        const send = (text: string) => ana.command('sendReply', { interactionId, text });
        expect(await send('Dear {{customer.name}}')).toMatchObject({
            ok: false,
            message: '{{customer.name}} has no value here.',
        });
        expect(await send('Gladly 👍')).toMatchObject({
            ok: false,
            message: 'Emojis are not sent by email: 👍 in the body.',
        });
    });

    it("signs with the agent's own signature, else with the queue's", async () => {
        const { signature } = await ana.query('getWritingHelp', { interactionId });
        expect(signature).toMatchObject({ of: 'queue' });
        expect(await ana.command('saveOwnSignature', { text: 'Ana 🙂' })).toMatchObject({ ok: false });
        await ana.command('saveOwnSignature', { text: 'Yours, {{agent.name}}\n{{queue.name}}' });
        expect((await ana.query('getWritingHelp', { interactionId })).signature).toEqual({
            of: 'agent',
            text: 'Yours, Ana Silva\nSupport',
        });
        expect(await ana.command('sendReply', { interactionId, text: 'Try another bulb.' })).toMatchObject({
            ok: true,
        });
        const received = await maria.received((mail) => mail.text.includes('another bulb'));
        expect(received.text).toContain('Yours, Ana Silva\nSupport');
        expect(received.subject).toBe('Re: Broken lamp 🎉');
        expect(received.text).toContain('> It flickers 🙂');
    }, 30_000);
});
