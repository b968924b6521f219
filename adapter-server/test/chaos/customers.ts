import { setTimeout as pause } from 'node:timers/promises';
import { addressOf, QUEUES } from '../load/fileOfAgents.ts';
import type { Random } from '../random.ts';
import { MAILBOX, type Senders, type SentMail, type Way } from './senders.ts';
import type { Sink } from './sink.ts';

/** Mails under way and not answered, above which no new one is written: a line stays, and does not grow without end. */
const MOST_OPEN = 60;
const REPLIES = 0.2;

/** People who write for as long as they are asked to, and answer some of what they get. */
export class WritingCustomers {
    readonly senders: Senders;
    readonly #random: Random;
    readonly #seed: number;
    readonly #withImap: boolean;
    readonly #running = new Set<Promise<void>>();
    #count = 0;
    #writing = true;
    readonly errors: unknown[] = [];

    constructor(
        senders: Senders,
        sink: Sink,
        random: Random,
        { seed, withImap }: { seed: number; withImap: boolean },
    ) {
        this.senders = senders;
        this.#random = random;
        this.#seed = seed;
        this.#withImap = withImap;
        sink.onMail = ({ automatic, messageId, to, replyTo }) => {
            if (automatic || !this.#writing || this.#random.next() > REPLIES) return;
            this.#send({
                from: to,
                to: [replyTo],
                way: 'smtp',
                subject: 'Re: my question',
                inReplyTo: messageId,
            });
        };
    }

    /** @param open how many customers wait for an answer */
    async write(open: () => number): Promise<void> {
        while (this.#writing) {
            await pause(50 + this.#random.below(300));
            if (this.#writing && open() + this.senders.underWay < MOST_OPEN) this.one();
        }
    }
    one(only?: Way): SentMail {
        const way = only ?? this.#way();
        const others = QUEUES.map(addressOf).filter((address) => address !== MAILBOX || !this.#withImap);
        const to = [
            ...(way === 'imap' ? [] : [this.#random.pick(others)]),
            ...(way === 'smtp' ? [] : [MAILBOX]),
        ];
        const n = this.#count + 1;
        const from = `customer${n}@customer${n % 97}.example.net`;
        return this.#send({ from, to, way, subject: `Question ${n}` });
    }
    /** No new mail; resolves when what was written is accepted. */
    async finish(): Promise<void> {
        this.#writing = false;
        await Promise.all(this.#running);
    }
    /** Nothing is tried any more. */
    abandon(): void {
        this.#writing = false;
        this.senders.stopped = true;
    }

    #way(): Way {
        if (!this.#withImap) return 'smtp';
        const chance = this.#random.next();
        return chance < 0.6 ? 'smtp' : chance < 0.95 ? 'imap' : 'both';
    }
    #send(mail: Omit<SentMail, 'token' | 'messageId'>): SentMail {
        this.#count += 1;
        const token = `token-${this.#seed}-${this.#count}`;
        const whole = { ...mail, token, messageId: `<${token}@customer.example.net>` };
        const running = this.senders
            .send(whole)
            .catch((error: unknown) => void this.errors.push(error))
            .finally(() => this.#running.delete(running));
        this.#running.add(running);
        return whole;
    }
}
