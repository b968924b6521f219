import { buildPlusAddress, parsePlusAddress } from '../src/channels/email/plusAddress.ts';
import { createMailReader } from '../src/channels/email/reading/createMailReader.ts';
import { signReplyToken, verifyReplyToken } from '../src/channels/email/replyToken.ts';
import type { ParsedMail } from '../src/ports/mailboxEvents.ts';
import type { Store } from '../src/storage/transaction.ts';
import { ReceiveEmail } from '../src/workflows/receiveEmail.ts';

let mails = 0;

/** A mail of Maria to Support, unlike every other. */
export function aParsedMail(but: Partial<ParsedMail> = {}): ParsedMail {
    mails += 1;
    return {
        messageId: `<r${mails}@customer.example.com>`,
        inReplyTo: [],
        references: [],
        from: { name: 'Maria', address: 'maria@customer.example.com' },
        replyTo: [],
        to: [{ name: '', address: 'support@example.com' }],
        cc: [],
        subject: `Question ${mails}`,
        date: null,
        text: `Hello ${mails}`,
        html: null,
        attachments: [],
        classification: { kind: 'human', reasons: [] },
        authentication: { spf: 'pass', dkim: 'pass', dmarc: 'pass' },
        contentHash: `received-${mails}`,
        bouncedMessageId: null,
        ...but,
    };
}

/** Takes it in as the channel does; the interaction it became part of. */
export async function receive(store: Store, parsed: ParsedMail): Promise<number> {
    const replyTokens = {
        sign: signReplyToken,
        verify: verifyReplyToken,
        address: buildPlusAddress,
        parse: parsePlusAddress,
    };
    const received = await new ReceiveEmail({
        store,
        replyTokens,
        preview: (text) => text.slice(0, 140),
        mailReader: createMailReader(),
    }).received({
        origin: { kind: 'smtp', mailboxId: null, cursor: null },
        envelopeFrom: parsed.from?.address ?? null,
        envelopeTo: parsed.to.map(({ address }) => address),
        raw: Buffer.from(`raw ${parsed.contentHash}`),
        content: { parsed },
    });
    if (received.outcome !== 'stored') throw new Error(`the mail was ${received.outcome}`);
    return received.interactionId;
}
