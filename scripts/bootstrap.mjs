// Every npm script comes through here: `node scripts/bootstrap.mjs <task> [arguments]`. It runs on any
// Node from 18 on, with nothing installed, and starts scripts/<task>.ts on Node 24 with all installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Type stripping without a flag or a warning, and what the embedded store needs of node:sqlite. */
const NEEDED = [24, 9];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [task = '', ...args] = process.argv.slice(2);

main();

function main() {
    const script = join(root, 'scripts', `${task}.ts`);
    if (!/^[a-z-]+$/.test(task) || !existsSync(script))
        return giveUp(`There is no task "${task}". Tasks: ${tasks()}`);
    if (!isInstalled()) install();
    run(findNode(), script);
}

function tasks() {
    const names = readdirSync(join(root, 'scripts')).filter((name) => /^[a-z-]+\.ts$/.test(name));
    return names.map((name) => name.slice(0, -3)).join(', ');
}

/** Whether node_modules holds what package-lock.json says, by the note that npm leaves there. */
function isInstalled() {
    try {
        const wanted = packagesIn('package-lock.json');
        const present = packagesIn('node_modules/.package-lock.json');
        return Object.entries(wanted).every(
            ([path, { version, optional }]) =>
                path === '' || (present[path] ? present[path].version === version : optional),
        );
    } catch {
        return false;
    }
}

/** @param {string} lock @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesIn(lock) {
    return JSON.parse(readFileSync(join(root, lock), 'utf8')).packages;
}

/** No package of ours needs its install script, so none runs: the result is the same everywhere. */
function install() {
    say('Installing dependencies (npm ci); the first time this takes a minute or two …');
    const npm = process.env['npm_execpath'];
    const options = [
        'ci',
        '--ignore-scripts',
        '--include=dev',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
    ];
    const [command, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
    const started = process.hrtime.bigint();
    const { status, error } = spawnSync(command, [...before, ...options], {
        cwd: root,
        stdio: ['ignore', 2, 2],
    });
    if (error || status !== 0) {
        return giveUp(
            `npm ci failed${error ? ` (${error.message})` : ''}. It needs the npm registry once; after that nothing ` +
                'does. Behind a proxy or a mirror, set npm\'s "registry" and "proxy", then try again.',
        );
    }
    say(`Dependencies installed in ${Number((process.hrtime.bigint() - started) / 1_000_000_000n)} s.`);
}

/** This very Node where it is new enough, else the one that came as an npm package. */
function findNode() {
    if (isNewEnough(process.versions.node)) return process.execPath;
    const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
    const { stdout, error } = spawnSync(packaged, ['--version'], { encoding: 'utf8' });
    if (!error && isNewEnough(stdout.trim().slice(1))) return packaged;
    return giveUp(
        `Patchbay runs on Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}, and npm brings no newer ` +
            `one for ${process.platform}-${process.arch} here. Install Node 24 from https://nodejs.org (or: npx -p node@24 npm ${task}).`,
    );
}

/** @param {string} version */
function isNewEnough(version) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/**
 * The child gets our signals, we end as it ends. Ctrl-C in a terminal reaches it without us. The
 * channel tells it when we are killed, so that no server is left behind.
 *
 * @param {string} node @param {string} script
 */
function run(node, script) {
    const path = `${dirname(node)}:${process.env['PATH'] ?? ''}`;
    const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...args], {
        cwd: root,
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
        env: { ...process.env, PATH: path },
    });
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP', 'SIGINT'])) {
        process.on(signal, () => {
            if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
        });
    }
    // npm that is killed takes only its shell along, not us: then its end is our signal.
    const parent = process.ppid;
    if (process.env['npm_lifecycle_event']) {
        setInterval(() => {
            if (process.ppid !== parent) child.kill('SIGTERM');
        }, 250).unref();
    }
    child.on('error', (error) => giveUp(`${node} does not run: ${error.message}`));
    child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}

/** @param {string} text */
function say(text) {
    process.stderr.write(`${text}\n`);
}

/** @param {string} text @returns {never} */
function giveUp(text) {
    say(text);
    process.exit(1);
}
