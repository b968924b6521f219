import { join } from 'node:path';
import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import type { MailPerson } from './customerAddress.ts';
import { KeptMail } from './keptMail.ts';
import { mailboxRoutes } from './mailboxRoutes.ts';
import { openMailSink } from './mailSink.ts';

export interface DemoMailboxOptions {
    /** Of the server's own intake; a function where it is known only later (port 0). null: it is off. */
    readonly intakePort: number | null | (() => number | null);
    readonly clock: Clock;
    readonly log: Pick<Logger, 'info' | 'warn'>;
    /** PATCHBAY_DATA; the mail is kept in `demo-mailbox` under it. */
    readonly dataDirectory: string;
    /** Whom a customer can write to; support@ and title@example.com where left out. */
    readonly teamAddresses?: () => Promise<readonly MailPerson[]>;
    /** False where SMTP_URL names another server. */
    readonly receives?: boolean;
}

export interface DemoMailbox {
    /** The SMTP_URL that brings the server's mail to the demo's customers. */
    readonly smtpUrl: string;
    /** For /demo/mailbox/api. */
    readonly router: Router;
    close(): Promise<void>;
}

const TEAM: readonly MailPerson[] = [
    { name: 'Example Support', address: 'support@example.com' },
    { name: 'Example Credit & Title', address: 'title@example.com' },
];

/**
 * The customer's side of the demo (PATCHBAY_DEMO only): a mail server that keeps what Patchbay really sent, and a
 * way to write to it as any customer, by real SMTP both ways.
 */
export async function createDemoMailbox(options: DemoMailboxOptions): Promise<DemoMailbox> {
    const { intakePort, clock, log } = options;
    const kept = await KeptMail.open(join(options.dataDirectory, 'demo-mailbox'));
    const sink = await openMailSink(async ({ from, to, raw }) => {
        const { id } = await kept.add({ direction: 'received', at: clock.now(), from, to }, raw);
        log.info({ demoMailId: id, bytes: raw.byteLength }, 'mail for a demo customer kept');
    });
    return {
        smtpUrl: sink.url,
        router: mailboxRoutes({
            kept,
            clock,
            intakePort: typeof intakePort === 'function' ? intakePort : () => intakePort,
            teamAddresses: options.teamAddresses ?? (() => Promise.resolve(TEAM)),
            receives: options.receives ?? true,
        }),
        close: () => sink.close(),
    };
}
