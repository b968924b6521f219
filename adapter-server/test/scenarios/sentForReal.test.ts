import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgentSocket } from '../agentSocket.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';
import { OutsideMail } from '../outsideMail.ts';

describe('what a mail server outside gets of a real server', () => {
    let outside: OutsideMail;
    let server: DemoServer;
    let ana: AgentSocket | undefined;

    beforeAll(async () => {
        outside = await OutsideMail.open();
        server = await startDemoServer({ SMTP_URL: outside.url });
    }, 60_000);
    afterAll(async () => {
        ana?.close();
        await server?.stop();
        await outside?.close();
    }, 30_000);

    const arrives = (subject: string) =>
        outside.write(server.smtpPort, {
            from: 'maria@customer.example.com',
            to: 'support@example.com',
            subject,
            text: 'Hello',
        });
    const header = (raw: string, name: string): string | undefined =>
        new RegExp(`^${name}: (.*)\\r$`, 'im').exec(raw.split('\r\n\r\n')[0] ?? '')?.[1];

    it('E3: an acknowledgement that nothing can answer, and that says that a machine wrote it', async () => {
        await arrives('Lamp');
        const { raw, envelopeFrom, envelopeTo } = await outside.received('We have received your email');
        expect([envelopeFrom, envelopeTo]).toEqual(['', ['maria@customer.example.com']]);
        expect(header(raw, 'Auto-Submitted')).toBe('auto-replied');
        expect(header(raw, 'X-Auto-Response-Suppress')).toBe('All');
        expect(header(raw, 'Precedence')).toBeUndefined();
        expect(header(raw, 'In-Reply-To')).toMatch(/^<.+>$/);
    }, 60_000);

    it('E6: nothing of a reply that is taken back, though the server is killed in its seconds; one that stays, once', async () => {
        ana = await AgentSocket.signIn(server.url, 'ana');
        await arrives('Chair');
        const { offerId, interactionId } = await ana.offer();
        await ana.command('acceptOffer', { offerId });
        const writes = async (text: string): Promise<number> => {
            const sent = await ana?.command('sendReply', { interactionId, text });
            if (!sent?.ok) throw new Error(sent?.message);
            return (sent.value as { messageId: number }).messageId;
        };
        const dies = async (): Promise<void> => {
            await server.kill();
            await server.restart();
        };
        const messageId = await writes('A word too much.');
        await dies();
        expect(await ana.command('undoSend', { messageId })).toMatchObject({ ok: true });
        const { draft } = await ana.query('getInteraction', { interactionId, showRemote: false });
        expect(draft).toMatchObject({ text: 'A word too much.' });

        await writes('Just right.');
        await dies();
        await server.advance('10s');
        await outside.received('Just right.');
        await server.advance('1h');
        const replies = outside.all().filter(({ envelopeFrom }) => envelopeFrom !== '');
        expect(replies.map(({ raw }) => raw.includes('Just right.'))).toEqual([true]);
    }, 90_000);
});
