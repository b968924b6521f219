import { afterAll, describe, it, expect } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMailParser } from './parseMail.ts';
import type { ParseOutcome } from './parseMail.ts';

const parser = createMailParser({ workers: 1 });
afterAll(() => parser.close());

const bytes = (text: string) => new TextEncoder().encode(text.replaceAll('\n', '\r\n'));
const parse = (text: string) => parser.parseMail(bytes(text), { timeoutMs: 10_000 });
function parsed(outcome: ParseOutcome) {
    if ('unparsable' in outcome) throw new Error(outcome.unparsable);
    return outcome.parsed;
}

const REPLY = `Message-ID: <two@example.com>
In-Reply-To: <one@example.com> <zero@example.com>
References: <zero@example.com>
 <one@example.com>
From: =?utf-8?q?Mar=C3=ADa?= <Maria@Example.com>
Reply-To: other@example.com
To: Team: support@example.com, title@example.com;
Date: Mon, 6 Oct 2025 10:00:00 +0200
Subject: =?iso-8859-1?q?Pr=E9stamo?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

caf=E9
--b
Content-Type: image/png; name="../../a\u202egnp.exe"
Content-ID: <logo@x>
Content-Disposition: inline

PNG
--b--
`;

describe('parsing a mail (E1, E2)', () => {
    it('reads ids, people, date, text and attachments', async () => {
        const mail = parsed(await parse(REPLY));
        expect(mail).toMatchObject({
            messageId: '<two@example.com>',
            inReplyTo: ['<one@example.com>', '<zero@example.com>'],
            references: ['<zero@example.com>', '<one@example.com>'],
            from: { name: 'María', address: 'maria@example.com' },
            replyTo: [{ name: '', address: 'other@example.com' }],
            to: [{ address: 'support@example.com' }, { address: 'title@example.com' }],
            subject: 'Préstamo',
            date: Date.UTC(2025, 9, 6, 8),
            html: null,
            classification: { kind: 'human', reasons: [] },
            bouncedMessageId: null,
        });
        expect(mail.text.trim()).toBe('café');
        expect(mail.attachments).toMatchObject([
            { filename: 'agnp.exe', contentType: 'image/png', contentId: 'logo@x', inline: true },
        ]);
        expect(mail.contentHash).toMatch(/^[0-9a-f]{64}$/);
    });

    it('a type that no header may hold is a file of no type: it could not be downloaded otherwise', async () => {
        const odd = REPLY.replace('image/png;', 'im\u00e1ge/\u202epng;');
        expect(parsed(await parse(odd)).attachments).toMatchObject([
            { contentType: 'application/octet-stream' },
        ]);
    });

    it.each(['', 'Date: someday\n', 'Date: Mon, 6 Oct 99999 10:00:00 +0000\n'])(
        'no date from %j',
        async (header) => {
            expect(parsed(await parse(`From: a@example.com\n${header}Message-ID: <>\n\nx`))).toMatchObject({
                date: null,
                messageId: null,
            });
        },
    );

    it('makes text of HTML where no text came', async () => {
        const mail = parsed(
            await parse('From: a@example.com\nContent-Type: text/html\n\n<p>Hello <b>Ana</b></p>\n'),
        );
        expect(mail.text).toBe('Hello Ana');
        expect(mail.html).toContain('<b>Ana</b>');
    });

    it('makes no more text of HTML than is searched and quoted, and keeps the HTML whole', async () => {
        const html = '<p>Hello Ana</p>'.repeat(40_000);
        const mail = parsed(await parse(`From: a@example.com\nContent-Type: text/html\n\n${html}\n`));
        expect(mail.text).toHaveLength(200_000);
        expect(mail.html?.trim()).toBe(html);
    });

    it('has no NUL anywhere, which no database takes', async () => {
        const mail = parsed(await parse('From: "a\u0000b" <a@example.com>\nSubject: s\u0000t\n\nte\u0000xt'));
        expect(JSON.stringify(mail)).not.toContain('\\u0000');
    });

    it('knows the null sender', async () => {
        const raw = bytes('From: a@example.com\nSubject: hi\n\nx');
        const outcome = await parser.parseMail(raw, { timeoutMs: 10_000, envelopeFrom: null });
        expect(parsed(outcome).classification.kind).toBe('auto');
    });

    it.each([
        ['MAILER-DAEMON <>', '', { name: 'MAILER-DAEMON', address: 'mailer-daemon@unknown.invalid' }],
        ['MAILER-DAEMON', '', { name: 'MAILER-DAEMON', address: 'mailer-daemon@unknown.invalid' }],
        ['<>', '', { name: 'Mail system', address: 'mailer-daemon@unknown.invalid' }],
        ['Returns', 'Sender: mta@mx.example.net', { address: 'mta@mx.example.net' }],
        ['Returns', 'Return-Path: <mta@mx.example.net>', { address: 'mta@mx.example.net' }],
    ])('a report from %j %s, which is no address, still is a report', async (from, also, expected) => {
        const mail = parsed(
            await parse(
                `From: ${from}\n${also === '' ? '' : `${also}\n`}Subject: Mail delivery failed\n\nMessage-ID: <ours@example.com>\n`,
            ),
        );
        expect(mail.from).toMatchObject(expected);
        expect(mail).toMatchObject({
            classification: { kind: 'bounce' },
            bouncedMessageId: '<ours@example.com>',
        });
    });

    it('what has no sender anywhere and is no report has none', async () => {
        expect(parsed(await parse('From: Somebody\nSubject: hi\n\nx')).from).toBeNull();
        expect(parsed(await parse('Subject: hi\n\nx')).from).toBeNull();
        const raw = bytes('Subject: hi\n\nx');
        const outcome = await parser.parseMail(raw, { timeoutMs: 10_000, envelopeFrom: 'Ana@Example.com' });
        expect(parsed(outcome).from).toEqual({ name: '', address: 'ana@example.com' });
    });

    it('finds the mail that a bounce speaks of', async () => {
        const mail = parsed(
            await parse(`From: MAILER-DAEMON@mx.example.com
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b

Sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; nobody@example.com
Action: failed
Status: 5.1.1
--b
Content-Type: message/rfc822

Message-ID: <ours@example.com>
Subject: x

y
--b--
`),
        );
        expect(mail.classification.kind).toBe('bounce');
        expect(mail.bouncedMessageId).toBe('<ours@example.com>');
    });

    it.each([
        ['no header', '', /no header/],
        ['nesting without end', nested(150), /nesting/i],
        [
            'too many parts',
            `Content-Type: multipart/mixed; boundary=b\n${'\n--b\nContent-Type: image/png\n\nx'.repeat(1_001)}`,
            /parts/,
        ],
    ])('calls %s unparsable, and goes on', async (_what, text, reason) => {
        expect(await parse(text)).toEqual({ unparsable: expect.stringMatching(reason) });
        expect(parsed(await parse(REPLY)).messageId).toBe('<two@example.com>');
    });
});

