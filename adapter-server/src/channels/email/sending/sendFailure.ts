import { z } from 'zod';
import type { SendOutcome } from '../../../ports/mail.ts';

/** What nodemailer attaches to its errors; an error without any of it is a connection that failed. */
const smtpError = z.object({
    message: z.string().catch(''),
    code: z.string().optional().catch(undefined),
    responseCode: z.number().optional().catch(undefined),
    response: z.string().optional().catch(undefined),
    command: z.string().optional().catch(undefined),
    rejectedErrors: z
        .array(z.object({ responseCode: z.number().optional() }))
        .optional()
        .catch(undefined),
});

/** Only what is said about the mail itself can be final; a greeting or a password refused says nothing of it. */
const ABOUT_THE_MAIL = /^(?:MAIL|RCPT|DATA|BDAT)/i;

/**
 * RFC 5321, 4.2.1: 5yz about the mail is permanent, all else is temporary and tried again: 4yz, connections that
 * fail or end half-way (the mail may have been taken: its fixed Message-ID lets the receiver see one), wrong
 * credentials (an admin corrects those, and no mail is lost meanwhile).
 */
export function sendFailure(error: unknown): Extract<SendOutcome, { sent: false }> {
    const failure = smtpError.parse(
        error instanceof Error ? { ...error, message: error.message } : { message: String(error) },
    );
    const { code, responseCode, command, rejectedErrors } = failure;
    const text = (failure.response ?? failure.message).slice(0, 500);
    // No SMTP reply at all, and yet about the envelope: no recipient, or an address that is none.
    const envelopeIsWrong = code === 'EENVELOPE' && responseCode === undefined && !rejectedErrors?.length;
    const refused = responseCode !== undefined && responseCode >= 500 && ABOUT_THE_MAIL.test(command ?? '');
    const someMayWorkLater = rejectedErrors?.some((each) => (each.responseCode ?? 0) < 500) ?? false;
    return {
        sent: false,
        permanent: envelopeIsWrong || (refused && responseCode !== 503 && !someMayWorkLater),
        code: responseCode === undefined ? (code ?? 'UNKNOWN') : String(responseCode),
        text,
    };
}

const partly = z.object({
    rejectedErrors: z
        .array(z.object({ recipient: z.string(), responseCode: z.number().optional() }))
        .default([]),
});

/** Of a mail that was taken for some: whom it was refused for, for good (5yz) and for now (all else). */
export function refusedRecipients(info: unknown): { refused: string[]; later: string[] } {
    const { rejectedErrors } = partly.parse(info);
    const addresses = (forGood: boolean): string[] =>
        rejectedErrors
            .filter(({ responseCode = 0 }) => responseCode >= 500 === forGood)
            .map(({ recipient }) => recipient.toLowerCase());
    return { refused: addresses(true), later: addresses(false) };
}
