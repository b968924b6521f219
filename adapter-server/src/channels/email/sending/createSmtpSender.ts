import { createTransport } from 'nodemailer';
import type { MailSender } from '../../../ports/mail.ts';
import type { ChannelLog } from '../channelLog.ts';
import { composeMail } from './composeMail.ts';
import { refusedRecipients, sendFailure } from './sendFailure.ts';

const CONNECTION_TIMEOUT_MS = 15_000;
const SOCKET_TIMEOUT_MS = 60_000;
const CONNECTIONS = 3;

/** Sends through the mail server at `url` (smtp://user:password@host:port, smtps://…), over a few kept connections. */
export function createSmtpSender({ url, log }: { url: string; log: ChannelLog }): MailSender {
    const transport = createTransport({
        url,
        pool: true,
        maxConnections: CONNECTIONS,
        maxMessages: 1_000,
        connectionTimeout: CONNECTION_TIMEOUT_MS,
        greetingTimeout: CONNECTION_TIMEOUT_MS,
        socketTimeout: SOCKET_TIMEOUT_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
    });
    return {
        async send(mail) {
            try {
                const info = await transport.sendMail(composeMail(mail));
                const { refused, later } = refusedRecipients(info);
                const response = info.response ?? '';
                if (refused.length + later.length === 0) return { sent: true, response };
                log.warn(
                    { refused: refused.length, later: later.length },
                    'some recipients of a mail were refused',
                );
                return { sent: true, response, refused, later };
            } catch (error) {
                const failure = sendFailure(error);
                log.warn({ code: failure.code, permanent: failure.permanent }, 'mail could not be sent');
                return failure;
            }
        },
        async close() {
            transport.close();
        },
    };
}
