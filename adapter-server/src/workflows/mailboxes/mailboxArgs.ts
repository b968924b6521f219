/** How a mailbox is signed in to, as an admin writes it. Secrets that are left out stay as they are. */
export interface ImapArgs {
    readonly host: string;
    readonly port: number;
    readonly secure: boolean;
    readonly requireTls: boolean;
    readonly user: string;
    readonly mailbox: string;
    readonly startFrom: 'now' | 'beginning';
    readonly authservId: string | null;
    readonly auth:
        | { readonly kind: 'password'; readonly password?: string | undefined }
        | {
              readonly kind: 'oauth';
              readonly tokenUrl: string;
              readonly clientId: string;
              readonly scope: string;
              readonly clientSecret?: string | undefined;
              readonly refreshToken?: string | undefined;
          };
}

export interface MailboxArgs {
    readonly address: string;
    readonly displayName: string;
    readonly queueId: number;
    readonly enabled: boolean;
    /** null: mail comes to the server's own intake. */
    readonly imap: ImapArgs | null;
}

/** What stands readable in the database. */
export function storedAccount({ auth, ...account }: ImapArgs): object {
    const oauth =
        auth.kind === 'oauth'
            ? { tokenUrl: auth.tokenUrl, clientId: auth.clientId, scope: auth.scope }
            : null;
    return { ...account, oauth };
}

/** What is sealed beside it. null: something that has to be typed is not there. */
export function secretOf({ auth }: ImapArgs, kept: Readonly<Record<string, string>>): object | null {
    if (auth.kind === 'password') {
        const password = auth.password ?? kept['password'];
        return password === undefined ? null : { password };
    }
    const refreshToken = auth.refreshToken ?? kept['refreshToken'];
    const clientSecret = auth.clientSecret ?? kept['clientSecret'] ?? '';
    return refreshToken === undefined ? null : { refreshToken, clientSecret };
}
