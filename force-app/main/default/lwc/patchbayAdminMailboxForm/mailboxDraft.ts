import type { CommandArgs, QueryResult } from 'c/patchbayProtocol';

export type Mailbox = QueryResult<'listMailboxes'>['items'][number];
export type MailboxArgs = CommandArgs<'createMailbox'>;
export type ImapArgs = NonNullable<MailboxArgs['imap']>;
export type Preset = 'microsoft' | 'google' | 'other';

/** What stands in the form: text, as it is typed. */
export interface Draft {
    address: string;
    displayName: string;
    queueId: string;
    kind: 'intake' | 'imap';
    preset: Preset;
    host: string;
    port: string;
    tls: 'tls' | 'starttls' | 'none';
    user: string;
    folder: string;
    startFrom: 'now' | 'beginning';
    authservId: string;
    auth: 'password' | 'oauth';
    password: string;
    tokenUrl: string;
    clientId: string;
    clientSecret: string;
    refreshToken: string;
    scope: string;
}

/** As docs/deploy.md describes them; TENANT is the admin's to replace. */
const PRESETS: Readonly<Record<Preset, Partial<Draft>>> = {
    microsoft: {
        host: 'outlook.office365.com',
        port: '993',
        tls: 'tls',
        auth: 'oauth',
        tokenUrl: 'https://login.microsoftonline.com/TENANT/oauth2/v2.0/token',
        scope: 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
    },
    google: {
        host: 'imap.gmail.com',
        port: '993',
        tls: 'tls',
        auth: 'oauth',
        tokenUrl: 'https://oauth2.googleapis.com/token',
        scope: '',
    },
    other: {},
};
export const withPreset = (draft: Draft, preset: Preset): Draft => ({ ...draft, ...PRESETS[preset], preset });

const presetOf = (host: string): Preset =>
    host === PRESETS.microsoft.host ? 'microsoft' : host === PRESETS.google.host ? 'google' : 'other';

const EMPTY: Draft = {
    address: '',
    displayName: '',
    queueId: '',
    kind: 'intake',
    preset: 'other',
    host: '',
    port: '993',
    tls: 'tls',
    user: '',
    folder: 'INBOX',
    startFrom: 'now',
    authservId: '',
    auth: 'password',
    password: '',
    tokenUrl: '',
    clientId: '',
    clientSecret: '',
    refreshToken: '',
    scope: '',
};

export function draftOf(mailbox: Mailbox | null, firstQueue: number | undefined): Draft {
    if (!mailbox) return { ...EMPTY, queueId: firstQueue === undefined ? '' : String(firstQueue) };
    const { address, displayName, queue, kind, imap } = mailbox;
    const draft: Draft = { ...EMPTY, address, displayName, queueId: String(queue.id), kind };
    if (!imap) return draft;
    const { host, user, startFrom, auth, oauth } = imap;
    const { tokenUrl = '', clientId = '', scope = '' } = oauth ?? {};
    return {
        ...draft,
        preset: presetOf(host),
        host,
        port: String(imap.port),
        tls: imap.secure ? 'tls' : imap.requireTls ? 'starttls' : 'none',
        user,
        folder: imap.mailbox,
        startFrom,
        authservId: imap.authservId ?? '',
        auth,
        tokenUrl,
        clientId,
        scope,
    };
}

export const argsOf = (draft: Draft, enabled: boolean): MailboxArgs => ({
    address: draft.address.trim(),
    displayName: draft.displayName,
    queueId: Number(draft.queueId),
    enabled,
    imap: draft.kind === 'imap' ? imapOf(draft) : null,
});

/** A secret that is left empty is not sent: what is stored stays. */
export function imapOf(draft: Draft): ImapArgs {
    const typed = (text: string): string | null => (text === '' ? null : text);
    return {
        host: draft.host.trim(),
        port: Number(draft.port),
        secure: draft.tls === 'tls',
        requireTls: draft.tls !== 'none',
        user: draft.user.trim(),
        mailbox: draft.folder,
        startFrom: draft.startFrom,
        authservId: typed(draft.authservId.trim()),
        auth:
            draft.auth === 'password'
                ? { kind: 'password', password: typed(draft.password) }
                : {
                      kind: 'oauth',
                      tokenUrl: draft.tokenUrl.trim(),
                      clientId: draft.clientId.trim(),
                      scope: draft.scope.trim(),
                      clientSecret: typed(draft.clientSecret),
                      refreshToken: typed(draft.refreshToken),
                  },
    };
}
