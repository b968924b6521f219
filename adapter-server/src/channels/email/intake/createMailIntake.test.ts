import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import type { ReceivedMail } from '../../../ports/mailboxEvents.ts';
import { createMailParser } from '../parsing/parseMail.ts';
import { createMailIntake } from './createMailIntake.ts';
import type { MailIntake } from './createMailIntake.ts';

const parser = createMailParser({ workers: 1 });
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const KNOWN = new Set(['support@example.com', 'title@example.com']);
const open: MailIntake[] = [];

afterEach(async () => {
    await Promise.all(open.splice(0).map((intake) => intake.close()));
});
afterAll(() => parser.close());

/** Self-signed, for tests alone. */
const pem = (what: 'key' | 'cert'): Buffer =>
    readFileSync(new URL(`../../../../test/tls/test-only-${what}.pem`, import.meta.url));

async function start({ lmtp = false, fail = false, hold = null as Promise<void> | null, tls = false } = {}) {
    const received: ReceivedMail[] = [];
    const intake = await createMailIntake({
        host: '127.0.0.1',
        port: 0,
        lmtp,
        maxBytes: 50_000,
        parseMail: parser.parseMail,
        acceptsRecipient: (address) =>
            address === 'broken@example.com'
                ? Promise.reject(new Error('down'))
                : Promise.resolve(KNOWN.has(address)),
        mailboxEvents: {
            received: async (mail) => {
                received.push(mail);
                if (hold) await hold;
                if (fail) throw new Error('the store is down');
                return { outcome: 'stored', interactionId: 1, messageId: 1 };
            },
        },
        ...(tls ? { tls: { key: pem('key'), cert: pem('cert') } } : {}),
        log: silent,
    });
    open.push(intake);
    const client = createTransport({ host: '127.0.0.1', port: intake.port, lmtp, ignoreTLS: true });
    const send = (to: string | string[], text = 'Hello', from = 'maria@example.com') =>
        client.sendMail({
            from: 'Maria <maria@example.com>',
            to,
            subject: 'Loan',
            text,
            envelope: { from, to },
        });
    return { intake, received, send };
}
const code = (sending: Promise<unknown>): Promise<number> =>
    sending.then(
        () => 250,
        (error: { responseCode?: number }) => error.responseCode ?? 0,
    );

