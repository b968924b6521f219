import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { MailboxEvents } from '../../../ports/mailboxEvents.ts';
import { NOT_AUTHENTICATED } from '../authentication/authenticateMail.ts';
import type { AuthenticateMail } from '../authentication/authenticateMail.ts';
import { errorText } from '../channelLog.ts';
import type { ChannelLog } from '../channelLog.ts';
import type { ParseMail } from '../parsing/parseMail.ts';
import { parsePlusAddress } from '../plusAddress.ts';
import { IntakeRefusal, tryAgain, unknownRecipient } from './intakeErrors.ts';
import { readMessage } from './readMessage.ts';

export interface MailIntakeOptions {
    readonly host: string;
    /** 0 lets the system choose; the answer says which. */
    readonly port: number;
    readonly lmtp: boolean;
    readonly mailboxEvents: Pick<MailboxEvents, 'received'>;
    readonly parseMail: ParseMail;
    /** Asked with the lower-cased address, whole and then without its plus-tag. */
    readonly acceptsRecipient: (address: string) => Promise<boolean>;
    readonly maxBytes: number;
    /** Left out: every mail is `none` (the demo). */
    readonly authenticate?: AuthenticateMail;
    /** Offers STARTTLS. */
    readonly tls?: { readonly key: string | Buffer; readonly cert: string | Buffer };
    readonly parseTimeoutMs?: number;
    readonly log: ChannelLog;
}

export interface MailIntake {
    readonly port: number;
    /** Takes no new connection, lets those within a mail finish for some seconds. */
    close(): Promise<void>;
}

const PARSE_TIMEOUT_MS = 15_000;
const SOCKET_TIMEOUT_MS = 60_000;
const CLOSE_TIMEOUT_MS = 5_000;
const MOST_CLIENTS = 200;

/**
 * The server's own SMTP or LMTP intake (E1). One mail is one `received`, however many of our addresses it names, and
 * 250 is said only after that resolved: until then the sender keeps the mail and tries again.
 */
export async function createMailIntake(options: MailIntakeOptions): Promise<MailIntake> {
    const { log } = options;
    const server = new SMTPServer({
        lmtp: options.lmtp,
        size: options.maxBytes,
        authOptional: true,
        disabledCommands: options.tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
        ...(options.tls ? { key: options.tls.key, cert: options.tls.cert } : {}),
        disableReverseLookup: true,
        maxClients: MOST_CLIENTS,
        socketTimeout: SOCKET_TIMEOUT_MS,
        closeTimeout: CLOSE_TIMEOUT_MS,
        banner: 'Patchbay',
        logger: false,
        onRcptTo(address, _session, callback) {
            isOurs(options, address.address).then(
                (ours) => callback(ours ? null : unknownRecipient()),
                (error: unknown) => {
                    log.error({ error: errorText(error) }, 'mail intake could not look up a recipient');
                    callback(tryAgain());
                },
            );
        },
        onData(stream, session, callback) {
            takeMail(options, stream, session).then(
                () =>
                    callback(
                        null,
                        options.lmtp ? session.envelope.rcptTo.map(() => '2.0.0 Stored') : '2.0.0 Stored',
                    ),
                (error: unknown) => {
                    if (error instanceof IntakeRefusal) return callback(error);
                    log.error(
                        { session: session.id, error: errorText(error) },
                        'mail intake could not store a mail',
                    );
                    callback(tryAgain());
                },
            );
        },
    });
    server.on('error', (error) => log.warn({ error: errorText(error) }, 'mail intake connection failed'));
    await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(options.port, options.host, () => {
            server.off('error', reject);
            resolve();
        });
    });
    const { port } = server.server.address() as AddressInfo;
    return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function isOurs({ acceptsRecipient }: MailIntakeOptions, address: string): Promise<boolean> {
    const { base, tag } = parsePlusAddress(address);
    return (
        (await acceptsRecipient(address.toLowerCase())) || (tag !== null && (await acceptsRecipient(base)))
    );
}

async function takeMail(
    options: MailIntakeOptions,
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
) {
    const { mailFrom, rcptTo } = session.envelope;
    const envelopeFrom = mailFrom && mailFrom.address !== '' ? mailFrom.address.toLowerCase() : null;
    const envelopeTo = rcptTo.map((recipient) => recipient.address.toLowerCase());
    const peer = { ip: session.remoteAddress, helo: session.hostNameAppearsAs, envelopeFrom };
    const raw = await readMessage(stream, options.maxBytes);
    const [outcome, authentication] = await Promise.all([
        options.parseMail(raw, { timeoutMs: options.parseTimeoutMs ?? PARSE_TIMEOUT_MS, envelopeFrom }),
        options.authenticate?.(raw, peer) ?? NOT_AUTHENTICATED,
    ]);
    const stored = await options.mailboxEvents.received({
        origin: { kind: options.lmtp ? 'lmtp' : 'smtp', mailboxId: null, cursor: null },
        envelopeFrom,
        envelopeTo,
        raw,
        content: 'parsed' in outcome ? { parsed: { ...outcome.parsed, authentication } } : outcome,
    });
    options.log.info({ session: session.id, bytes: raw.length, outcome: stored.outcome }, 'mail received');
}
