import type { Logger } from 'pino';
import { createImapMailbox, type ImapMailbox } from '../channels/email/imap/createImapMailbox.ts';
import type { ParseMail } from '../channels/email/parsing/parseMail.ts';
import { imapAccount, passwordOf } from '../config/imapAccount.ts';
import { secretNamed } from '../config.ts';
import { seconds } from '../core/duration.ts';
import { logged } from '../gateway/logged.ts';
import type { MailboxEvents } from '../ports/mailboxEvents.ts';
import { releaseLease, takeLease } from '../storage/leases.ts';
import {
    listMailboxes,
    readCursor,
    saveMailboxState,
    startCursor,
    type Mailbox,
} from '../storage/mailboxes.ts';
import type { OpenedStore } from './openStore.ts';

const LEASE = seconds(20);
const RENEW_EVERY = seconds(5);

export interface MailboxesParts {
    readonly opened: OpenedStore;
    readonly log: Logger;
    readonly parseMail: ParseMail;
    readonly mailboxEvents: MailboxEvents;
    readonly maxBytes: number;
}

/** IMAP mailboxes, each fetched by the one process that holds its lease; another takes over when that one dies. */
export class Mailboxes {
    readonly #parts: MailboxesParts;
    readonly #running = new Map<number, ImapMailbox>();
    #timer: NodeJS.Timeout | null = null;
    #looking: Promise<void> = Promise.resolve();

    constructor(parts: MailboxesParts) {
        this.#parts = parts;
    }

    start(): void {
        this.#looking = this.#look().finally(() => {
            this.#timer = setTimeout(() => this.start(), RENEW_EVERY);
        });
    }

    async stop(): Promise<void> {
        await this.#looking;
        if (this.#timer) clearTimeout(this.#timer);
        for (const [id, mailbox] of this.#running) {
            await mailbox.stop();
            await this.#release(id).catch(() => undefined);
        }
        this.#running.clear();
    }

    async #look(): Promise<void> {
        const { opened, log } = this.#parts;
        try {
            const rows = await listMailboxes({ run: opened.store.read.bind(opened.store) });
            for (const row of rows.filter((mailbox) => mailbox.kind === 'imap')) await this.#attend(row);
        } catch (error) {
            log.warn(
                { error: error instanceof Error ? error.message : String(error) },
                'mailboxes not looked after',
            );
        }
    }

    async #attend(row: Mailbox): Promise<void> {
        const { store, processId } = this.#parts.opened;
        const token = await store.transaction('leaseMailbox', (tx) =>
            takeLease(tx, 'mailbox', String(row.id), processId, LEASE),
        );
        const running = this.#running.get(row.id);
        if (token === null && running) {
            this.#running.delete(row.id);
            await running.stop();
        }
        if (token !== null && !running) this.#open(row);
    }

    #open(row: Mailbox): void {
        const { opened, log, parseMail, mailboxEvents, maxBytes } = this.#parts;
        const { store, clock } = opened;
        const account = imapAccount.parse(row.imap);
        const { passwordEnv } = account;
        const password = passwordOf(account, passwordEnv ? { [passwordEnv]: secretNamed(passwordEnv) } : {});
        if (password === null) {
            log.error(
                { mailboxId: row.id },
                `the variable ${account.passwordEnv} with the mailbox's password is not set`,
            );
            return;
        }
        const mailbox = createImapMailbox({
            config: { ...account, id: row.id, auth: { kind: 'password', password }, maxBytes },
            cursor: {
                load: () => readCursor({ run: store.read.bind(store) }, row.id),
                save: (cursor) =>
                    store.transaction('mailboxStarted', async (tx) => {
                        await startCursor(tx, row.id, cursor);
                    }),
            },
            mailboxEvents,
            parseMail,
            clock,
            log,
            onState: (state, { error }) => {
                store
                    .transaction('mailboxState', async (tx) => {
                        await saveMailboxState(tx, row.id, state, error);
                    })
                    .catch((failure: unknown) =>
                        log.warn({ mailboxId: row.id, err: logged(failure) }, 'mailbox state not saved'),
                    );
            },
        });
        this.#running.set(row.id, mailbox);
        mailbox.start();
    }

    async #release(mailboxId: number): Promise<void> {
        const { store, processId } = this.#parts.opened;
        await store.transaction('releaseMailbox', (tx) =>
            releaseLease(tx, 'mailbox', String(mailboxId), processId),
        );
    }
}