function nested(depth: number): string {
    const level = (n: number): string =>
        n === 0
            ? '\nx'
            : `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n${level(n - 1)}\n--b${n}--\n`;
    return `From: a@example.com\n${level(depth)}`;
}

describe('the parser pool', () => {
    /** A worker that hangs, dies or answers as the mail says. */
    const WORKER = `import { parentPort } from 'node:worker_threads';
        parentPort.on('message', ({ id, raw }) => {
            const text = new TextDecoder().decode(raw);
            if (text === 'hang') for (;;);
            if (text === 'die') process.exit(3);
            if (text === 'throw') throw new Error('odd mail');
            parentPort.postMessage({ id, unparsable: 'answered ' + text });
        });`;

    it('ends a worker that hangs or dies, and answers the next mail', async () => {
        const folder = await mkdtemp(join(tmpdir(), 'parser-'));
        const file = join(folder, 'worker.mjs');
        await writeFile(file, WORKER);
        const pool = createMailParser({ workers: 1, workerFile: pathToFileURL(file) });
        // Only what hangs is to run out of time: a worker that was just started may be slow on a busy machine.
        const ask = (text: string) =>
            pool.parseMail(bytes(text), { timeoutMs: text === 'hang' ? 500 : 30_000 });
        expect(
            await Promise.all([ask('hang'), ask('a'), ask('die'), ask('b'), ask('throw'), ask('c')]),
        ).toEqual([
            { unparsable: 'Parsing took longer than 500 ms.' },
            { unparsable: 'answered a' },
            { unparsable: 'Parsing ended with code 3.' },
            { unparsable: 'answered b' },
            { unparsable: 'Parsing failed: odd mail' },
            { unparsable: 'answered c' },
        ]);
        await pool.close();
        await rm(folder, { recursive: true });
    });

    it('refuses work when closed, which says nothing about the mail', async () => {
        const pool = createMailParser({ workers: 1 });
        const open = pool.parseMail(bytes(REPLY), { timeoutMs: 10_000 });
        const closing = pool.close();
        await expect(open).rejects.toThrow('stopping');
        await closing;
        await expect(pool.parseMail(bytes(REPLY), { timeoutMs: 10_000 })).rejects.toThrow('stopping');
    });
});
