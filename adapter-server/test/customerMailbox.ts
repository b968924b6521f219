import { createTransport } from 'nodemailer';
import type { DemoServer } from './demoServer.ts';

interface Kept {
    readonly id: number;
    readonly subject: string;
    readonly direction: 'sent' | 'received';
}
export interface ReceivedMail {
    readonly id: number;
    readonly subject: string;
    readonly text: string;
}

/** A customer of the demo: sends by real SMTP, reads what the server really sent. */
export class CustomerMailbox {
    readonly #server: DemoServer;
    readonly #person: { readonly name: string; readonly address: string };

    constructor(server: DemoServer, name: string, address: string) {
        this.#server = server;
        this.#person = { name, address };
    }

    async send(subject: string, text: string, to = 'support@example.com'): Promise<void> {
        const smtp = createTransport({ host: '127.0.0.1', port: this.#server.smtpPort, ignoreTLS: true });
        await smtp.sendMail({ from: this.#person, to, subject, text });
        smtp.close();
    }

    /** A whole mail as it goes over the wire, from its second header on. */
    async sendRaw(rest: string, to = 'support@example.com'): Promise<void> {
        const smtp = createTransport({ host: '127.0.0.1', port: this.#server.smtpPort, ignoreTLS: true });
        const { name, address } = this.#person;
        const raw = `From: ${name} <${address}>\r\nTo: ${to}\r\n${rest}`;
        await smtp.sendMail({ envelope: { from: address, to }, raw });
        smtp.close();
    }

    /** Waits for the first received mail that matches. */
    async received(matches: (mail: ReceivedMail) => boolean, withinMs = 40_000): Promise<ReceivedMail> {
        const until = Date.now() + withinMs;
        for (;;) {
            for (const { id } of await this.#list()) {
                const mail = await this.#read(id);
                if (matches(mail)) return mail;
            }
            if (Date.now() > until) throw new Error('no such mail arrived');
            await new Promise((resolve) => setTimeout(resolve, 200));
        }
    }

    async #list(): Promise<Kept[]> {
        const { conversations } = await this.#get<{ conversations: { mails: Kept[] }[] }>(
            `conversations?address=${encodeURIComponent(this.#person.address)}`,
        );
        return conversations.flatMap(({ mails }) => mails).filter((one) => one.direction !== 'sent');
    }

    async #read(id: number): Promise<ReceivedMail> {
        return (await this.#get<{ message: ReceivedMail }>(`messages/${id}`)).message;
    }

    async #get<T>(path: string): Promise<T> {
        const response = await fetch(`${this.#server.url}/demo/mailbox/api/${path}`);
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        return (await response.json()) as T;
    }
}