describe('mail intake (E1)', () => {
    it('gives one mail to several of our addresses to the workflow once', async () => {
        const { send, received } = await start();
        await send(['support@example.com', 'Title+abc@Example.com']);
        expect(received).toHaveLength(1);
        expect(received[0]).toMatchObject({
            origin: { kind: 'smtp', mailboxId: null, cursor: null },
            envelopeFrom: 'maria@example.com',
            envelopeTo: ['support@example.com', 'title+abc@example.com'],
            content: {
                parsed: { subject: 'Loan', authentication: { spf: 'none', dkim: 'none', dmarc: 'none' } },
            },
        });
        expect(new TextDecoder().decode(received[0]?.raw)).toContain('Hello');
    });

    it('refuses unknown recipients with 550, and asks again later when it cannot know', async () => {
        const { send, received } = await start();
        expect(await code(send('stranger@example.com'))).toBe(550);
        expect(await code(send('stranger+support@example.com'))).toBe(550);
        expect(await code(send('broken@example.com'))).toBe(451);
        expect(received).toEqual([]);
    });

    it('says 451 when the store fails, so that the sender tries again', async () => {
        const { send } = await start({ fail: true });
        expect(await code(send('support@example.com'))).toBe(451);
    });

    it.each([true, false])('offers STARTTLS with a certificate: %s', async (tls) => {
        const { intake, received } = await start({ tls });
        const client = createTransport({
            host: '127.0.0.1',
            port: intake.port,
            requireTLS: true,
            tls: { ca: pem('cert'), servername: 'mx.example.com' },
        });
        const mail = { from: 'maria@example.com', to: 'support@example.com', subject: 'Loan', text: 'Hello' };
        const sent = client.sendMail(mail).then(
            () => true,
            () => false,
        );
        expect(await sent).toBe(tls);
        expect(received).toHaveLength(tls ? 1 : 0);
        client.close();
    });

    it('says nothing before the commit', async () => {
        let commit = (): void => undefined;
        const { send, received } = await start({ hold: new Promise((resolve) => (commit = resolve)) });
        let answered = false;
        const sending = send('support@example.com').then(() => (answered = true));
        while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
        await new Promise((resolve) => setImmediate(resolve));
        expect(answered).toBe(false);
        commit();
        expect(await sending).toBe(true);
    });

    it('takes the null sender and hands it on as null', async () => {
        const { send, received } = await start();
        await send('support@example.com', 'Hello', '');
        expect(received[0]?.envelopeFrom).toBeNull();
        expect(received[0]?.content).toMatchObject({ parsed: { classification: { kind: 'auto' } } });
    });

    it('refuses what is too big with 552, announced or not', async () => {
        const { intake, send, received } = await start();
        expect(await code(send('support@example.com', 'x'.repeat(60_000)))).toBe(552);
        const lines = 'x'.repeat(998) + '\r\n';
        expect(
            await talk(intake.port, [
                'HELO a',
                'MAIL FROM:<a@example.com>',
                'RCPT TO:<support@example.com>',
                'DATA',
                `${lines.repeat(60)}.`,
            ]),
        ).toMatch(/^552/);
        expect(
            await talk(intake.port, [
                'HELO a',
                'MAIL FROM:<a@example.com>',
                'RCPT TO:<support@example.com>',
                'DATA',
                `${lines.repeat(40)}.`,
            ]),
        ).toMatch(/^250/);
        expect(received).toHaveLength(1);
    });

    it('lets what cannot be parsed through to the quarantine', async () => {
        const { intake, received } = await start();
        expect(
            await talk(intake.port, [
                'HELO a',
                'MAIL FROM:<a@example.com>',
                'RCPT TO:<support@example.com>',
                'DATA',
                '\r\nno header\r\n.',
            ]),
        ).toMatch(/^250/);
        expect(received[0]?.content).toEqual({ unparsable: expect.stringContaining('no header') });
    });

    it('LMTP answers once for each recipient', async () => {
        const { intake, received } = await start({ lmtp: true });
        const replies = await conversation(intake.port, [
            'LHLO a',
            'MAIL FROM:<a@example.com>',
            'RCPT TO:<support@example.com>',
            'RCPT TO:<stranger@example.com>',
            'RCPT TO:<title@example.com>',
            'DATA',
            'From: a@example.com\r\n\r\nHello\r\n.',
            'QUIT',
        ]);
        expect(replies.filter((reply) => reply.startsWith('250 2.0.0 Stored'))).toHaveLength(2);
        expect(replies.filter((reply) => reply.startsWith('550'))).toHaveLength(1);
        expect(received).toHaveLength(1);
        expect(received[0]?.origin.kind).toBe('lmtp');
        expect(received[0]?.envelopeTo).toEqual(['support@example.com', 'title@example.com']);
    });

    it('keeps nothing of a peer that goes away within a mail', async () => {
        const { intake, received } = await start();
        const socket = connect(intake.port, '127.0.0.1');
        await once(socket, 'data');
        socket.write(
            'HELO a\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<support@example.com>\r\nDATA\r\nFrom: a@example.com\r\n',
        );
        await once(socket, 'data');
        socket.destroy();
        await once(socket, 'close');
        await open.pop()?.close();
        expect(received).toEqual([]);
    });
});

/** The reply to the last of the lines. */
async function talk(port: number, lines: readonly string[]): Promise<string> {
    const replies = await conversation(port, [...lines, 'QUIT']);
    return replies.at(-2) ?? '';
}

/** Says the lines one after the other, each after a reply; all final reply lines in order. */
async function conversation(port: number, lines: readonly string[]): Promise<string[]> {
    const socket = connect(port, '127.0.0.1');
    const replies: string[] = [];
    const left = [...lines];
    let text = '';
    socket.on('data', (chunk) => {
        text += chunk.toString();
        const whole = text.split('\r\n');
        text = whole.pop() ?? '';
        const final = whole.filter((line) => /^\d{3} /.test(line));
        replies.push(...final);
        const next = final.length > 0 ? left.shift() : undefined;
        if (next !== undefined) socket.write(`${next}\r\n`);
    });
    await once(socket, 'close');
    return replies;
}
