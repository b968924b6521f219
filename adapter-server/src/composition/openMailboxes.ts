import type { Logger } from 'pino';
import { createImapMailbox, type ImapMailbox } from '../channels/email/imap/createImapMailbox.ts';
import type { ParseMail } from '../channels/email/parsing/parseMail.ts';
import { storedImapAccount } from '../config/imapAccount.ts';
import { seconds } from '../core/duration.ts';
import { logged } from '../gateway/logged.ts';
import type { MailboxEvents, ReceivedMail } from '../ports/mailboxEvents.ts';
import { holdsLease, releaseLease, takeLease } from '../storage/leases.ts';
import { lockMailbox } from '../storage/mailboxAdministration.ts';
import {
    listMailboxes,
    readCursor,
    saveMailboxState,
    startCursor,
    type Mailbox,
} from '../storage/mailboxes.ts';
import { UnreadableSecretError } from '../storage/sealing/cipher.ts';
import type { SecretBox } from '../storage/sealing/secretBox.ts';
import type { Transaction } from '../storage/transaction.ts';
import { openedSecret, openSecret, sealMailbox } from '../workflows/mailboxes/mailboxSecrets.ts';
import { credentialsOf, type Credentials } from './mailboxCredentials.ts';
import type { OpenedStore } from './openStore.ts';

const LEASE = seconds(20);
const RENEW_EVERY = seconds(5);

export interface MailboxesParts {
    readonly opened: OpenedStore;
    readonly log: Logger;
    readonly parseMail: ParseMail;
    readonly mailboxEvents: MailboxEvents;
    readonly maxBytes: number;
    readonly secretBox: SecretBox;
}
interface Running {
    /** null: nobody can sign in, and its state says why. */
    readonly mailbox: ImapMailbox | null;
    readonly version: number;
    readonly token: number;
}

/**
 * IMAP mailboxes, each fetched by the one process that holds its lease; another takes over when that one dies, and a
 * holder that comes back from a pause writes nothing under its old token. A changed mailbox is opened anew.
 */
export class Mailboxes {
    readonly #parts: MailboxesParts;
    readonly #running = new Map<number, Running>();
    #timer: NodeJS.Timeout | null = null;
    #looking: Promise<void> | null = null;
    #again = false;
    #stopped = false;

    constructor(parts: MailboxesParts) {
        this.#parts = parts;
    }

