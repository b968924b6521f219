import type { MailboxEvents, ReceivedMail } from '../../../ports/mailboxEvents.ts';
import { trustedAuthenticationResults } from '../authentication/trustedResults.ts';
import type { ParseMail } from '../parsing/parseMail.ts';
import { headerValues, splitRawMail } from '../parsing/rawHeaders.ts';
import type { FetchedMail } from './fetchMail.ts';
import type { ImapCursor, ImapMailboxConfig } from './imapConfig.ts';

const ENVELOPE_TO_HEADERS = ['x-original-to', 'delivered-to', 'envelope-to', 'x-envelope-to'];

export interface ReceiveDeps {
    readonly config: ImapMailboxConfig;
    readonly mailboxEvents: MailboxEvents;
    readonly parseMail: ParseMail;
    readonly parseTimeoutMs: number;
}

/** What the workflow is given of one fetched mail, with the cursor that the same transaction stores. */
export async function readFetched(
    deps: ReceiveDeps,
    mail: FetchedMail,
    cursor: ImapCursor,
): Promise<ReceivedMail> {
    const envelope = envelopeOf(mail.raw);
    const content = mail.tooBig
        ? { unparsable: `It is larger than ${deps.config.maxBytes} bytes; only its beginning is kept.` }
        : await parse(deps, mail.raw, envelope.from);
    return receivedMail(deps.config.id, mail.raw, cursor, content);
}

/** For a mail that failed again and again: kept raw for an admin, and out of the others' way (E1). */
export async function receivePoisonous(
    deps: ReceiveDeps,
    raw: Uint8Array,
    cursor: ImapCursor,
    reason: string,
): Promise<void> {
    await deps.mailboxEvents.received(receivedMail(deps.config.id, raw, cursor, { unparsable: reason }));
}

async function parse(deps: ReceiveDeps, raw: Uint8Array, envelopeFrom: string | null | undefined) {
    const outcome = await deps.parseMail(raw, {
        timeoutMs: deps.parseTimeoutMs,
        ...(envelopeFrom === undefined ? {} : { envelopeFrom }),
    });
    if ('unparsable' in outcome) return outcome;
    const authentication = trustedAuthenticationResults(raw, deps.config.authservId);
    return { parsed: { ...outcome.parsed, authentication } };
}

function receivedMail(
    mailboxId: number,
    raw: Uint8Array,
    cursor: ImapCursor,
    content: ReceivedMail['content'],
): ReceivedMail {
    const { from, to } = envelopeOf(raw);
    return {
        origin: { kind: 'imap', mailboxId, cursor },
        envelopeFrom: from ?? null,
        envelopeTo: to,
        raw,
        content,
    };
}

/** What the delivering host wrote down of the envelope; `from` is null for `<>` and undefined where not written. */
function envelopeOf(raw: Uint8Array): { from: string | null | undefined; to: string[] } {
    const { headers } = splitRawMail(raw);
    const returnPath = headerValues(headers, 'return-path')[0];
    const to = ENVELOPE_TO_HEADERS.flatMap((name) => headerValues(headers, name).flatMap(addressIn));
    return {
        from: returnPath === undefined ? undefined : (addressIn(returnPath)[0] ?? null),
        to: [...new Set(to)],
    };
}

function addressIn(value: string): string[] {
    const found = /^<?([^\s<>@]{1,64}@[^\s<>@]{1,255})>?$/.exec(value.trim().toLowerCase());
    return found?.[1] === undefined ? [] : [found[1]];
}
