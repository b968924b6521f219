import { describe, it, expect } from '@jest/globals';
import { failedAddresses, readDeliveryReport } from './deliveryReport.ts';

const part = (contentType: string, text: string) => ({
    contentType,
    content: new TextEncoder().encode(text),
});

describe('delivery reports (RFC 3464)', () => {
    it('names each recipient with action and status', () => {
        const report = readDeliveryReport(
            [
                part(
                    'message/delivery-status',
                    'Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; A@example.com\nAction: Failed\nStatus: 5.1.1 (unknown)\n\n' +
                        'Original-Recipient: rfc822;<b@example.com>\nAction: delayed\nDiagnostic-Code: smtp; 450 4.2.0 later\n',
                ),
                part('text/rfc822-headers', 'Subject: x\nMessage-ID: <ours@example.com>\n'),
            ],
            '',
        );
        expect(report).toEqual({
            recipients: [
                { address: 'a@example.com', original: null, action: 'failed', status: '5.1.1' },
                {
                    address: 'b@example.com',
                    original: 'b@example.com',
                    action: 'delayed',
                    status: '4.2.0',
                },
            ],
            originalMessageId: '<ours@example.com>',
        });
    });

    it('tells who failed, by either name, and not who is only late', () => {
        const fields = [
            'Reporting-MTA: dns; mx',
            'Original-Recipient: rfc822; Maria@customer.example.com\nFinal-Recipient: rfc822; m7@store.example.com\nAction: failed',
            'Final-Recipient: rfc822; bert@customer.example.com\nAction: delayed',
        ];
        const report = readDeliveryReport([part('message/delivery-status', `${fields.join('\n\n')}\n`)], '');
        expect(failedAddresses(report)).toEqual(['m7@store.example.com', 'maria@customer.example.com']);
    });

    it('reads the id out of a text that quotes the mail', () => {
        const text =
            'I am afraid...\n\n--- Below this line is a copy.\n\nReceived: x\nMessage-Id: <ours@example.com>\n';
        expect(readDeliveryReport([], text).originalMessageId).toBe('<ours@example.com>');
        expect(readDeliveryReport([], 'nothing here').originalMessageId).toBeNull();
    });
});
