import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { createDemoMailbox, type DemoMailbox } from './createDemoMailbox.ts';
import { openMailSink, type SunkMail } from './mailSink.ts';

/** The answers that the tests look at. */
const conversations = z.object({
    conversations: z.array(
        z.object({
            subject: z.string(),
            mails: z.array(
                z.object({ id: z.number(), direction: z.string(), subject: z.string(), preview: z.string() }),
            ),
        }),
    ),
});
const quiet = { info: () => undefined, warn: () => undefined };
const MARIA = 'maria@customer.example.com';
const NOW = Date.parse('2027-03-01T12:00:00Z');

let directory: string;
let arrived: SunkMail[];
let intake: Awaited<ReturnType<typeof openMailSink>>;
let mailbox: DemoMailbox;
let server: Server;
let refuseNext: boolean;

async function open(): Promise<void> {
    mailbox = await createDemoMailbox({
        intakePort: () => Number(new URL(intake.url).port),
        clock: { now: () => NOW },
        log: quiet,
        dataDirectory: directory,
    });
    const app = express().use('/demo/mailbox/api', mailbox.router);
    server = await new Promise<Server>((resolve) => {
        const started = app.listen(0, '127.0.0.1', () => resolve(started));
    });
}
async function shut(): Promise<void> {
    await new Promise((resolve) => server.close(resolve));
    await mailbox.close();
}

beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'demo-mailbox-'));
    arrived = [];
    refuseNext = false;
    intake = await openMailSink((mail) => {
        if (refuseNext) return Promise.reject(new Error('full'));
        arrived.push(mail);
        return Promise.resolve();
    });
    await open();
});
afterEach(async () => {
    await shut();
    await intake.close();
    await rm(directory, { recursive: true, force: true });
});

