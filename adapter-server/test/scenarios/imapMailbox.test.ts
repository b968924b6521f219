import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import { AgentSocket } from '../agentSocket.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';
import { startDovecot } from '../dovecot.ts';

const dovecot = await startDovecot();
const demoFile = fileURLToPath(new URL('../../../config/demo-contact-center.json', import.meta.url));

if ('unavailable' in dovecot) {
    process.stderr.write(`The IMAP mailbox is not tested here: ${dovecot.unavailable}\n`);
    it('is tested wherever Dovecot is required', () =>
        expect(process.env['REQUIRE_DOVECOT']).toBeUndefined());
} else {
    afterAll(() => dovecot.stop());

    describe('E1: a mailbox at a real IMAP server', () => {
        let server: DemoServer;
        let directory: string;
        let agent: AgentSocket;
        const deliver = createTransport({
            host: '127.0.0.1',
            port: dovecot.lmtpPort,
            lmtp: true,
            ignoreTLS: true,
        });

        beforeAll(async () => {
            directory = await mkdtemp(join(tmpdir(), 'patchbay-imap-'));
            const file = JSON.parse(await readFile(demoFile, 'utf8')) as { mailboxes: unknown[] };
            const imap = {
                host: '127.0.0.1',
                port: dovecot.imapPort,
                secure: false,
                requireTls: false,
                user: 'desk',
                password: 'secret',
                startFrom: 'beginning',
            };
            file.mailboxes = [
                { address: 'desk@example.com', displayName: 'Desk', queue: 'Support', kind: 'imap', imap },
            ];
            const path = join(directory, 'center.json');
            await writeFile(path, JSON.stringify(file));
            server = await startDemoServer({ PATCHBAY_CONFIG: path });
            agent = await AgentSocket.signIn(server.url, 'ana');
        }, 60_000);
        afterAll(async () => {
            agent?.close();
            await server?.stop();
            await rm(directory, { recursive: true, force: true });
        }, 30_000);

        it('rings at an agent, once, though the server is killed and reads the mailbox again', async () => {
            await deliver.sendMail({
                from: 'Maria <maria@customer.example.com>',
                to: 'desk@example.com',
                envelope: { from: 'maria@customer.example.com', to: 'desk' },
                subject: 'By IMAP',
                text: 'Hello',
            });
            const first = await agent.offer(30_000);
            await server.kill();
            await server.restart();
            const again = await AgentSocket.signIn(server.url, 'ada');
            const { items } = await again.query('listInteractions', { list: 'all' });
            again.close();
            expect(items.map((item) => [item.id, item.subject])).toEqual([[first.interactionId, 'By IMAP']]);
        }, 90_000);
    });
}
