import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';

export interface ArrivedMail {
    readonly envelopeFrom: string;
    readonly envelopeTo: readonly string[];
    readonly raw: string;
}

/** The mail server of everybody outside: takes whatever is sent to it, and writes as they would. */
export class OutsideMail {
    readonly #server: SMTPServer;
    readonly #arrived: ArrivedMail[] = [];
    #port = 0;

    private constructor() {
        this.#server = new SMTPServer({
            authOptional: true,
            disabledCommands: ['STARTTLS', 'AUTH'],
            onData: (stream, session, done) => {
                const parts: Buffer[] = [];
                stream.on('data', (part: Buffer) => parts.push(part));
                stream.on('end', () => {
                    const { mailFrom, rcptTo } = session.envelope;
                    this.#arrived.push({
                        envelopeFrom: mailFrom ? mailFrom.address : '',
                        envelopeTo: rcptTo.map(({ address }) => address),
                        raw: Buffer.concat(parts).toString('utf8'),
                    });
                    done();
                });
            },
        });
    }

    static async open(): Promise<OutsideMail> {
        const outside = new OutsideMail();
        await new Promise<void>((resolve) => outside.#server.listen(0, '127.0.0.1', resolve));
        const address = outside.#server.server.address();
        outside.#port = typeof address === 'object' && address ? address.port : 0;
        return outside;
    }

    get url(): string {
        return `smtp://127.0.0.1:${this.#port}`;
    }

    all(): readonly ArrivedMail[] {
        return this.#arrived;
    }

    /** The first that holds this text. */
    async received(text: string, withinMs = 25_000): Promise<ArrivedMail> {
        for (const until = Date.now() + withinMs; ;) {
            const found = this.#arrived.find(({ raw }) => raw.includes(text));
            if (found) return found;
            if (Date.now() > until) throw new Error(`no mail with "${text}" arrived`);
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
    }

    async write(
        port: number,
        mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0],
    ): Promise<void> {
        const smtp = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
        // Only what is ours is taken in; the others have got their copies elsewhere.
        await smtp.sendMail({ ...mail, envelope: { from: String(mail.from), to: ['support@example.com'] } });
        smtp.close();
    }

    close(): Promise<void> {
        return new Promise((resolve) => this.#server.close(() => resolve()));
    }
}
