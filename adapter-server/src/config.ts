import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from './config/configError.ts';
import { readContactCenterFile } from './config/contactCenterFile.ts';
import { closestName } from './core/closestName.ts';
import { readVariables, VARIABLES, type Values } from './config/variables.ts';

/** Everything that the environment decides. .env.example describes each variable. */
export interface Config {
    /** Where HTTP and sockets are served; port 0 lets the system choose. */
    readonly host: string;
    readonly port: number;
    /** How others reach the server (an origin, no trailing slash); null: http://localhost and the port it got. */
    readonly publicUrl: string | null;
    /** Express's `trust proxy`. */
    readonly trustProxy: false | number | readonly string[];
    /** Other origins whose pages may call the API and open sockets, such as a Salesforce org's. */
    readonly allowedOrigins: readonly string[];
    /** Absolute. */
    readonly dataDirectory: string;
    /** null: the embedded PostgreSQL, in the data directory. */
    readonly databaseUrl: string | null;
    /** The first-run file; null: none was named, and this is not the demo. */
    readonly contactCenterFile: string | null;
    /** The server's own mail intake; null: off. It listens on `host`. */
    readonly intake: {
        readonly port: number;
        readonly lmtp: boolean;
        /** Files in PEM; null: no STARTTLS. */
        readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
    } | null;
    /** What secrets in the database are sealed with, the present one first; empty: a file in the data directory. */
    readonly secretKeys: readonly Buffer[];
    /** Where mail is handed to: a server, the demo customer's mailbox, or nowhere yet (it waits in the outbox). */
    readonly mailOut:
        { readonly to: 'server'; readonly url: string } | { readonly to: 'demo_mailbox' | 'nowhere' };
    /** Bearer token that may do over HTTP whatever an admin may; null: none. */
    readonly adminToken: string | null;
    /** Seeded agents sign in without a password. */
    readonly demo: boolean;
    /** Tests may move the clock. */
    readonly testClock: boolean;
    /** Where a test wants the process to be killed, such as `receiveEmail:before-commit`. */
    readonly failpoint: string | null;
    readonly logLevel: NonNullable<Values['PATCHBAY_LOG_LEVEL']>;
    readonly salesforce: {
        /** PEM; verifies the tokens that the org signs. */
        readonly identityPublicKey: string | null;
        /** Every other SALESFORCE_* variable that is set, by its whole name. */
        readonly other: Readonly<Record<string, string>>;
    };
    /** What works, but perhaps not as its operator expects; for the log at the start. */
    readonly warnings: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

export { ConfigError };

const DEMO_CONTACT_CENTER = fileURLToPath(new URL('../../config/demo-contact-center.json', import.meta.url));
const SHORTEST_ADMIN_TOKEN = 24;

/** The only place that reads process.env. Throws ConfigError. */
export const configFromEnvironment = (): Config => readConfig(process.env, process.cwd());

/** A secret that the first-run file or a mailbox names by its variable; undefined where it is not set. */
export const secretNamed = (name: string): string | undefined => process.env[name];
/** The first-run file, with the secrets that it names by their variables checked to be there. */
export const readFirstRunFile = (path: string): ReturnType<typeof readContactCenterFile> =>
    readContactCenterFile(path, process.env);

/**
 * Reads the environment's variables; an empty one counts as not set. Throws ConfigError with all problems at once.
 *
 * @param directory what relative paths start from
 */
export function readConfig(env: Environment, directory = '.'): Config {
    const { values, problems } = readVariables(env);
    problems.push(...unknownVariables(env), ...contradictions(values, env));
    if (problems.length > 0) throw new ConfigError('The configuration', problems);

    const demo = values.PATCHBAY_DEMO ?? false;
    const intakePort = values.PATCHBAY_SMTP_PORT ?? 2525;
    const file = values.PATCHBAY_CONFIG;
    return {
        host: values.HOST ?? '127.0.0.1',
        port: values.PORT ?? 3000,
        publicUrl: values.PUBLIC_URL ?? null,
        trustProxy: values.TRUST_PROXY ?? false,
        allowedOrigins: values.ALLOWED_ORIGINS ?? [],
        dataDirectory: resolve(directory, values.PATCHBAY_DATA ?? '.patchbay'),
        databaseUrl: values.DATABASE_URL ?? null,
        contactCenterFile:
            file === undefined ? (demo ? DEMO_CONTACT_CENTER : null) : resolve(directory, file),
        intake:
            intakePort === 0
                ? null
                : { port: intakePort, lmtp: values.PATCHBAY_LMTP ?? false, tls: tlsFiles(values, directory) },
        secretKeys: values.PATCHBAY_SECRET_KEY ?? [],
        mailOut:
            values.SMTP_URL !== undefined
                ? { to: 'server', url: values.SMTP_URL }
                : { to: demo ? 'demo_mailbox' : 'nowhere' },
        adminToken: values.PATCHBAY_ADMIN_TOKEN ?? null,
        demo,
        testClock: values.PATCHBAY_TEST_CLOCK ?? false,
        failpoint: values.PATCHBAY_FAILPOINT ?? null,
        logLevel: values.PATCHBAY_LOG_LEVEL ?? 'info',
        salesforce: {
            identityPublicKey: values.SALESFORCE_IDENTITY_PUBLIC_KEY ?? null,
            other: otherSalesforceVariables(env),
        },
        warnings: warningsOf(values, demo),
    };
}

function unknownVariables(env: Environment): string[] {
    const known = Object.keys(VARIABLES);
    return Object.keys(env)
        .filter((name) => name.startsWith('PATCHBAY_') && !known.includes(name))
        .sort()
        .map((name) => {
            const meant = closestName(name, known);
            return `${name}: no such variable.${meant === null ? ' .env.example lists those there are.' : ` Did you mean ${meant}?`}`;
        });
}

function tlsFiles(values: Values, directory: string): { certFile: string; keyFile: string } | null {
    const { PATCHBAY_SMTP_TLS_CERT: cert, PATCHBAY_SMTP_TLS_KEY: key } = values;
    if (cert === undefined || key === undefined) return null;
    return { certFile: resolve(directory, cert), keyFile: resolve(directory, key) };
}

function contradictions(values: Values, env: Environment): string[] {
    const problems: string[] = [];
    const host = values.HOST ?? '127.0.0.1';
    for (const name of ['PATCHBAY_DEMO', 'PATCHBAY_TEST_CLOCK'] as const)
        if (values[name] && !isLoopback(host))
            problems.push(
                `${name}: is for this machine alone, and HOST=${host} is beyond it. Use HOST=127.0.0.1, or \`npm run serve\` without ${name}.`,
            );
    if (values.PATCHBAY_TEST_CLOCK && !values.PATCHBAY_DEMO)
        problems.push(
            'PATCHBAY_TEST_CLOCK: works in the demo only. Start with `npm start`, or leave it out.',
        );
    if (values.PATCHBAY_FAILPOINT !== undefined && !values.PATCHBAY_TEST_CLOCK)
        problems.push(
            'PATCHBAY_FAILPOINT: is for tests only. Set PATCHBAY_TEST_CLOCK=1 as well, or leave it out.',
        );
    const token = values.PATCHBAY_ADMIN_TOKEN;
    if (token !== undefined && token.length < SHORTEST_ADMIN_TOKEN && !values.PATCHBAY_DEMO)
        problems.push(
            `PATCHBAY_ADMIN_TOKEN: has ${token.length} characters and needs at least ${SHORTEST_ADMIN_TOKEN}. Make one with \`openssl rand -hex 32\`.`,
        );
    if (values.PATCHBAY_SMTP_PORT === 0 && values.PATCHBAY_LMTP && env['PATCHBAY_LMTP'])
        problems.push(
            'PATCHBAY_LMTP: says how the intake speaks, and PATCHBAY_SMTP_PORT=0 switches that off. Leave one out.',
        );
    if ((values.PATCHBAY_SMTP_TLS_CERT === undefined) !== (values.PATCHBAY_SMTP_TLS_KEY === undefined))
        problems.push(
            'PATCHBAY_SMTP_TLS_CERT and PATCHBAY_SMTP_TLS_KEY: go together. Set both, or neither for an intake without STARTTLS.',
        );
    if (values.PORT !== undefined && values.PORT !== 0 && values.PORT === (values.PATCHBAY_SMTP_PORT ?? 2525))
        problems.push(
            `PORT: ${values.PORT} is the mail intake's port too. Change PORT or PATCHBAY_SMTP_PORT.`,
        );
    return problems;
}

/** 127.0.0.0/8, ::1 and their names. */
export const isLoopback = (host: string): boolean =>
    /^(localhost|::1|\[::1\]|127(\.\d{1,3}){3}|::ffff:127(\.\d{1,3}){3})$/i.test(host);

function otherSalesforceVariables(env: Environment): Record<string, string> {
    const other: Record<string, string> = {};
    for (const [name, value] of Object.entries(env))
        if (name.startsWith('SALESFORCE_') && !(name in VARIABLES) && value) other[name] = value;
    return other;
}

function warningsOf(values: Values, demo: boolean): string[] {
    const warnings: string[] = [];
    if (values.SMTP_URL === undefined && !demo)
        warnings.push('SMTP_URL is not set: replies and acknowledgements wait in the outbox until it is.');
    if (values.PUBLIC_URL === undefined && !isLoopback(values.HOST ?? '127.0.0.1'))
        warnings.push('PUBLIC_URL is not set: links in mail and the console name localhost.');
    if (values.PUBLIC_URL?.startsWith('http:') && !isLoopback(new URL(values.PUBLIC_URL).hostname))
        warnings.push('PUBLIC_URL is not https: passwords and mail would cross the network readable.');
    return warnings;
}

export { readContactCenterFile };
