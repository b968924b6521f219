import type { MailboxView, OutboxRowView, QuarantinedView } from '../../protocol/views.ts';
import type { listMailboxes, OutboxListRow, QuarantineRow } from '../../queries/mailboxes.ts';

type MailboxRow = Awaited<ReturnType<typeof listMailboxes>>[number];
type Imap = NonNullable<MailboxView['imap']>;

/** As stored, but for the secrets: those never leave. */
function presentImap(row: MailboxRow): Imap | null {
    if (row.kind !== 'imap' || row.imap === null) return null;
    const stored = row.imap as Partial<Imap> & { password?: string; passwordEnv?: string };
    const { oauth = null } = stored;
    return {
        host: stored.host ?? '',
        port: stored.port ?? 993,
        secure: stored.secure ?? true,
        requireTls: stored.requireTls ?? true,
        user: stored.user ?? '',
        mailbox: stored.mailbox ?? 'INBOX',
        startFrom: stored.startFrom ?? 'now',
        authservId: stored.authservId ?? null,
        auth: oauth === null ? 'password' : 'oauth',
        oauth: oauth && { tokenUrl: oauth.tokenUrl, clientId: oauth.clientId, scope: oauth.scope },
        hasSecret: row.secret !== null || stored.password !== undefined || stored.passwordEnv !== undefined,
    };
}

export const presentMailbox = (row: MailboxRow): MailboxView => ({
    id: row.id,
    address: row.address,
    displayName: row.displayName,
    queue: { id: row.queueId, name: row.queueName },
    kind: row.kind,
    enabled: row.enabled,
    state: row.enabled ? row.state : 'disabled',
    lastError: row.enabled ? row.lastError : null,
    changedAt: row.changedAt,
    lastMailAt: row.lastMailAt,
    nextAttemptAt: row.enabled ? row.nextAttemptAt : null,
    imap: presentImap(row),
});

export const presentQuarantined = ({ origin, ...row }: QuarantineRow): QuarantinedView => ({
    ...row,
    origin: origin.kind,
});

export const presentOutboxRow = ({ recipients, ...row }: OutboxListRow): OutboxRowView => ({
    ...row,
    to: recipients && recipients.map(({ address }) => address).join(', '),
    nextAttemptAt: row.state === 'waiting' ? row.nextAttemptAt : null,
});
