import { describe, it, expect } from '@jest/globals';
import { splitRawMail } from '../parsing/rawHeaders.ts';
import { classifyMail } from './classifyMail.ts';

function kindOf(
    headers: string,
    from = 'maria@example.com',
    subject = 'My loan',
    envelopeFrom?: string | null,
) {
    const raw = new TextEncoder().encode(headers === '' ? '\n' : `${headers}\n\n`);
    const sender = { name: '', address: from };
    return classifyMail({
        headers: splitRawMail(raw).headers,
        envelopeFrom,
        from: sender,
        subject,
        text: '',
        parts: [],
    }).kind;
}

describe('who wrote a mail (E3)', () => {
    it.each([
        [''],
        ['Auto-Submitted: no'],
        ['Auto-Submitted: No (really)'],
        ['X-Auto-Response-Suppress: None'],
        ['X-Auto-Response-Suppress: DR, RN, NRN'],
        ['Precedence: normal'],
        ['X-Autoreply: no'],
        ['Content-Type: multipart/mixed; boundary=report-type'],
        ['Return-Path: <maria@example.com>'],
    ])('a person with %j', (headers) => expect(kindOf(headers)).toBe('human'));

    it.each([
        ['Auto-Submitted: auto-replied', 'auto'],
        ['Auto-Submitted: auto-generated; x=1', 'auto'],
        ['Auto-Submitted: auto-notified', 'auto'],
        ['X-Auto-Response-Suppress: All', 'auto'],
        ['X-Auto-Response-Suppress: DR, OOF, AutoReply', 'auto'],
        ['X-Autoreply: yes', 'auto'],
        ['Precedence: auto_reply', 'auto'],
        ['Precedence: bulk', 'bulk'],
        ['Precedence: list', 'list'],
        ['List-Id: <news.example.com>', 'list'],
        ['List-Unsubscribe: <mailto:u@example.com>', 'bulk'],
        ['Return-Path: <>', 'auto'],
        ['X-Failed-Recipients: a@example.com', 'bounce'],
        ['Content-Type: multipart/report; report-type="delivery-status"; boundary=b', 'bounce'],
        ['Content-Type: multipart/report; boundary=b;\n report-type=feedback-report', 'abuse_report'],
        ['Content-Type: multipart/report; report-type=disposition-notification', 'auto'],
    ])('no person with %j: %s', (headers, kind) => expect(kindOf(headers)).toBe(kind));

    it.each([
        ['Out of office hours?'],
        ['Delivery failure of my parcel'],
        ['Re: vacation rental loan'],
        ['Automatic payments'],
        ['Undeliverable promises'],
        ['Away from home, please call'],
    ])('a person who writes %j', (subject) => expect(kindOf('', undefined, subject)).toBe('human'));

    it.each([
        ['Automatic reply: My loan', 'auto'],
        ['Out of Office: back on Monday', 'auto'],
        ['Abwesenheitsnotiz: Urlaub', 'auto'],
        ['Undelivered Mail Returned to Sender', 'bounce'],
        ['Mail delivery failed: returning message to sender', 'bounce'],
        ['Delivery Status Notification (Failure)', 'bounce'],
        ['failure notice', 'bounce'],
        ['complaint about message from 192.0.2.1', 'abuse_report'],
    ])('a machine that writes %j: %s', (subject, kind) => expect(kindOf('', undefined, subject)).toBe(kind));

    it('tells by address and envelope', () => {
        expect(kindOf('', 'no-reply@example.com')).toBe('noreply');
        expect(kindOf('', 'mailer-daemon@example.com')).toBe('bounce');
        expect(kindOf('', 'majordomo@example.com')).toBe('auto');
        expect(kindOf('', undefined, undefined, null)).toBe('auto');
        expect(kindOf('', undefined, undefined, 'maria@example.com')).toBe('human');
    });
});
