import { describe, expect, it } from '@jest/globals';
import { split } from './mailFiles.ts';

const one = 'From: a@example.com\nSubject: One\n\nHello\n>From here\n';

describe('files of mail', () => {
    it('are one mail as they are', () => {
        expect(split('a.eml', Buffer.from(one))).toEqual([
            { name: 'a.eml', raw: Buffer.from(one), envelopeFrom: undefined },
        ]);
    });
    it('of the kind mbox are split, unescaped, and name their senders', () => {
        const box = `From a@example.com Mon Oct  6 08:00:00 2025\n${one}\nFrom MAILER-DAEMON Mon Oct  6 08:01:00 2025\nSubject: Two\n\nBye\n`;
        const mails = split('box', Buffer.from(box));
        expect(mails.map(({ name, envelopeFrom }) => ({ name, envelopeFrom }))).toEqual([
            { name: 'box#1', envelopeFrom: 'a@example.com' },
            { name: 'box#2', envelopeFrom: null },
        ]);
        expect(mails[0]?.raw.toString()).toContain('\nFrom here');
        expect(mails[1]?.raw.toString()).toBe('Subject: Two\n\nBye\n');
    });
    it('do not end where a sentence begins with "From "', () => {
        const text =
            'From a@example.com Mon Oct  6 08:00:00 2025\nSubject: x\n\nOne.\n\nFrom 2024 on it was so.\nAnd more.\n';
        expect(split('box', Buffer.from(text))).toHaveLength(1);
    });
    it('tell the null sender from none', () => {
        expect(split('a', Buffer.from('Return-Path: <>\nSubject: x\n\n'))[0]?.envelopeFrom).toBeNull();
        expect(split('a', Buffer.from('Return-Path: <a@example.com>\n\n'))[0]?.envelopeFrom).toBe(
            'a@example.com',
        );
    });
});
