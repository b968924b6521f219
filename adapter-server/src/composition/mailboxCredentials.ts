import type { ImapMailboxConfig } from '../channels/email/imap/imapConfig.ts';
import { createTokenSource } from '../channels/email/imap/oauthTokens.ts';
import { mailboxSecret, passwordOf, type StoredImapAccount } from '../config/imapAccount.ts';
import { secretNamed } from '../config.ts';
import type { Clock } from '../ports/clock.ts';

/** How to sign in, or in words why nobody can. */
export type Credentials = { readonly auth: ImapMailboxConfig['auth'] } | { readonly missing: string };

export function credentialsOf(
    account: Pick<StoredImapAccount, 'password' | 'passwordEnv' | 'oauth'>,
    secret: Readonly<Record<string, string>>,
    oauth: { readonly clock: Clock; readonly onNewRefreshToken: (token: string) => Promise<void> },
): Credentials {
    const { passwordEnv } = account;
    const sealed = mailboxSecret.safeParse(secret);
    if (account.oauth) {
        if (!sealed.success || !('refreshToken' in sealed.data))
            return { missing: 'Its refresh token is missing. Enter it anew.' };
        const tokens = createTokenSource({ ...oauth, account: { ...account.oauth, ...sealed.data } });
        return { auth: { kind: 'oauth', ...tokens } };
    }
    if (sealed.success && 'password' in sealed.data)
        return { auth: { kind: 'password', password: sealed.data.password } };
    const env = passwordEnv === undefined ? {} : { [passwordEnv]: secretNamed(passwordEnv) };
    const password = passwordOf(account, env);
    if (password !== null) return { auth: { kind: 'password', password } };
    return {
        missing:
            passwordEnv === undefined
                ? 'Its password is missing. Enter it anew.'
                : `The variable ${passwordEnv} with the mailbox's password is not set.`,
    };
}