    start(): void {
        this.#parts.opened.bus.subscribe((signals) => {
            if (signals.mailboxes || signals.everything) this.#lookNow();
        });
        this.#lookNow();
    }

    async stop(): Promise<void> {
        this.#stopped = true;
        if (this.#timer) clearTimeout(this.#timer);
        await this.#looking;
        await Promise.all([...this.#running.keys()].map((id) => this.#close(id, true)));
    }

    #lookNow(): void {
        if (this.#stopped) return;
        this.#again = true;
        if (this.#looking) return;
        if (this.#timer) clearTimeout(this.#timer);
        this.#looking = this.#look().finally(() => {
            this.#looking = null;
            if (!this.#stopped) this.#timer = setTimeout(() => this.#lookNow(), RENEW_EVERY);
        });
    }

    async #look(): Promise<void> {
        const { opened, log } = this.#parts;
        while (this.#again && !this.#stopped) {
            this.#again = false;
            try {
                const rows = await listMailboxes({ run: opened.store.read.bind(opened.store) });
                const wanted = rows.filter(({ kind, enabled }) => kind === 'imap' && enabled);
                for (const id of this.#running.keys())
                    if (!wanted.some((row) => row.id === id)) await this.#close(id, true);
                await Promise.all(wanted.map((row) => this.#attend(row)));
            } catch (error) {
                log.warn({ err: logged(error) }, 'mailboxes not looked after');
            }
        }
    }

    async #attend(row: Mailbox): Promise<void> {
        const { store, processId } = this.#parts.opened;
        const token = await store.transaction('leaseMailbox', (tx) =>
            takeLease(tx, 'mailbox', String(row.id), processId, LEASE),
        );
        const running = this.#running.get(row.id);
        if (running && (running.token !== token || running.version !== row.settingsVersion))
            await this.#close(row.id, false);
        if (token !== null && !this.#running.has(row.id)) await this.#open(row, token);
    }

    async #close(id: number, release: boolean): Promise<void> {
        const running = this.#running.get(id);
        this.#running.delete(id);
        await running?.mailbox?.stop();
        if (release) await this.#release(id).catch(() => undefined);
    }

    async #open(row: Mailbox, token: number): Promise<void> {
        const { opened, log, parseMail, mailboxEvents, maxBytes } = this.#parts;
        const { store, clock, processId } = opened;
        const lease = { processId, token };
        const leased = (mail: ReceivedMail): ReceivedMail => ({ ...mail, origin: { ...mail.origin, lease } });
        /** Nothing is written of a mailbox that another process fetches by now. */
        const write = (name: string, work: (tx: Transaction) => Promise<unknown>): Promise<void> =>
            store.transaction(name, async (tx) => {
                if (await holdsLease(tx, 'mailbox', String(row.id), lease)) await work(tx);
            });
        const say = (state: string, error: string | null, nextAttemptAt: number | null): void => {
            write('mailboxState', (tx) => saveMailboxState(tx, row.id, state, error, nextAttemptAt)).catch(
                (failure: unknown) =>
                    log.warn({ mailboxId: row.id, err: logged(failure) }, 'mailbox state not saved'),
            );
        };
        const account = storedImapAccount.parse(row.imap);
        const credentials = await this.#credentials(row, write);
        const { settingsVersion: version } = row;
        if ('missing' in credentials) {
            log.error({ mailboxId: row.id }, credentials.missing);
            say('refused', credentials.missing, null);
            this.#running.set(row.id, { mailbox: null, version, token });
            return;
        }
        const mailbox = createImapMailbox({
            config: { ...account, id: row.id, auth: credentials.auth, maxBytes },
            cursor: {
                load: () => readCursor({ run: store.read.bind(store) }, row.id),
                save: (cursor) => write('mailboxStarted', (tx) => startCursor(tx, row.id, cursor)),
            },
            mailboxEvents: {
                received: (mail) => mailboxEvents.received(leased(mail)),
                receivedTogether: (mails) => mailboxEvents.receivedTogether(mails.map(leased)),
            },
            parseMail,
            clock,
            log,
            onState: (state, { error, nextAttemptAt }) => say(state, error, nextAttemptAt),
        });
        this.#running.set(row.id, { mailbox, version, token });
        mailbox.start();
    }

    async #credentials(
        row: Mailbox,
        write: (name: string, work: (tx: Transaction) => Promise<unknown>) => Promise<void>,
    ): Promise<Credentials> {
        const { opened, secretBox } = this.#parts;
        try {
            const secret = await openSecret({ run: opened.store.read.bind(opened.store) }, secretBox, row);
            return credentialsOf(storedImapAccount.parse(row.imap), secret, {
                clock: opened.clock,
                onNewRefreshToken: (refreshToken) =>
                    write('mailboxToken', async (tx) => {
                        const now = await lockMailbox(tx, row.id);
                        // An admin has entered something else meanwhile: that counts.
                        if (now?.settingsVersion !== row.settingsVersion) return;
                        const kept = await openedSecret(tx, secretBox, now);
                        await sealMailbox(tx, secretBox, row.id, { ...kept, refreshToken });
                    }),
            });
        } catch (error) {
            if (error instanceof UnreadableSecretError) return { missing: error.message };
            throw error;
        }
    }

    async #release(mailboxId: number): Promise<void> {
        const { store, processId } = this.#parts.opened;
        await store.transaction('releaseMailbox', (tx) =>
            releaseLease(tx, 'mailbox', String(mailboxId), processId),
        );
    }
}
