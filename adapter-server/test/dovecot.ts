import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePorts } from './freePorts.ts';

/** A real IMAP and LMTP server for tests: `apt-get install dovecot-imapd dovecot-lmtpd`. */
export interface Dovecot {
    /** Where all of it is. */
    readonly folder: string;
    readonly imapPort: number;
    readonly lmtpPort: number;
    /** TLS from the first byte; 0 where it has no certificate. */
    readonly imapsPort: number;
    /** Who signed in, how, and what failed. */
    log(): string;
    /** Every user exists, with this password. */
    readonly password: string;
    /** Ends all sessions the hard way. */
    killSessions(): void;
    /** The leader of its process group; undefined while it is down. */
    pid(): number | undefined;
    /** Stops the server, keeps the mail. */
    halt(): Promise<void>;
    resume(): Promise<void>;
    /** What a restore or a move does to a mailbox: the same mail under another UIDVALIDITY. */
    setUidValidity(user: string, value: number): void;
    /** What a human does who reads the mail first. */
    markSeen(user: string): void;
    /** The flags of all mail of a user, as doveadm prints them. */
    flags(user: string): string;
    stop(): Promise<void>;
}

export interface DovecotOptions {
    /** XOAUTH2 alone: tokens are asked for at this address (RFC 7662), and a password opens nothing. */
    readonly introspectionUrl?: string;
    /** Speaks TLS, at once on one port and by STARTTLS on the other; files in PEM. */
    readonly tls?: { readonly cert: string; readonly key: string };
}
/** For the name localhost alone, signed by itself. */
export const LOCALHOST_TLS = {
    cert: fileURLToPath(new URL('tls/test-only-imap-cert.pem', import.meta.url)),
    key: fileURLToPath(new URL('tls/test-only-imap-key.pem', import.meta.url)),
};

/** Starts one, or says why there is none. */
export async function startDovecot(
    options: DovecotOptions = {},
): Promise<Dovecot | { readonly unavailable: string }> {
    const version = spawnSync('dovecot', ['--version'], { encoding: 'utf8' });
    if (version.status !== 0)
        return { unavailable: 'Dovecot is not installed (dovecot-imapd, dovecot-lmtpd).' };
    if (!version.stdout.startsWith('2.3'))
        return { unavailable: `Dovecot ${version.stdout.trim()}: the test knows 2.3.` };
    const folder = await mkdtemp(join(tmpdir(), 'patchbay-dovecot-'));
    const [imapPort = 0, lmtpPort = 0, tlsPort = 0] = await freePorts(3);
    const imapsPort = options.tls ? tlsPort : 0;
    await writeConfig(folder, { imapPort, lmtpPort, imapsPort }, options);
    const configFile = join(folder, 'dovecot.conf');
    let server: ChildProcess | null = null;

    async function resume(): Promise<void> {
        server = spawn('dovecot', ['-F', '-c', configFile], { stdio: 'ignore', detached: true });
        const ports = [imapPort, lmtpPort, ...(imapsPort === 0 ? [] : [imapsPort])];
        await Promise.all(ports.map(listening));
    }
    async function halt(): Promise<void> {
        const running = server;
        server = null;
        if (running === null || running.exitCode !== null) return;
        const ended = new Promise((resolve) => running.once('exit', resolve));
        // The whole process group: asked alone, the master waits seconds for its children to notice.
        if (running.pid !== undefined) process.kill(-running.pid, 'SIGKILL');
        await ended;
    }
    const doveadm = (...args: string[]): string =>
        spawnSync('doveadm', ['-c', configFile, ...args], { encoding: 'utf8' }).stdout;

    await resume();
    return {
        folder,
        imapPort,
        lmtpPort,
        imapsPort,
        log: () => readFileSync(join(folder, 'dovecot.log'), 'utf8'),
        password: 'secret',
        pid: () => server?.pid,
        killSessions: () => void doveadm('kick', '*'),
        halt,
        resume,
        setUidValidity: (user, value) =>
            void doveadm('mailbox', 'update', '-u', user, '--uid-validity', String(value), 'INBOX'),
        markSeen: (user) => void doveadm('flags', 'add', '-u', user, '\\Seen', 'mailbox', 'INBOX', 'all'),
        flags: (user) => doveadm('fetch', '-u', user, 'flags', 'mailbox', 'INBOX', 'all'),
        async stop() {
            await halt();
            await rm(folder, { recursive: true, force: true });
        },
    };
}

