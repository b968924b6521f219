import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import type { Logger } from 'pino';
import { createMailAuthentication } from '../channels/email/authentication/authenticateMail.ts';
import { systemDnsLookup } from '../channels/email/authentication/dnsLookup.ts';
import { foldQuoted } from '../channels/email/display/foldQuoted.ts';
import { createMailIntake } from '../channels/email/intake/createMailIntake.ts';
import { createMailReader } from '../channels/email/reading/createMailReader.ts';
import { createMailParser } from '../channels/email/parsing/parseMail.ts';
import { buildPlusAddress, parsePlusAddress } from '../channels/email/plusAddress.ts';
import { signReplyToken, verifyReplyToken } from '../channels/email/replyToken.ts';
import { ConfigError, type Config } from '../config.ts';
import { hashPassword } from '../gateway/authentication/passwords.ts';
import type { ReplyTokens } from '../ports/replyTokens.ts';
import { findMailbox } from '../storage/queues.ts';
import { ReceiveEmail } from '../workflows/receiveEmail.ts';
import { commandTable } from './commandTable.ts';
import { ensureContactCenter } from './ensureContactCenter.ts';
import { Mailboxes } from './openMailboxes.ts';
import { openGateway } from './openGateway.ts';
import { openMailOut } from './openMailOut.ts';
import { mailboxTrials } from './mailboxTrials.ts';
import { openSecretBox } from './openSecretBox.ts';
import { openStore } from './openStore.ts';
import { buildScheduler } from './buildScheduler.ts';

export interface RunningServer {
    readonly port: number;
    /** The port of the mail intake; null where it is off. */
    readonly intakePort: number | null;
    /** Drains: no new offers or mail, what is in hand is finished or kept; then everything is closed. */
    stop(): Promise<void>;
}

/** Mail of up to 40 MB, which is 30 MB of attachments. */
const MOST_MAIL_BYTES = 40 * 1024 * 1024;

const replyTokens: ReplyTokens = {
    sign: signReplyToken,
    verify: verifyReplyToken,
    address: buildPlusAddress,
    parse: parsePlusAddress,
};

/** Builds everything, in the order in which it depends on each other, and starts it. */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
    const opened = await openStore(config, log);
    const secretBox = await openSecretBox(config, opened.store, log);
    await ensureContactCenter(config, opened.store, secretBox, log);
    const parser = createMailParser({ workers: 2 });
    const mailReader = createMailReader();
    const receiveEmail = new ReceiveEmail({ store: opened.store, replyTokens, preview, mailReader });
    const out = await openMailOut(config, opened.clock, log);
    const gateway = openGateway({
        config,
        log,
        opened,
        demoPages: out.pages,
        commands: commandTable({
            replyTokens,
            receiveEmail,
            parseMail: parser.parseMail,
            hashPassword,
            secretBox,
            preview,
        }),
        mailboxes: mailboxTrials(secretBox, opened.clock),
        mailReader,
    });
    const scheduler = buildScheduler({ opened, sender: out.sender, log, gateway });
    const { port } = await gateway.listen();

    const intake =
        config.intake === null
            ? null
            : await createMailIntake({
                  host: config.host,
                  port: config.intake.port,
                  lmtp: config.intake.lmtp,
                  ...(config.intake.tls === null ? {} : { tls: await readTls(config.intake.tls) }),
                  mailboxEvents: receiveEmail,
                  parseMail: parser.parseMail,
                  acceptsRecipient: async (address) =>
                      (await findMailbox({ run: opened.store.read.bind(opened.store) }, address))?.enabled ===
                      true,
                  maxBytes: MOST_MAIL_BYTES,
                  authenticate: createMailAuthentication({
                      // The demo's customers write from this machine: there is nothing to look up.
                      lookup: config.demo ? null : systemDnsLookup(),
                      hostname: config.publicUrl === null ? 'localhost' : new URL(config.publicUrl).hostname,
                  }),
                  log,
              });
    out.setIntakePort(intake?.port ?? null);
    const mailboxes = new Mailboxes({
        opened,
        log,
        parseMail: parser.parseMail,
        mailboxEvents: receiveEmail,
        maxBytes: MOST_MAIL_BYTES,
        secretBox,
    });
    mailboxes.start();
    scheduler.start();
    log.info({ port, intakePort: intake?.port ?? null }, 'ready');

    return {
        port,
        intakePort: intake?.port ?? null,
        stop: async () => {
            await gateway.drain();
            await Promise.all([intake?.close(), mailboxes.stop(), scheduler.stop()]);
            await gateway.close();
            await out.close();
            await parser.close();
            await opened.close();
        },
    };
}

/** One line of the new text for lists. */
const preview = (text: string): string =>
    foldQuoted(text.slice(0, 20_000)).visible.replace(/\s+/g, ' ').trim().slice(0, 160);

/** Read once, at the start: a renewed certificate needs a restart. */
async function readTls(files: { certFile: string; keyFile: string }): Promise<{ cert: Buffer; key: Buffer }> {
    const read = (path: string, name: string): Promise<Buffer> =>
        readFile(path).catch((error: unknown) => {
            throw new ConfigError('The configuration', [
                `${name}: ${path} cannot be read (${error instanceof Error ? error.message : String(error)}).`,
            ]);
        });
    const cert = await read(files.certFile, 'PATCHBAY_SMTP_TLS_CERT');
    const key = await read(files.keyFile, 'PATCHBAY_SMTP_TLS_KEY');
    try {
        createSecureContext({ cert, key });
    } catch (error) {
        throw new ConfigError('The configuration', [
            `PATCHBAY_SMTP_TLS_CERT and PATCHBAY_SMTP_TLS_KEY: no certificate with its key (${error instanceof Error ? error.message : String(error)}). Give the PEM files of one pair.`,
        ]);
    }
    return { cert, key };
}
