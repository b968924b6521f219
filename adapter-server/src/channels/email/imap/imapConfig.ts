import type { Duration } from '../../../core/duration.ts';
import { minutes, seconds } from '../../../core/duration.ts';

export interface ImapCursor {
    /** A decimal number, as text: UIDVALIDITY has 32 bits. */
    readonly uidValidity: string;
    /** Every UID up to this one has been received; 0 means none. */
    readonly uid: number;
}

export interface TokenSource {
    /** Throws SignInRefusedError where a person has to do something about it. */
    accessToken(): Promise<string>;
    /** The server refused the token. @returns whether it was an old one, so that another may do better */
    refused(): boolean;
}

export interface ImapMailboxConfig {
    /** The mailbox row. */
    readonly id: number;
    readonly host: string;
    readonly port: number;
    /** true: TLS from the first byte; false: STARTTLS where the server offers it. */
    readonly secure: boolean;
    /** Refuses to sign in without TLS; only a test or a server on this machine says false. */
    readonly requireTls: boolean;
    readonly user: string;
    readonly auth:
        | { readonly kind: 'password'; readonly password: string }
        /** XOAUTH2 (E11); asked before every connection, so that it can refresh. */
        | ({ readonly kind: 'oauth' } & TokenSource);
    /** Usually INBOX. */
    readonly mailbox: string;
    /** What a mailbox without a cursor starts with. */
    readonly startFrom: 'now' | 'beginning';
    /** The authserv-id this host writes into Authentication-Results; see trustedResults.ts. */
    readonly authservId: string | null;
    readonly maxBytes: number;
}

/** The adapter's own time-outs (business deadlines are timer rows). */
export interface ImapTiming {
    readonly connect: Duration;
    /** No byte for so long while a command runs: the connection is dead. */
    readonly socket: Duration;
    /** IDLE is broken and begun again, which also proves that the other side lives. */
    readonly idle: Duration;
    /** The watchdog asks for new mail so often even if IDLE says nothing. */
    readonly poll: Duration;
    /** A reset of UIDVALIDITY within IDLE is silent: only a new connection shows it. */
    readonly reconnect: Duration;
    readonly firstRetry: Duration;
    readonly longestRetry: Duration;
    readonly parse: Duration;
}

export const IMAP_TIMING: ImapTiming = {
    connect: seconds(20),
    socket: seconds(100),
    idle: seconds(60),
    poll: seconds(60),
    reconnect: minutes(20),
    firstRetry: seconds(1),
    longestRetry: minutes(5),
    parse: seconds(15),
};

/** Full jitter over the upper half, so that many mailboxes of one host do not return in one moment. */
export function retryDelay(failures: number, timing: ImapTiming, random: () => number): Duration {
    const ceiling = Math.min(timing.longestRetry, timing.firstRetry * 2 ** Math.min(failures - 1, 30));
    return Math.round(ceiling * (0.5 + random() / 2));
}
