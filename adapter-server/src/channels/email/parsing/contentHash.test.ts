import { describe, it, expect } from '@jest/globals';
import { contentHashOfRaw } from './contentHash.ts';

const mail = (headers: string[], body: string, eol = '\r\n') =>
    new TextEncoder().encode([...headers, '', ...body.split('\n')].join(eol));
const HEADERS = [
    'Message-ID: <a@example.com>',
    'From: ana@example.com',
    'Date: Mon, 6 Oct 2025 10:00:00 +0000',
    'Subject: Loan',
];
const base = contentHashOfRaw(mail(HEADERS, 'Hello\nAna'));

describe('content hash', () => {
    it.each([
        [
            'another way of transport',
            mail(['Received: by x', 'X-Spam: no', ...HEADERS, 'Delivered-To: b@example.com'], 'Hello\nAna'),
        ],
        ['other line ends', mail(HEADERS, 'Hello\nAna', '\n')],
        ['white space at line ends and empty lines at the end', mail(HEADERS, 'Hello  \nAna\n\n\n')],
        ['other folding', mail([...HEADERS.slice(0, 3), 'Subject:\r\n Loan'], 'Hello\nAna')],
    ])('is the same after %s', (_what, raw) => expect(contentHashOfRaw(raw)).toBe(base));

    it.each([
        ['another body', mail(HEADERS, 'Hello\nBen')],
        ['another subject', mail([...HEADERS.slice(0, 3), 'Subject: Lean'], 'Hello\nAna')],
        ['another id', mail(['Message-ID: <b@example.com>', ...HEADERS.slice(1)], 'Hello\nAna')],
        ['an empty line between', mail(HEADERS, 'Hello\n\nAna')],
    ])('differs with %s', (_what, raw) => expect(contentHashOfRaw(raw)).not.toBe(base));
});
