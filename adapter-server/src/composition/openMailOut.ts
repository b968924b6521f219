import express, { type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { createSmtpSender } from '../channels/email/sending/createSmtpSender.ts';
import type { Config } from '../config.ts';
import { createDemoMailbox } from '../demo/createDemoMailbox.ts';
import { createPages } from '../demo/pages.ts';
import type { Clock } from '../ports/clock.ts';
import type { MailSender } from '../ports/mail.ts';

export interface MailOut {
    /** null: nowhere to send to yet; mail waits in the outbox. */
    readonly sender: MailSender | null;
    readonly pages: readonly RequestHandler[];
    /** Known once the intake listens. */
    setIntakePort(port: number | null): void;
    close(): Promise<void>;
}

/** Where mail goes, and in the demo the customers' mailbox that it arrives in. */
export async function openMailOut(config: Config, clock: Clock, log: Logger): Promise<MailOut> {
    let intakePort: number | null = null;
    const demo = config.demo
        ? await createDemoMailbox({
              intakePort: () => intakePort,
              clock,
              log,
              dataDirectory: config.dataDirectory,
              receives: config.mailOut.to === 'demo_mailbox',
          })
        : null;
    const url = config.mailOut.to === 'server' ? config.mailOut.url : (demo?.smtpUrl ?? null);
    const sender = url === null ? null : createSmtpSender({ url, log });
    const pages = [
        ...(demo ? [express.Router().use('/demo/mailbox/api', demo.router)] : []),
        createPages({ demo: config.demo }),
    ];
    return {
        sender,
        pages,
        setIntakePort: (port) => {
            intakePort = port;
        },
        close: async () => {
            await sender?.close();
            await demo?.close();
        },
    };
}
