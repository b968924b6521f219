import { describe, expect, it } from '@jest/globals';
import { decideMailboxTransport } from './mailboxTransport.ts';

describe('E11: credentials cross a network encrypted', () => {
    it.each([
        ['imap.example.com', true, null, true],
        ['imap.example.com', false, null, false],
        ['127.0.0.1', false, null, true],
        ['localhost', false, null, true],
        ['127.0.0.1.example.com', false, null, false],
        ['imap.example.com', true, 'https://login.example.com/token', true],
        ['imap.example.com', true, 'http://login.example.com/token', false],
        ['imap.example.com', true, 'http://127.0.0.1:9000/token', true],
        ['imap.example.com', true, 'login.example.com', false],
    ])('%s, TLS %s, token from %s: %s', (host, requireTls, tokenUrl, allowed) => {
        expect(decideMailboxTransport({ host, requireTls, tokenUrl }).allowed).toBe(allowed);
    });
});
