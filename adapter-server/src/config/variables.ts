import { createPublicKey } from 'node:crypto';
import { z } from 'zod';

/** Each variable by name: how its text is read. What is wrong is said as the next thing to do. */

const flag = z
    .string()
    .regex(/^(0|1|true|false)$/i, 'write 1 to switch it on, or 0 (or nothing) for off')
    .transform((text) => text === '1' || text.toLowerCase() === 'true');

const port = z
    .string()
    .regex(/^\d{1,5}$/, 'write a port number')
    .transform(Number)
    .refine((value) => value <= 65_535, 'write a port number up to 65535');

const urlOf = (protocols: readonly string[], example: string) =>
    z
        .string()
        .refine(
            (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
            `write it as ${example}`,
        );

const origin = urlOf(['http:', 'https:'], 'https://desk.example.com').transform((text, context) => {
    if (!URL.canParse(text)) return z.NEVER;
    const { origin: whole, pathname, search } = new URL(text);
    if (pathname !== '/' || search !== '') context.addIssue('leave out the path');
    return whole;
});

const list = (text: string): string[] =>
    text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');

const origins = z.string().transform(list).pipe(z.array(origin));

/** Express's setting. A bare "true" would believe any address that a client writes, so it is refused. */
const proxies = z
    .string()
    .transform((text) => (/^\d$/.test(text) ? Number(text) : list(text)))
    .refine(
        (value) =>
            typeof value === 'number' ||
            value.every((part) => /^(loopback|linklocal|uniquelocal|[\da-f.:]+(\/\d+)?)$/i.test(part)),
        'write how many proxies stand in front (1), or their addresses (10.0.0.0/8, loopback)',
    );

/** PEM of a public key or certificate; in one line with \n, as most secret stores want it, or whole. */
const publicKey = z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n'))
    .refine(isPublicKey, 'paste the PEM of the public key or certificate, with \\n for its line ends');

function isPublicKey(pem: string): boolean {
    try {
        return !pem.includes('PRIVATE KEY') && createPublicKey(pem).type === 'public';
    } catch {
        return false;
    }
}

/** The first seals; those behind it may still open what they sealed before. */
const secretKeys = z.string().transform((given, context) =>
    list(given).map((part) => {
        const key = Buffer.from(part, /^[\da-f]{64}$/i.test(part) ? 'hex' : 'base64');
        if (key.length !== 32)
            context.addIssue('write 32 bytes in base64; make them with `openssl rand -base64 32`');
        return key;
    }),
);

const text = z.string();

export const VARIABLES = {
    PORT: port,
    HOST: text.regex(/^[\w.:-]+$/, 'write an address or host name, such as 127.0.0.1'),
    PUBLIC_URL: origin,
    TRUST_PROXY: proxies,
    ALLOWED_ORIGINS: origins,
    DATABASE_URL: text.regex(
        /^postgres(ql)?:\/\//,
        'write it as postgresql://user:password@host:5432/patchbay',
    ),
    SMTP_URL: urlOf(['smtp:', 'smtps:'], 'smtp://user:password@mail.example.com:587'),
    SALESFORCE_IDENTITY_PUBLIC_KEY: publicKey,
    PATCHBAY_DATA: text,
    PATCHBAY_CONFIG: text,
    PATCHBAY_SMTP_PORT: port,
    PATCHBAY_LMTP: flag,
    PATCHBAY_SMTP_TLS_CERT: text,
    PATCHBAY_SMTP_TLS_KEY: text,
    PATCHBAY_SECRET_KEY: secretKeys,
    PATCHBAY_ADMIN_TOKEN: text,
    PATCHBAY_DEMO: flag,
    PATCHBAY_TEST_CLOCK: flag,
    PATCHBAY_FAILPOINT: text,
    PATCHBAY_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'write one of fatal, error, warn, info, debug, trace, silent',
    }),
} as const satisfies Record<string, z.ZodType>;

export type VariableName = keyof typeof VARIABLES;
export type Values = { [N in VariableName]?: z.output<(typeof VARIABLES)[N]> };

/** What was read, and every problem in words; a variable with a problem is left out of the values. */
export function readVariables(env: Readonly<Record<string, string | undefined>>): {
    values: Values;
    problems: string[];
} {
    const problems: string[] = [];
    const values: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(VARIABLES)) {
        const given = env[name]?.trim();
        if (given === undefined || given === '') continue;
        const read = schema.safeParse(given);
        if (read.success) values[name] = read.data;
        else problems.push(`${name}: ${read.error.issues[0]?.message ?? 'cannot be read'}.`);
    }
    return { values: values as Values, problems };
}
