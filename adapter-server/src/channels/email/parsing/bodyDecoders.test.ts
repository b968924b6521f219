import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMailParser, type MailParser } from './parseMail.ts';
import { readMail } from './readMail.ts';

const HEAD = 'From: a@example.com\nMIME-Version: 1.0\n';
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const part = (encoding: string, body: string, type = 'text/plain; charset=utf-8'): string =>
    `Content-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n${body}`;
const LONG = 'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.\n'.repeat(3_000);
const wrapped = (text: string): string => base64(text).replace(/.{76}/g, '$&\r\n');

/** What the library makes of it, in this thread, where its decoders are its own. */
const MAILS: readonly (readonly [string, string])[] = [
    ['8bit', part('8bit', utf8(LONG))],
    ['8bit with CRLF', part('8bit', utf8(LONG.replaceAll('\n', '\r\n')))],
    ['8bit without an end of line', part('8bit', 'one line')],
    ['a body of nothing', part('7bit', '')],
    ['bare CR within lines', part('7bit', 'a\rb\r\n\r\rc\n')],
    ['an encoding nobody knows', part('x-odd', 'a\nb')],
    ['latin1', part('8bit', 'caf\u00e9', 'text/plain; charset=iso-8859-1')],
    [
        'UTF-16 in base64',
        part('base64', Buffer.from('Grüße', 'utf16le').toString('base64'), 'text/plain; charset=utf-16le'),
    ],
    ['format=flowed', part('7bit', 'soft \nbreak\n\n-- \nAna', 'text/plain; format=flowed; delsp=yes')],
    ['quoted-printable', part('quoted-printable', 'caf=C3=A9 =\nsoft =ZZ =\n'.repeat(1_000))],
    ['base64', part('base64', wrapped(LONG))],
    ['base64 in one line', part('base64', base64(LONG))],
    ['base64 without padding', part('base64', base64('Gruß').replace(/=+$/, ''))],
    ['base64 cut short', part('base64', base64(LONG).slice(0, 1_001))],
    ['base64 with blanks and other characters', part('base64', `R 0\tx*-_h\n${base64('Gruß!')}\n`)],
    ['base64 padded at each line', part('base64', `${base64('Hello')}\n${base64('Ana!')}\n${base64('Bye')}`)],
    ['base64 with bytes above 127', part('base64', `\u00e9${base64('Gruß!')}`)],
    ['base64 that is only padding', part('base64', '====\n==')],
    [
        'two parts and a file',
        `Content-Type: multipart/mixed; boundary=b\n\npreamble\n--b\n${part('8bit', utf8(LONG))}\n--b\n${part('base64', wrapped(LONG), 'image/png; name=a.png')}\n--b\n${part('base64', wrapped('<p>Grüße</p>'), 'text/html; charset=utf-8')}\n--b--\nepilogue`,
    ],
    [
        'a mail in a mail',
        `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n${HEAD}${part('base64', wrapped(LONG))}\n--b--`,
    ],
];

describe('our decoders of bodies', () => {
    let parser: MailParser;
    beforeAll(() => {
        parser = createMailParser({ workers: 1 });
    });
    afterAll(() => parser.close());

    it.each(MAILS)('make the same of %s as the library', async (_what, mail) => {
        const raw = bytes(HEAD + mail);
        const outcome = await parser.parseMail(raw, { timeoutMs: 15_000 });
        expect(outcome).toEqual({ parsed: await readMail(raw, undefined) });
    });

    it('are used: ten megabytes of short lines are read in a moment', async () => {
        const raw = bytes(`${HEAD}${part('8bit', 'ab\n'.repeat(3_500_000))}`);
        const began = performance.now();
        expect(await parser.parseMail(raw, { timeoutMs: 15_000 })).toHaveProperty('parsed');
        expect(performance.now() - began).toBeLessThan(5_000);
    });
});
