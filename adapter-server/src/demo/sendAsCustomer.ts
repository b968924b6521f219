import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { customerAddress } from './customerAddress.ts';
import type { KeptMessage } from './readKept.ts';

const TIMEOUT_MS = 10_000;
const MOST_ATTACHED = 8 * 1024 * 1024;

/** What the customer's page sends. */
export const newMail = z.object({
    from: z.object({ name: z.string().trim().max(120).default(''), address: customerAddress }),
    to: z
        .array(z.email('Write an e-mail address to send to.').max(320))
        .min(1, 'Write whom it is for.')
        .max(10),
    subject: z
        .string()
        .max(900)
        .transform((text) => text.replace(/[\r\n]+/g, ' ')),
    text: z.string().max(1_000_000),
    /** The kept mail that this answers. */
    answers: z.int().positive().nullable().default(null),
    attachments: z
        .array(
            z.object({
                filename: z.string().min(1).max(200),
                contentType: z.string().max(120).default('application/octet-stream'),
                base64: z.base64(),
            }),
        )
        .max(10, 'At most 10 files.')
        .default([])
        .refine(
            (files) => files.reduce((sum, file) => sum + file.base64.length * 0.75, 0) <= MOST_ATTACHED,
            'The files are larger than 8 MB together.',
        ),
});
export type NewMail = z.output<typeof newMail>;

export type Sent =
    | { readonly sent: true; readonly raw: Buffer; readonly response: string }
    /** What the mail server said, or why it could not be asked. */
    | { readonly sent: false; readonly reason: string };

/**
 * Writes the mail as a mail client would, with the headers of a real answer, and hands those very bytes to the
 * intake by SMTP.
 */
export async function sendAsCustomer(
    mail: NewMail,
    answered: KeptMessage | null,
    { intakePort, now }: { intakePort: number; now: number },
): Promise<Sent> {
    const domain = mail.from.address.slice(mail.from.address.lastIndexOf('@') + 1);
    const composed = await createTransport({
        streamTransport: true,
        buffer: true,
        newline: 'windows',
    }).sendMail({
        from: mail.from,
        to: [...mail.to],
        subject: mail.subject,
        text: mail.text,
        date: new Date(now),
        messageId: `<${crypto.randomUUID()}@${domain}>`,
        ...(answered?.messageId
            ? { inReplyTo: answered.messageId, references: [...answered.references, answered.messageId] }
            : {}),
        attachments: mail.attachments.map(({ filename, contentType, base64 }) => ({
            filename,
            contentType,
            content: Buffer.from(base64, 'base64'),
        })),
        xMailer: false,
        disableFileAccess: true,
        disableUrlAccess: true,
    });
    const raw = composed.message as Buffer;
    const transport = createTransport({
        host: '127.0.0.1',
        port: intakePort,
        name: domain,
        secure: false,
        ignoreTLS: true,
        connectionTimeout: TIMEOUT_MS,
        greetingTimeout: TIMEOUT_MS,
        socketTimeout: TIMEOUT_MS,
    });
    try {
        const { response } = await transport.sendMail({
            raw,
            envelope: { from: mail.from.address, to: [...mail.to] },
        });
        return { sent: true, raw, response };
    } catch (error) {
        return { sent: false, reason: error instanceof Error ? error.message : String(error) };
    } finally {
        transport.close();
    }
}
