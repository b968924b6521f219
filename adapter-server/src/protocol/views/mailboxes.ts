import { z } from 'zod';
import { id, instant, queueRef } from '../primitives.ts';

const host = z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.:[\]_-]+$/, 'Write a host name or address.')
    .max(253);
const line = z
    .string()
    .max(300)
    // A line break here would be a command of the caller's own.
    .refine((text) => !/\p{Cc}/u.test(text), 'Leave out control characters.');
const secret = z
    .string()
    .min(1)
    .max(10_000)
    .nullish()
    .transform((text) => text ?? undefined);

/** How a mailbox is signed in to. A secret that is left out stays as it is stored. */
export const imapSettings = z.object({
    host,
    port: z.int().min(1).max(65_535).default(993),
    /** true: TLS from the first byte; false: STARTTLS. */
    secure: z.boolean().default(true),
    /** false only for a server on this machine. */
    requireTls: z.boolean().default(true),
    user: line.min(1, 'Write the user name.'),
    mailbox: line.min(1).default('INBOX'),
    startFrom: z.enum(['now', 'beginning']).default('now'),
    authservId: line.nullable().default(null),
    auth: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('password'), password: secret }),
        z.object({
            kind: z.literal('oauth'),
            tokenUrl: z.url('Write the address of the token endpoint.').max(500),
            clientId: line.min(1, 'Write the client id.'),
            scope: line.default(''),
            clientSecret: secret,
            refreshToken: secret,
        }),
    ]),
});

export const mailboxView = z.object({
    id,
    address: z.string(),
    displayName: z.string(),
    queue: queueRef,
    kind: z.enum(['intake', 'imap']),
    enabled: z.boolean(),
    state: z.string(),
    lastError: z.string().nullable(),
    changedAt: instant,
    lastMailAt: instant.nullable(),
    nextAttemptAt: instant.nullable(),
    imap: z
        .object({
            host: z.string(),
            port: z.int(),
            secure: z.boolean(),
            requireTls: z.boolean(),
            user: z.string(),
            mailbox: z.string(),
            startFrom: z.enum(['now', 'beginning']),
            authservId: z.string().nullable(),
            auth: z.enum(['password', 'oauth']),
            oauth: z.object({ tokenUrl: z.string(), clientId: z.string(), scope: z.string() }).nullable(),
            /** Whether a secret is stored; it never comes out. */
            hasSecret: z.boolean(),
        })
        .nullable(),
});

/** What a test of the connection found. */
export const mailboxTrial = z.object({
    works: z.boolean(),
    step: z.enum(['dns', 'connect', 'tls', 'sign_in', 'folder', 'other']).nullable(),
    message: z.string(),
    nextStep: z.string().nullable(),
});

export const quarantinedView = z.object({
    id,
    at: instant,
    reason: z.string(),
    size: z.int(),
    resolvedAt: instant.nullable(),
    origin: z.enum(['smtp', 'lmtp', 'imap']),
    /** The mailbox that fetched it. */
    mailbox: z.string().nullable(),
    envelopeFrom: z.string().nullable(),
    envelopeTo: z.array(z.string()),
    resolution: z.enum(['taken_in', 'discarded']).nullable(),
    resolvedBy: z.string().nullable(),
    resolvedReason: z.string().nullable(),
});

export const outboxRowView = z.object({
    id,
    lane: z.string(),
    kind: z.string(),
    state: z.enum(['waiting', 'done', 'dead']),
    attempts: z.int(),
    nextAttemptAt: instant.nullable(),
    lastError: z.string().nullable(),
    interactionId: id.nullable(),
    /** Subject and recipients of a mail; null for others. */
    subject: z.string().nullable(),
    to: z.string().nullable(),
    givenUpAt: instant.nullable(),
    givenUpBy: z.string().nullable(),
    givenUpReason: z.string().nullable(),
});

export type MailboxView = z.infer<typeof mailboxView>;
export type MailboxTrial = z.infer<typeof mailboxTrial>;
export type QuarantinedView = z.infer<typeof quarantinedView>;
export type OutboxRowView = z.infer<typeof outboxRowView>;
