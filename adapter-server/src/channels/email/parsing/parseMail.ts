import { Worker } from 'node:worker_threads';
import type { ParsedMail } from '../../../ports/mailboxEvents.ts';

export type ParseOutcome = { readonly parsed: ParsedMail } | { readonly unparsable: string };

export interface ParseOptions {
    readonly timeoutMs: number;
    /** The SMTP sender: null for `<>`, left out where unknown. */
    readonly envelopeFrom?: string | null;
}

/**
 * A mail that cannot be read is an outcome with its reason, for the quarantine (E1). Rejects only when the parser is
 * closed meanwhile: that says nothing about the mail, and whoever brought it must bring it again.
 */
export type ParseMail = (raw: Uint8Array, options: ParseOptions) => Promise<ParseOutcome>;

export interface MailParser {
    readonly parseMail: ParseMail;
    close(): Promise<void>;
}

interface Job {
    readonly raw: Uint8Array;
    readonly options: ParseOptions;
    readonly settle: (outcome: ParseOutcome) => void;
    readonly fail: (error: Error) => void;
}

/** What the worker sends: our own code on both ends, so a type is enough here. */
type Reply = { readonly id: number } & ParseOutcome;

const WORKER_FILE = new URL('./parseWorker.ts', import.meta.url);
const MOST_MEMORY_MB = 512;

/**
 * Parses in worker threads, one mail a thread at a time, so that a mail that loops or eats memory costs its own
 * thread and nothing else: the thread is ended, the mail reported as unparsable, the next mail gets a new thread.
 */
export function createMailParser({ workers = 2, workerFile = WORKER_FILE } = {}): MailParser {
    const waiting: Job[] = [];
    const seats = Array.from({ length: workers }, () => createSeat(workerFile, next));
    let closed = false;

    function next(): void {
        for (const seat of seats) {
            if (waiting.length > 0 && seat.idle()) {
                const job = waiting.shift();
                if (job) seat.run(job);
            }
        }
    }

    return {
        parseMail: (raw, options) =>
            new Promise((settle, fail) => {
                if (closed) {
                    fail(stopping());
                    return;
                }
                waiting.push({ raw, options, settle, fail });
                next();
            }),
        async close() {
            closed = true;
            for (const job of waiting.splice(0)) job.fail(stopping());
            await Promise.all(seats.map((seat) => seat.close()));
        },
    };
}

function createSeat(workerFile: URL, onFree: () => void) {
    let worker: Worker | null = null;
    let current: { id: number; job: Job; timer: NodeJS.Timeout } | null = null;
    let count = 0;

    function finish(outcome: ParseOutcome): void {
        if (!current) return;
        clearTimeout(current.timer);
        const { settle } = current.job;
        current = null;
        settle(outcome);
        onFree();
    }

    function abandon(reason: string): void {
        const failed = worker;
        worker = null;
        void failed?.terminate();
        finish({ unparsable: reason });
    }

    function start(): Worker {
        const started = new Worker(workerFile, {
            resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
        });
        started.unref();
        started.on('message', (reply: Reply) => {
            if (started === worker && reply.id === current?.id) finish(outcomeOf(reply));
        });
        started.on('error', (error) => {
            if (started === worker) abandon(`Parsing failed: ${error.message}`);
        });
        started.on('exit', (code) => {
            if (started === worker) abandon(`Parsing ended with code ${code}.`);
        });
        return started;
    }

    return {
        idle: () => current === null,
        run(job: Job): void {
            const id = ++count;
            const { timeoutMs, envelopeFrom } = job.options;
            const timer = setTimeout(() => abandon(`Parsing took longer than ${timeoutMs} ms.`), timeoutMs);
            current = { id, job, timer };
            worker ??= start();
            const raw = new Uint8Array(job.raw);
            worker.postMessage({ id, raw, envelopeFrom }, [raw.buffer]);
        },
        async close(): Promise<void> {
            const running = worker;
            worker = null;
            if (current) {
                clearTimeout(current.timer);
                current.job.fail(stopping());
                current = null;
            }
            await running?.terminate();
        },
    };
}

const stopping = (): Error => new Error('The mail parser is stopping.');

function outcomeOf(reply: Reply): ParseOutcome {
    return 'parsed' in reply ? { parsed: reply.parsed } : { unparsable: reply.unparsable };
}
