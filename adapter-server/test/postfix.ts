import { spawnSync } from 'node:child_process';
import {
    chmodSync,
    chownSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    rmSync,
    writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from './freePorts.ts';

/** A real mail transfer agent in front of the intake: `apt-get install postfix`. */
export interface Postfix {
    readonly smtpPort: number;
    /** What it has logged. */
    log(): string;
    stop(): void;
}

const MASTER = '/usr/lib/postfix/sbin/master';
const PRIVATE = [
    'active',
    'bounce',
    'corrupt',
    'defer',
    'deferred',
    'flush',
    'hold',
    'incoming',
    'private',
    'saved',
    'trace',
];

const MASTER_CF = `pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;

const idOf = (kind: 'passwd' | 'group', name: string): number =>
    Number(spawnSync('getent', [kind, name], { encoding: 'utf8' }).stdout.split(':')[2]);

/** Starts one that hands the mail of example.com to the intake, or says why there is none. */
export async function startPostfix(handTo: {
    protocol: 'smtp' | 'lmtp';
    port: number;
}): Promise<Postfix | { readonly unavailable: string }> {
    if (!existsSync(MASTER)) return { unavailable: 'Postfix is not installed' };
    if (process.getuid?.() !== 0) return { unavailable: 'Postfix needs root to start' };
    const directory = mkdtempSync(join(tmpdir(), 'patchbay-postfix-'));
    const [etc, queue, data] = [join(directory, 'etc'), join(directory, 'queue'), join(directory, 'data')];
    for (const made of [etc, queue, data]) mkdirSync(made);
    chmodSync(directory, 0o755);
    const owner = idOf('passwd', 'postfix');
    const drop = idOf('group', 'postdrop');
    chownSync(data, owner, 0);
    for (const name of [...PRIVATE, 'public', 'maildrop', 'pid']) {
        const path = join(queue, name);
        mkdirSync(path);
        if (name === 'pid') continue;
        const shared = name === 'public' || name === 'maildrop';
        chownSync(path, owner, shared ? drop : 0);
        chmodSync(path, name === 'public' ? 0o710 : name === 'maildrop' ? 0o730 : 0o700);
    }
    const [smtpPort = 0] = await freePorts(1);
    const logFile = join(directory, 'mail.log');
    writeFileSync(
        join(etc, 'main.cf'),
        Object.entries({
            compatibility_level: '3.6',
            queue_directory: queue,
            data_directory: data,
            maillog_file: logFile,
            maillog_file_prefixes: directory,
            inet_interfaces: '127.0.0.1',
            inet_protocols: 'ipv4',
            myhostname: 'mx.example.com',
            mydestination: '',
            mynetworks: '127.0.0.0/8',
            alias_maps: '',
            alias_database: '',
            relay_domains: 'example.com',
            relay_transport: `${handTo.protocol}:inet:127.0.0.1:${handTo.port}`.replace(
                'smtp:inet:',
                'smtp:',
            ),
            default_transport: 'error:no outside mail from a test server',
            smtpd_relay_restrictions: 'permit_mynetworks, reject_unauth_destination',
            smtpd_peername_lookup: 'no',
            smtp_dns_support_level: 'disabled',
            minimal_backoff_time: '1s',
            maximal_backoff_time: '2s',
            queue_run_delay: '1s',
            recipient_delimiter: '+',
        })
            .map(([name, value]) => `${name} = ${value}\n`)
            .join(''),
    );
    writeFileSync(join(etc, 'master.cf'), `127.0.0.1:${smtpPort} inet n - n - - smtpd\n${MASTER_CF}`);
    const started = spawnSync(MASTER, ['-c', etc, '-w'], { encoding: 'utf8', timeout: 20_000 });
    const log = (): string => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
    const stop = (): void => {
        spawnSync('postfix', ['-c', etc, 'stop'], { timeout: 10_000 });
        rmSync(directory, { recursive: true, force: true });
    };
    for (let left = 50; left > 0; left -= 1) {
        if (await listens(smtpPort)) return { smtpPort, log, stop };
        await pause(100);
    }
    const reason = `Postfix did not start: ${started.stderr || log()}`.slice(0, 500);
    stop();
    return { unavailable: reason };
}

const listens = (port: number): Promise<boolean> =>
    new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1');
        socket.once('connect', () => {
            socket.destroy();
            resolve(true);
        });
        socket.once('error', () => resolve(false));
    });
