import { createTransport } from 'nodemailer';
import { setTimeout as pause } from 'node:timers/promises';

/** By SMTP to the server's intake, by LMTP into the mailbox that it fetches by IMAP, or both: one mail to two of our addresses. */
export type Way = 'smtp' | 'imap' | 'both';

export interface SentMail {
    /** Unique, in the body: by it the mail is found again. */
    readonly token: string;
    readonly messageId: string;
    readonly from: string;
    readonly to: readonly string[];
    readonly subject: string;
    readonly way: Way;
    readonly inReplyTo?: string;
}

const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 30_000 };

/** The senders' mail servers: each keeps a mail and tries again until somebody has said 250, at whichever server answers. */
export class Senders {
    readonly accepted = new Map<string, SentMail>();
    readonly sent = new Map<string, SentMail>();
    /** Tries that failed; those whose 250 was lost on the way deliver the same mail again. */
    retries = 0;
    stopped = false;
    readonly #ports: { readonly smtp: readonly number[]; readonly lmtp: number | null };
    #turn = 0;

    constructor(ports: { readonly smtp: readonly number[]; readonly lmtp: number | null }) {
        this.#ports = ports;
    }

    get underWay(): number {
        return this.sent.size - this.accepted.size;
    }

    /** Resolves when all that must accept it have said 250. */
    async send(mail: SentMail): Promise<void> {
        this.sent.set(mail.token, mail);
        const { smtp, lmtp } = this.#ports;
        if (mail.way !== 'smtp' && lmtp !== null) await this.#until250(mail, () => lmtp, true);
        if (mail.way !== 'imap' || lmtp === null)
            await this.#until250(mail, () => smtp[this.#turn++ % smtp.length] ?? 0, false);
        this.accepted.set(mail.token, mail);
    }

    async #until250(mail: SentMail, port: () => number, lmtp: boolean): Promise<void> {
        for (let tries = 1; !this.stopped; tries += 1) {
            const transport = createTransport({
                host: '127.0.0.1',
                port: port(),
                lmtp,
                ignoreTLS: true,
                ...TIMEOUTS,
            });
            try {
                await transport.sendMail({
                    from: mail.from,
                    to: [...mail.to],
                    envelope: {
                        from: mail.from,
                        to: lmtp ? [MAILBOX] : mail.to.filter((one) => one !== MAILBOX),
                    },
                    subject: mail.subject,
                    messageId: mail.messageId,
                    date: new Date(Date.UTC(2026, 0, 1)),
                    text: `Hello,\n${mail.token}\nPlease help.\n`,
                    // As a relay does: every try has a trace of its own.
                    headers: { Received: `from relay.example.net by mx.example.net; try ${tries}` },
                    ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo, references: [mail.inReplyTo] } : {}),
                });
                return;
            } catch {
                this.retries += 1;
                await pause(Math.min(200 * tries, 1_000));
            } finally {
                transport.close();
            }
        }
        throw new Error('stopped before it was accepted');
    }
}

/** The address whose mail is fetched by IMAP. */
export const MAILBOX = 'orders@example.com';
