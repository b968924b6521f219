import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import { AgentSocket } from '../agentSocket.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';

/** Pid of the embedded PostgreSQL's postmaster, as it wrote it down itself. */
async function postmaster(data: string): Promise<number> {
    const home = join(data, 'postgres');
    for (const name of await readdir(home, { recursive: true }))
        if (name.endsWith('postmaster.pid'))
            return Number((await readFile(join(home, name), 'utf8')).split('\n')[0]);
    throw new Error(`no postmaster.pid in ${home}`);
}

describe('the database is killed under a running server', () => {
    let server: DemoServer;
    let agent: AgentSocket;
    let smtp: Transporter;

    beforeAll(async () => {
        server = await startDemoServer();
        agent = await AgentSocket.signIn(server.url, 'ana');
        smtp = createTransport({ host: '127.0.0.1', port: server.smtpPort, ignoreTLS: true });
    }, 60_000);
    afterAll(async () => {
        agent?.close();
        await server?.stop();
    }, 30_000);

    it('is back within 5 seconds, and a command that met the gap is done once by its id', async () => {
        await smtp.sendMail({
            from: 'maria@customer.example.com',
            to: 'support@example.com',
            subject: 'A',
            text: 'a',
        });
        const { offerId, interactionId } = await agent.offer();
        await agent.command('acceptOffer', { offerId });

        process.kill(await postmaster(server.dataDirectory), 'SIGKILL');
        const killedAt = Date.now();
        const sent = await agent.command(
            'sendReply',
            { interactionId, text: 'Hello' },
            'the-same-command-id',
        );
        expect(sent).toMatchObject({ ok: true });
        expect(Date.now() - killedAt).toBeLessThan(5_000 + 3_000);
        expect(
            await agent.command('sendReply', { interactionId, text: 'Hello' }, 'the-same-command-id'),
        ).toEqual(sent);
        const { messages } = await agent.query('getInteraction', { interactionId });
        expect(
            messages.filter((message) => message.kind === 'message' && message.direction === 'outbound'),
        ).toHaveLength(1);

        await smtp.sendMail({
            from: 'maria@customer.example.com',
            to: 'support@example.com',
            subject: 'B',
            text: 'b',
        });
        expect((await agent.offer()).interactionId).not.toBe(interactionId);
    }, 60_000);

    it('drains on SIGTERM: exits 0 within 10 seconds', async () => {
        const began = Date.now();
        expect(await server.terminate()).toBe(0);
        expect(Date.now() - began).toBeLessThan(10_000);
    }, 20_000);
});