const at = (path: string): string =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo/mailbox/api${path}`;
const post = (body: unknown): Promise<Response> =>
    fetch(at('/messages'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
    });
const write = (but: object = {}): Promise<Response> =>
    post({
        from: { name: 'Maria Customer', address: MARIA },
        to: ['support@example.com'],
        subject: 'Order',
        text: 'Hällo 👋',
        ...but,
    });
const inbox = async (address = MARIA) =>
    conversations.parse(await (await fetch(at(`/conversations?address=${address}`))).json()).conversations;

/** As Patchbay answers: from the queue's address, with the token in Reply-To. */
async function answer(inReplyTo: string, but: object = {}): Promise<void> {
    const transport = createTransport(mailbox.smtpUrl);
    await transport.sendMail({
        from: 'Example Support <support@example.com>',
        to: MARIA,
        replyTo: 'Example Support <support+r1.abc@example.com>',
        subject: 'Re: Order',
        text: 'It is on its way.',
        messageId: '<pb.1@example.com>',
        inReplyTo,
        references: [inReplyTo],
        ...but,
    });
    transport.close();
}
const headersOf = (mail: SunkMail | undefined): string =>
    (mail?.raw.toString('utf8').split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
const messageIdOf = (mail: SunkMail | undefined): string =>
    /^Message-ID: (.+)$/im.exec(headersOf(mail))?.[1] ?? '';

describe('writing as a customer', () => {
    it('goes by SMTP, with an envelope and headers like those of a mail client', async () => {
        const response = await write({
            attachments: [
                {
                    filename: 'order.txt',
                    contentType: 'text/plain',
                    base64: Buffer.from('No. 7').toString('base64'),
                },
            ],
        });
        expect(response.status).toBe(201);
        expect(arrived).toHaveLength(1);
        expect(arrived[0]).toMatchObject({ from: MARIA, to: ['support@example.com'] });
        const headers = headersOf(arrived[0]);
        expect(headers).toMatch(/^From: Maria Customer <maria@customer\.example\.com>$/m);
        expect(headers).toMatch(/^Message-ID: <[0-9a-f-]{36}@customer\.example\.com>$/m);
        expect(headers).toMatch(/^Date: Mon, 01 Mar 2027 12:00:00 \+0000$/m);
        expect(headers).not.toMatch(/In-Reply-To|References|X-Mailer/i);
        expect(arrived[0]?.raw.toString()).toMatch(/filename=order\.txt/);
        expect((await inbox())[0]?.mails).toEqual([
            expect.objectContaining({ direction: 'sent', subject: 'Order', preview: 'Hällo 👋' }),
        ]);
    });

    it('answers with the threading headers of what it answers', async () => {
        await write();
        await answer(messageIdOf(arrived[0]));
        const received = (await inbox())[0]?.mails.find((mail) => mail.direction === 'received');
        await write({ to: ['support+r1.abc@example.com'], subject: 'Re: Order', answers: received?.id });
        const headers = headersOf(arrived[1]);
        expect(headers).toMatch(/^In-Reply-To: <pb\.1@example\.com>$/m);
        expect(headers).toContain(`References: ${messageIdOf(arrived[0])} <pb.1@example.com>`);
        expect((await inbox()).map(({ mails }) => mails.map((mail) => mail.direction))).toEqual([
            ['sent', 'received', 'sent'],
        ]);
    });

    it.each([
        'maria@gmail.com',
        'maria@example.com.evil.test',
        'maria',
        'a b@example.com',
        'x@example.com\r\nBcc: y@z',
    ])('cannot be done as %j: only names reserved for examples', async (address) => {
        const response = await write({ from: { name: '', address } });
        expect(response.status).toBe(400);
        expect(arrived).toEqual([]);
    });

    it('says what the mail server said where it refuses, and keeps nothing as sent', async () => {
        refuseNext = true;
        const response = await write();
        expect(response.status).toBe(502);
        expect(await response.json()).toMatchObject({
            ok: false,
            message: expect.stringMatching(/451 4\.3\.0/),
        });
        expect(await inbox()).toEqual([]);
    });

    it('takes files up to 8 MB together', async () => {
        const file = (bytes: number) => ({
            filename: 'a.bin',
            base64: Buffer.alloc(bytes).toString('base64'),
        });
        const limit = 8 * 1024 * 1024;
        expect((await write({ attachments: [file(limit)] })).status).toBe(400);
        expect((await write({ attachments: [file(limit - 3)] })).status).toBe(201);
        expect((await write({ attachments: [file(2 * limit)] })).status).toBe(413);
    });

    it('puts no header into the subject', async () => {
        await write({ subject: 'Order\r\nBcc: other@example.org' });
        expect(headersOf(arrived[0])).toMatch(/^Subject: Order Bcc: other@example\.org$/m);
    });
});

describe('what reaches a customer', () => {
    it('is shown with the bytes and headers that were really sent', async () => {
        await answer('<none@customer.example.com>', { headers: { 'Auto-Submitted': 'auto-replied' } });
        const [conversation] = await inbox();
        const id = conversation?.mails[0]?.id;
        const shown = await (await fetch(at(`/messages/${id}`))).json();
        expect(shown).toMatchObject({
            message: {
                text: expect.stringMatching(/^It is on its way\./),
                replyTo: [{ address: 'support+r1.abc@example.com' }],
                headers: expect.arrayContaining([{ name: 'Auto-Submitted', value: 'auto-replied' }]),
            },
        });
        const raw = await fetch(at(`/messages/${id}/raw`));
        expect(raw.headers.get('content-type')).toMatch(/^text\/plain/);
        expect(await raw.text()).toMatch(/^[\s\S]*Auto-Submitted: auto-replied[\s\S]*It is on its way\./);
    });

    it('is theirs alone', async () => {
        await answer('<none@customer.example.com>');
        expect(await inbox('jonas@shop.example.net')).toEqual([]);
    });

    it('runs no script: HTML has a policy of its own, attachments are never shown', async () => {
        await answer('<none@customer.example.com>', {
            html: '<script>alert(1)</script><b>Hello</b>',
            attachments: [{ filename: 'x.html', content: '<script>alert(1)</script>' }],
        });
        const id = (await inbox())[0]?.mails[0]?.id;
        const html = await fetch(at(`/messages/${id}/html`));
        expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
        const file = await fetch(at(`/messages/${id}/attachments/0`));
        expect(file.headers.get('content-type')).toBe('application/octet-stream');
        expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="?x\.html/);
        expect(file.headers.get('x-content-type-options')).toBe('nosniff');
        expect((await fetch(at(`/messages/${id}/attachments/1`))).status).toBe(404);
        expect((await fetch(at('/messages/4711'))).status).toBe(404);
    });
});

describe('a restart', () => {
    it('keeps all mail, and goes on counting', async () => {
        await write();
        await answer(messageIdOf(arrived[0]));
        const before = await inbox();
        await shut();
        await open();
        expect(await inbox()).toEqual(before);
        await write({ subject: 'Another' });
        expect((await inbox()).map(({ subject }) => subject)).toEqual(['Another', 'Order']);
    });

    it('is not disturbed by what a kill left half-written', async () => {
        await write();
        await shut();
        await writeFile(join(directory, 'demo-mailbox', '9.eml'), 'Subject: half');
        await open();
        expect(await inbox()).toHaveLength(1);
        await write({ subject: 'Another' });
        expect(await readdir(join(directory, 'demo-mailbox'))).toContain('10.json');
    });
});
