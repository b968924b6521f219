import { ImapFlow } from 'imapflow';
import type pg from 'pg';
import PostalMime from 'postal-mime';
import type { Dovecot } from '../../../adapter-server/test/dovecot.ts';

export const makeReferenceTable = (pool: pg.Pool): Promise<unknown> =>
    pool.query(
        `create table bench_mails (id int generated always as identity primary key, message_id text, from_address text not null,
             subject text not null, text_body text not null, html_body text not null, raw bytea not null)`,
    );

/** The least that can be done with mail and still be durable: the same mailbox, concurrency and database. */
export async function bareIntake(
    dovecot: Dovecot,
    user: string,
    pool: pg.Pool,
    expected: number,
): Promise<void> {
    const client = new ImapFlow({
        host: '127.0.0.1',
        port: dovecot.imapPort,
        secure: false,
        auth: { user, pass: dovecot.password },
        logger: false,
    });
    await client.connect();
    await client.mailboxOpen('INBOX', { readOnly: true });
    let stored = 0;
    for await (const { source } of client.fetch('1:*', { uid: true, source: true }, { uid: true })) {
        const raw = source ?? Buffer.alloc(0);
        const mail = await PostalMime.parse(raw);
        await pool.query({
            name: 'bench_mail_insert',
            text: `insert into bench_mails (message_id, from_address, subject, text_body, html_body, raw) values ($1,$2,$3,$4,$5,$6)`,
            values: [
                mail.messageId,
                mail.from?.address ?? '',
                mail.subject ?? '',
                mail.text ?? '',
                mail.html ?? '',
                raw,
            ],
        });
        stored += 1;
    }
    if (stored !== expected) throw new Error(`the bare loop found ${stored} mails of ${expected}`);
    await client.logout();
}
