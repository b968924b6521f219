import { describe, expect, it } from '@jest/globals';
import type { ParsedMail } from '../../ports/mailboxEvents.ts';
import { countIndependent } from './independentMails.ts';

const who = (address: string) => ({ name: '', address });
const mail = (n: number, changed: Partial<ParsedMail> = {}): ParsedMail => ({
    messageId: `<${n}@customer.example.com>`,
    inReplyTo: [],
    references: [],
    from: who(`${n}@customer.example.com`),
    replyTo: [],
    to: [],
    cc: [],
    subject: `Question ${n}`,
    date: null,
    text: '',
    html: null,
    attachments: [],
    classification: { kind: 'human', reasons: [] },
    authentication: { spf: 'none', dkim: 'none', dmarc: 'none' },
    contentHash: `hash ${n}`,
    bouncedMessageId: null,
    ...changed,
});

describe('mails that are looked up together', () => {
    it('are all that have nothing to do with each other', () => {
        expect(countIndependent([mail(1), mail(2), mail(3)])).toBe(3);
    });

    it.each<[string, Partial<ParsedMail>]>([
        ['answers it', { inReplyTo: ['<1@customer.example.com>'] }],
        ['names it among its references', { references: ['<0@example.com>', '<1@customer.example.com>'] }],
        ['reports that it came back', { bouncedMessageId: '<1@customer.example.com>' }],
        ['bears its Message-ID', { messageId: '<1@customer.example.com>' }],
        ['is the same', { contentHash: 'hash 1' }],
        ['is of the same sender', { from: who('1@customer.example.com') }],
        ['would be acknowledged to the same address', { replyTo: [who('1@customer.example.com')] }],
    ])('end before one that %s', (_what, changed) => {
        expect(countIndependent([mail(1), mail(2, changed), mail(3)])).toBe(1);
    });

    it('end before one that answers the same mail as one before it', () => {
        const inReplyTo = ['<ours@example.com>'];
        expect(countIndependent([mail(1, { inReplyTo }), mail(2), mail(3, { inReplyTo })])).toBe(2);
    });
});
