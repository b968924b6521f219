import { afterEach, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { OutgoingMail } from '../../../ports/mail.ts';
import { createSmtpSender } from './createSmtpSender.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
});

const MAIL: OutgoingMail = {
    messageId: '<ours@example.com>',
    from: { name: 'Support', address: 'support@example.com' },
    replyTo: { name: '', address: 'support+token@example.com' },
    to: [{ name: 'María', address: 'maria@example.com' }],
    cc: [{ name: '', address: 'ben@example.com' }],
    bcc: [{ name: '', address: 'archive@example.com' }],
    subject: 'Re: Préstamo',
    text: 'Hello',
    html: '<p>Hello <img src="cid:logo"></p>',
    inReplyTo: '<theirs@example.com>',
    references: ['<first@example.com>', '<theirs@example.com>'],
    attachments: [
        {
            filename: 'logo.png',
            contentType: 'image/png',
            content: new Uint8Array([1, 2, 3]),
            contentId: 'logo',
        },
        {
            filename: 'offer.pdf',
            contentType: 'application/pdf',
            content: new Uint8Array([4]),
            contentId: null,
        },
    ],
    automatic: false,
    date: Date.UTC(2025, 9, 6, 8),
};

interface Got {
    readonly from: string;
    readonly to: readonly string[];
    readonly raw: Buffer;
}

/** A mail server that answers as the local part of the recipient says: "r550@…" at RCPT, "d451@…" at DATA. */
async function start() {
    const got: Got[] = [];
    const refusal = (responseCode: number) => Object.assign(new Error('as you wish'), { responseCode });
    const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['AUTH', 'STARTTLS'],
        closeTimeout: 100,
        logger: false,
        onRcptTo: ({ address }, _session, callback) => {
            const wish = /^r(\d{3})@/i.exec(address)?.[1];
            callback(wish ? refusal(Number(wish)) : null);
        },
        onData: (stream, { envelope }, callback) => {
            const chunks: Buffer[] = [];
            stream.on('data', (chunk: Buffer) => chunks.push(chunk));
            stream.on('end', () => {
                const to = envelope.rcptTo.map(({ address }) => address);
                const wish = to.map((address) => /^d(\d{3})@/.exec(address)?.[1]).find(Boolean);
                if (wish) return callback(refusal(Number(wish)));
                got.push({
                    from: envelope.mailFrom ? envelope.mailFrom.address : '?',
                    to,
                    raw: Buffer.concat(chunks),
                });
                callback(null, 'taken');
            });
        },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    closing.push(() => new Promise((resolve) => server.close(() => resolve())));
    const sender = createSmtpSender({
        url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
        log: silent,
    });
    closing.push(() => sender.close());
    return { got, sender };
}
const to = (...addresses: string[]) => ({
    ...MAIL,
    to: addresses.map((address) => ({ name: '', address })),
    cc: [],
    bcc: [],
});

describe('sending mail (E6)', () => {
    it('sends what was composed, with its ids and its thread', async () => {
        const { got, sender } = await start();
        expect(await sender.send(MAIL)).toEqual({ sent: true, response: expect.stringContaining('taken') });
        expect(got[0]).toMatchObject({
            from: 'support@example.com',
            to: ['maria@example.com', 'ben@example.com', 'archive@example.com'],
        });
        const mail = await PostalMime.parse(got[0]!.raw);
        expect(mail).toMatchObject({
            messageId: '<ours@example.com>',
            inReplyTo: '<theirs@example.com>',
            references: '<first@example.com> <theirs@example.com>',
            subject: 'Re: Préstamo',
            replyTo: [{ address: 'support+token@example.com' }],
            date: '2025-10-06T08:00:00.000Z',
            attachments: [
                { filename: 'logo.png', contentId: '<logo>' },
                { filename: 'offer.pdf', disposition: 'attachment' },
            ],
        });
        expect(mail.text?.trim()).toBe('Hello');
        const names = mail.headers.map(({ key }) => key);
        expect(names).not.toEqual(expect.arrayContaining(['bcc']));
        for (const name of ['bcc', 'auto-submitted', 'x-mailer']) expect(names).not.toContain(name);
    });

    it('marks automatic mail, and gives nothing to answer to (RFC 3834)', async () => {
        const { got, sender } = await start();
        await sender.send({ ...MAIL, automatic: true });
        expect(got[0]?.from).toBe('');
        const headers = new Map(
            (await PostalMime.parse(got[0]!.raw)).headers.map(({ key, value }) => [key, value]),
        );
        expect(headers.get('auto-submitted')).toBe('auto-replied');
        expect(headers.get('x-auto-response-suppress')).toBe('All');
        expect(headers.has('precedence')).toBe(false);
    });

    it.each([
        ['r550@example.com', true, '550'],
        ['r450@example.com', false, '450'],
        ['d554@example.com', true, '554'],
        ['d451@example.com', false, '451'],
    ])('%s: permanent %s', async (address, permanent, code) => {
        const { sender, got } = await start();
        expect(await sender.send(to(address))).toMatchObject({ sent: false, permanent, code });
        expect(await sender.send(to('maria@example.com'))).toMatchObject({ sent: true });
        expect(got).toHaveLength(1);
    });

    it('tries again while one of several refused recipients may work later', async () => {
        const { sender } = await start();
        expect(await sender.send(to('r550@example.com', 'r450@example.com'))).toMatchObject({
            sent: false,
            permanent: false,
        });
        expect(await sender.send(to('r550@example.com', 'r551@example.com'))).toMatchObject({
            sent: false,
            permanent: true,
        });
    });

    it('counts a mail as sent when some recipients took it', async () => {
        const { sender } = await start();
        const outcome = await sender.send(
            to('maria@example.com', 'R550@example.com', 'r451@example.com', 'r553@example.com'),
        );
        expect(outcome).toEqual({
            sent: true,
            response: expect.stringContaining('taken'),
            refused: ['r550@example.com', 'r553@example.com'],
            later: ['r451@example.com'],
        });
    });

    it('goes only to those who have not got it, and names all of them', async () => {
        const { got, sender } = await start();
        await sender.send({ ...MAIL, only: ['ben@example.com'] });
        expect(got[0]?.to).toEqual(['ben@example.com']);
        const mail = await PostalMime.parse(got[0]!.raw);
        expect(mail.to).toMatchObject([{ address: 'maria@example.com' }]);
    });

    it('calls a mail without recipients permanent, and no connection temporary', async () => {
        const { sender } = await start();
        expect(await sender.send(to())).toMatchObject({ sent: false, permanent: true });
        const nobody = createSmtpSender({ url: 'smtp://127.0.0.1:1', log: silent });
        closing.push(() => nobody.close());
        expect(await nobody.send(MAIL)).toMatchObject({ sent: false, permanent: false });
    });
});