async function listening(port: number): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
        const open = await new Promise<boolean>((resolve) => {
            const socket = connect(port, '127.0.0.1', () => resolve(true));
            socket.once('error', () => resolve(false));
            socket.once('connect', () => socket.destroy());
        });
        if (open) return;
        await pause(50);
    }
    throw new Error(`Dovecot does not listen on ${port}.`);
}

/** As root Dovecot drops to its own accounts; as anyone else everything runs as that user. */
async function writeConfig(
    folder: string,
    { imapPort, lmtpPort, imapsPort }: Pick<Dovecot, 'imapPort' | 'lmtpPort' | 'imapsPort'>,
    { introspectionUrl, tls }: DovecotOptions,
): Promise<void> {
    const root = process.getuid?.() === 0;
    const me = userInfo().username;
    const [internal, login, owner] = root ? ['dovecot', 'dovenull', 'nobody'] : [me, me, me];
    const group = spawnSync('id', ['-gn', String(owner)], { encoding: 'utf8' }).stdout.trim();
    const internalGroup = spawnSync('id', ['-gn', String(internal)], { encoding: 'utf8' }).stdout.trim();
    await chmod(folder, 0o755);
    await mkdir(join(folder, 'run'));
    await mkdir(join(folder, 'mail'));
    await chmod(join(folder, 'mail'), 0o777);
    const lines = [
        `base_dir = ${folder}/run`,
        `state_dir = ${folder}/run`,
        `log_path = ${folder}/dovecot.log`,
        'protocols = imap lmtp',
        'listen = 127.0.0.1',
        ...(tls ? ['ssl = yes', `ssl_cert = <${tls.cert}`, `ssl_key = <${tls.key}`] : ['ssl = no']),
        'disable_plaintext_auth = no',
        'auth_failure_delay = 0',
        `default_internal_user = ${internal}`,
        `default_internal_group = ${internalGroup}`,
        `default_login_user = ${login}`,
        'first_valid_uid = 1',
        `mail_location = maildir:${folder}/mail/%u`,
        'mail_fsync = never',
        'mail_max_userip_connections = 200',
        'mailbox_idle_check_interval = 1 secs',
        ...(introspectionUrl === undefined
            ? ['passdb {\n driver = static\n args = password=secret\n}']
            : [
                  'auth_mechanisms = xoauth2 oauthbearer',
                  `passdb {\n driver = oauth2\n mechanisms = xoauth2 oauthbearer\n args = ${folder}/oauth2.conf.ext\n}`,
              ]),
        `userdb {\n driver = static\n args = uid=${owner} gid=${group} home=${folder}/mail/%u allow_all_users=yes\n}`,
        'service anvil {\n chroot =\n}',
        'service stats {\n chroot =\n}',
        'service imap-login {\n chroot =\n service_count = 0',
        ` inet_listener imap {\n address = 127.0.0.1\n port = ${imapPort}\n }`,
        ` inet_listener imaps {\n address = 127.0.0.1\n port = ${imapsPort}\n ssl = yes\n }\n}`,
        `service lmtp {\n inet_listener lmtp {\n address = 127.0.0.1\n port = ${lmtpPort}\n }\n}`,
    ];
    if (introspectionUrl !== undefined)
        await writeFile(
            join(folder, 'oauth2.conf.ext'),
            [
                `introspection_url = ${introspectionUrl}`,
                'introspection_mode = post',
                'username_attribute = username',
                'active_attribute = active',
                'active_value = true',
                '',
            ].join('\n'),
        );
    await writeFile(join(folder, 'dovecot.conf'), `${lines.join('\n')}\n`);
}
