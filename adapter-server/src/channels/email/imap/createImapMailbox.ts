import type { Instant } from '../../../core/duration.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { MailboxEvents } from '../../../ports/mailboxEvents.ts';
import { errorText } from '../channelLog.ts';
import type { ChannelLog } from '../channelLog.ts';
import type { ParseMail } from '../parsing/parseMail.ts';
import { createBell } from './bell.ts';
import { describeImapError } from './describeImapError.ts';
import { IMAP_TIMING, retryDelay } from './imapConfig.ts';
import type { ImapMailboxConfig, ImapTiming } from './imapConfig.ts';
import { runImapSession } from './imapSession.ts';
import type { CursorStore } from './imapSession.ts';

/**
 *   stopped ─start─► connecting ─► connected ─(every 20 min)─► connecting
 *                        ▲   └──failed──► waiting or, where the sign-in is refused, refused ─(back-off)──┘
 *                        └───── any ─stop─► stopped
 */
export type MailboxState = 'connecting' | 'connected' | 'waiting' | 'refused' | 'stopped';

export interface MailboxStateDetails {
    /** In words for the admin's screen (E11); null while all is well. */
    readonly error: string | null;
    readonly since: Instant;
    readonly nextAttemptAt: Instant | null;
}

export interface ImapMailboxOptions {
    readonly config: ImapMailboxConfig;
    readonly cursor: CursorStore;
    readonly mailboxEvents: MailboxEvents;
    readonly parseMail: ParseMail;
    readonly clock: Clock;
    readonly log: ChannelLog;
    readonly onState: (state: MailboxState, details: MailboxStateDetails) => void;
    readonly timing?: Partial<ImapTiming>;
    readonly random?: () => number;
}

export interface ImapMailbox {
    start(): void;
    /** Resolves when the mail in hand is received and the connection is gone; a dead connection is cut after 4 s. */
    stop(): Promise<void>;
}

/** Within the 10 s that a server has to end in. */
const STOP_TIMEOUT_MS = 4_000;

/** Keeps one IMAP mailbox fetched (E1), over as many connections as it takes. */
export function createImapMailbox(options: ImapMailboxOptions): ImapMailbox {
    const { config, clock, log } = options;
    const timing = { ...IMAP_TIMING, ...options.timing };
    const random = options.random ?? Math.random;
    const bell = createBell();
    const failures = new Map<string, number>();
    let running: Promise<void> | null = null;
    let stopped = false;
    let cut = new AbortController();

    const report = (state: MailboxState, error: string | null, nextAttemptAt: Instant | null = null): void =>
        options.onState(state, { error, since: clock.now(), nextAttemptAt });

    async function run(): Promise<void> {
        let failed = 0;
        while (!stopped) {
            report('connecting', null);
            try {
                await runImapSession({
                    ...options,
                    timing: { ...timing, reconnect: timing.reconnect * (0.75 + random() / 2) },
                    parseTimeoutMs: timing.parse,
                    bell,
                    failures,
                    stopping: () => stopped,
                    cut: cut.signal,
                    onConnected: () => report('connected', null),
                    onCaughtUp: () => {
                        failed = 0;
                    },
                });
            } catch (error) {
                failed += 1;
                if (stopped) break;
                log.warn(
                    { mailboxId: config.id, error: errorText(error), failed },
                    'mailbox connection failed',
                );
                const delay = retryDelay(failed, timing, random);
                const { message, nextStep, step } = describeImapError(error, config);
                const words = step === 'other' ? message : `${message} ${nextStep}`;
                report(step === 'sign_in' ? 'refused' : 'waiting', words, clock.now() + delay);
                await waitFor(delay);
            }
        }
        report('stopped', null);
    }

    /** New mail cannot cut a back-off short, only stopping can. */
    async function waitFor(delay: number): Promise<void> {
        const pause = createBell();
        cutShort = () => pause.ring();
        if (!stopped) await pause.wait(delay);
        cutShort = null;
    }
    let cutShort: (() => void) | null = null;

    return {
        start() {
            if (running) return;
            stopped = false;
            cut = new AbortController();
            running = run();
        },
        async stop() {
            stopped = true;
            bell.ring();
            cutShort?.();
            const limit = setTimeout(() => cut.abort(), STOP_TIMEOUT_MS);
            await running;
            clearTimeout(limit);
            running = null;
        },
    };
}
