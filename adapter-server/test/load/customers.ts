import { createTransport, type Transporter } from 'nodemailer';
import { setTimeout as pause } from 'node:timers/promises';
import { openMailSink, type SunkMail } from '../../src/demo/mailSink.ts';

export interface CustomerMail {
    readonly messageId: string;
    readonly from: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly inReplyTo?: string;
}

/** A mail that reached a customer, as far as the tests look at it. */
export interface ReceivedByCustomer {
    readonly messageId: string;
    readonly to: string;
    readonly replyTo: string;
    readonly automatic: boolean;
}

const MOST_TRIES = 600;

/** The customers' side: sends by SMTP and tries again until it hears 250, and takes what Patchbay sends. */
export class Customers {
    readonly received: ReceivedByCustomer[] = [];
    /** Message-IDs for which the intake said 250, and when, in epoch milliseconds. */
    readonly accepted = new Map<string, number>();
    onReceived: (mail: ReceivedByCustomer) => void = () => undefined;
    readonly #transports: readonly Transporter[];
    readonly #sink: Awaited<ReturnType<typeof openMailSink>>;
    #turn = 0;

    private constructor(
        sink: Awaited<ReturnType<typeof openMailSink>>,
        ports: () => readonly number[],
        connections: number,
    ) {
        this.#sink = sink;
        this.#transports = ports().map((port) =>
            createTransport({
                host: '127.0.0.1',
                port,
                secure: false,
                ignoreTLS: true,
                pool: true,
                maxConnections: connections,
                maxMessages: 1_000,
            }),
        );
    }

    /** The sink comes first, since the servers must know it; then the ports of their intakes. */
    static async open(): Promise<{
        smtpUrl: string;
        to: (ports: readonly number[], connections?: number) => Customers;
    }> {
        let keep: (mail: SunkMail) => void = () => undefined;
        const sink = await openMailSink((mail) => Promise.resolve(keep(mail)));
        return {
            smtpUrl: sink.url,
            to: (ports, connections = 4) => {
                const customers = new Customers(sink, () => ports, connections);
                keep = (mail) => customers.#keep(mail);
                return customers;
            },
        };
    }

    /** Resolves when a server has said 250. */
    async send(mail: CustomerMail): Promise<void> {
        for (let left = MOST_TRIES; ; left -= 1) {
            const transport = this.#transports[this.#turn++ % this.#transports.length];
            try {
                await transport?.sendMail({
                    ...mail,
                    date: new Date(Date.UTC(2026, 0, 1)),
                    ...(mail.inReplyTo ? { references: [mail.inReplyTo] } : {}),
                });
                this.accepted.set(mail.messageId, Date.now());
                return;
            } catch (error) {
                if (left === 0) throw error;
                await pause(100);
            }
        }
    }

    async close(): Promise<void> {
        for (const transport of this.#transports) transport.close();
        await this.#sink.close();
    }

    #keep({ raw, to }: SunkMail): void {
        const head = (raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
        const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
        const replyTo = header('Reply-To');
        const mail = {
            messageId: header('Message-ID'),
            to: to[0] ?? '',
            replyTo: /<([^>]+)>/.exec(replyTo)?.[1] ?? replyTo,
            automatic: /auto-replied/i.test(header('Auto-Submitted')),
        };
        this.received.push(mail);
        this.onReceived(mail);
    }
}
