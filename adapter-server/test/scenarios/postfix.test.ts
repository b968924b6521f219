import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { AgentSocket } from '../agentSocket.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';
import { startPostfix, type Postfix } from '../postfix.ts';

describe.each(['smtp', 'lmtp'] as const)(
    'E1: behind a real Postfix that speaks %s to the intake',
    (protocol) => {
        let server: DemoServer;
        let postfix: Postfix | { readonly unavailable: string };
        let admin: AgentSocket | undefined;

        beforeAll(async () => {
            server = await startDemoServer(protocol === 'lmtp' ? { PATCHBAY_LMTP: '1' } : {});
            postfix = await startPostfix({ protocol, port: server.smtpPort });
            if ('unavailable' in postfix)
                process.stderr.write(`Not tested with Postfix: ${postfix.unavailable}\n`);
        }, 60_000);
        afterAll(async () => {
            admin?.close();
            if ('stop' in postfix) postfix.stop();
            await server.stop();
        }, 30_000);

        it('keeps the mail while the server is down, and delivers it once when it is back', async () => {
            if ('unavailable' in postfix) return expect(process.env['REQUIRE_POSTFIX']).toBeUndefined();
            await server.kill();
            const mta = createTransport({ host: '127.0.0.1', port: postfix.smtpPort, ignoreTLS: true });
            await mta.sendMail({
                from: 'Maria <maria@customer.example.net>',
                to: 'support@example.com, title@example.com',
                subject: `By Postfix and ${protocol}`,
                text: 'Hello',
            });
            await server.restart();
            admin = await AgentSocket.signIn(server.url, 'ada');
            for (let left = 60; ; left -= 1) {
                const { items } = await admin.query('listInteractions', { list: 'all' });
                if (items.length > 0 || left === 0) {
                    expect(items.map((item) => item.subject)).toEqual([`By Postfix and ${protocol}`]);
                    break;
                }
                await new Promise((resolve) => setTimeout(resolve, 250));
            }
        }, 60_000);
    },
);
