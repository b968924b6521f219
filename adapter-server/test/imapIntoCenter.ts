import { createTransport } from 'nodemailer';
import { createImapMailbox, type ImapMailbox } from '../src/channels/email/imap/createImapMailbox.ts';
import type { ImapMailboxConfig, ImapTiming } from '../src/channels/email/imap/imapConfig.ts';
import type { ParseMail } from '../src/channels/email/parsing/parseMail.ts';
import { readCursor, startCursor } from '../src/storage/mailboxes.ts';
import type { Dovecot } from './dovecot.ts';
import type { ContactCenter } from './runningCenter.ts';

export const imapAccount = (dovecot: Dovecot, user: string, id = 0): ImapMailboxConfig => ({
    id,
    host: '127.0.0.1',
    port: dovecot.imapPort,
    secure: false,
    requireTls: false,
    user,
    auth: { kind: 'password', password: dovecot.password },
    mailbox: 'INBOX',
    startFrom: 'beginning',
    authservId: null,
    maxBytes: 100_000,
});

/** What Maria writes to that user, by LMTP. */
export async function delivers(dovecot: Dovecot, user: string, subjects: readonly string[]): Promise<void> {
    const lmtp = createTransport({ host: '127.0.0.1', port: dovecot.lmtpPort, lmtp: true, ignoreTLS: true });
    for (const subject of subjects)
        await lmtp.sendMail({
            from: 'maria@customer.example.com',
            to: `${user}@example.com`,
            envelope: { from: 'maria@customer.example.com', to: user },
            subject,
            text: 'Hello',
        });
    lmtp.close();
}

export interface FetchedMailbox {
    readonly id: number;
    /** One after the other. */
    readonly states: string[];
    /** Opens it, again where it was stopped, with the cursor that the database has. */
    open(): ImapMailbox;
}

/** A mailbox of a queue, fetched from the real IMAP server into the center's database. */
export async function fetchedInto(
    center: ContactCenter,
    dovecot: Dovecot,
    mailbox: { queueId: number; user: string; parseMail: ParseMail; timing?: Partial<ImapTiming> },
): Promise<FetchedMailbox> {
    const { queueId, user, parseMail, timing = {} } = mailbox;
    const { rows } = await center.pool.query<{ id: number }>(
        `insert into mailboxes (address, display_name, queue_id, kind, changed_at) values ($1, 'Desk', $2, 'imap', 0) returning id`,
        [`${user}@example.com`, queueId],
    );
    const id = rows[0]?.id ?? 0;
    const states: string[] = [];
    return {
        id,
        states,
        open: () =>
            createImapMailbox({
                config: imapAccount(dovecot, user, id),
                cursor: {
                    load: () => readCursor({ run: center.store.read.bind(center.store) }, id),
                    save: (cursor) =>
                        center.store.transaction(
                            'started',
                            async (tx) => void (await startCursor(tx, id, cursor)),
                        ),
                },
                mailboxEvents: center.receive,
                parseMail,
                clock: center.clock,
                log: { info: () => undefined, warn: () => undefined, error: () => undefined },
                onState: (state) => void states.push(state),
                timing,
            }),
    };
}

/** The subjects of all interactions, once there are so many. */
export async function takenIn(center: ContactCenter, count: number): Promise<string[]> {
    for (;;) {
        const { rows } = await center.pool.query<{ subject: string }>(
            `select subject from interactions order by id`,
        );
        if (rows.length >= count) return rows.map(({ subject }) => subject);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
