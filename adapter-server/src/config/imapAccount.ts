import { z } from 'zod';

const fields = {
    host: z.string({ error: 'write the name of the IMAP server' }).min(1),
    port: z.int().min(1).max(65_535).default(993),
    /** true: TLS from the first byte; false: STARTTLS. */
    secure: z.boolean().default(true),
    /** false only for a server on this machine. */
    requireTls: z.boolean().default(true),
    user: z.string({ error: 'write the user name of the mailbox' }).min(1),
    password: z.string().min(1).optional(),
    passwordEnv: z
        .string()
        .regex(/^[A-Z_][A-Z0-9_]*$/, 'write the name of a variable, such as SUPPORT_MAILBOX_PASSWORD')
        .refine((name) => !name.startsWith('PATCHBAY_'), 'choose a name that does not begin with PATCHBAY_')
        .optional(),
    mailbox: z.string().min(1).default('INBOX'),
    startFrom: z.enum(['now', 'beginning']).default('now'),
    authservId: z.string().nullable().default(null),
};

/**
 * How the server signs in to a mailbox: the `imap` object of the first-run file. With `passwordEnv` the password stays
 * out of the file and of the database: it is read from that variable. A `password` is sealed before it is stored.
 */
export const imapAccount = z
    .strictObject(fields)
    .refine(
        ({ password, passwordEnv }) => (password === undefined) !== (passwordEnv === undefined),
        'write either passwordEnv (the name of a variable that holds it) or password',
    );
export type ImapAccount = z.output<typeof imapAccount>;

/** As it stands in the database: its secrets are sealed beside it, or named by a variable. */
export const storedImapAccount = z.object({
    ...fields,
    oauth: z.object({ tokenUrl: z.url(), clientId: z.string(), scope: z.string() }).nullish(),
});
export type StoredImapAccount = z.output<typeof storedImapAccount>;

/** What is sealed of a mailbox, as JSON. */
export const mailboxSecret = z.union([
    z.object({ password: z.string() }),
    z.object({ clientSecret: z.string(), refreshToken: z.string() }),
]);

/** null where the variable it names is not set. */
export const passwordOf = (
    account: Pick<ImapAccount, 'password' | 'passwordEnv'>,
    env: Readonly<Record<string, string | undefined>>,
): string | null =>
    account.password ?? (account.passwordEnv === undefined ? null : (env[account.passwordEnv] ?? null));
