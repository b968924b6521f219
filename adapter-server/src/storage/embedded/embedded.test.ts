import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { unprivilegedAccount } from './account.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import type { EmbeddedPostgres } from './embedded.ts';
import { pause } from './postmaster.ts';

const HOLDER = fileURLToPath(new URL('../../../test/embeddedHolder.ts', import.meta.url));
const dataDirectory = mkdtempSync(join(tmpdir(), 'patchbay-embedded-'));
chmodSync(dataDirectory, 0o755); // open to the account it runs under
const cluster = join(dataDirectory, 'postgres', 'cluster');
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const start = (): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({ dataDirectory, log: silent, durable: false });
const postmaster = (): number => Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);

async function ask(url: string, sql: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
        return (await client.query<{ n: unknown }>(sql)).rows.map(({ n }) => n);
    } finally {
        await client.end();
    }
}

type Said = { attached?: boolean; connectionString?: string; refused?: string };
const children: ChildProcess[] = [];

async function holder(): Promise<{ child: ChildProcess; said: Said }> {
    const options = ['--disable-warning=ExperimentalWarning', HOLDER, dataDirectory];
    const child = spawn(process.execPath, options, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    return { child, said: JSON.parse(line) as Said };
}

async function kill(child: ChildProcess): Promise<void> {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
}

describe('the embedded PostgreSQL', () => {
    let running: EmbeddedPostgres | undefined;
    afterEach(async () => {
        for (const child of children.splice(0))
            if (child.exitCode === null && child.signalCode === null) await kill(child);
        running ??= await start(); // takes over what a killed holder left
        await running.stop();
        running = undefined;
    });
    afterAll(() => rmSync(dataDirectory, { recursive: true }));

    it('keeps its data when stopped and started, and starts over after a half-made cluster', async () => {
        mkdirSync(join(dataDirectory, 'postgres', 'cluster.unfinished', 'base'), { recursive: true });
        running = await start();
        await ask(running.connectionString, 'CREATE TABLE kept (n int)');
        await ask(running.connectionString, 'INSERT INTO kept VALUES (1)');
        await running.stop();
        running = await start();
        expect(running.attached).toBe(false);
        expect(await ask(running.connectionString, 'SELECT n FROM kept')).toEqual([1]);
        expect(
            await ask(
                running.connectionString,
                "SELECT current_setting('server_version_num')::int / 10000 AS n",
            ),
        ).toEqual([18]);
        expect(await ask(running.connectionString, 'SHOW listen_addresses')).toHaveLength(1);
        expect(readdirSync(join(dataDirectory, 'postgres'))).not.toContain('cluster.unfinished');
    });

    it('refuses a second process and names the first; lets the next in when that is killed', async () => {
        const first = await holder();
        const second = await holder();
        expect(second.said.refused).toContain(`is in use by process ${first.child.pid}.`);
        await expect(start()).rejects.toMatchObject({ name: 'DataDirectoryHeld', pid: first.child.pid });

        const server = postmaster();
        await ask(first.said.connectionString ?? '', 'CREATE TABLE survived AS SELECT 7 AS n');
        await kill(first.child);
        running = await start();
        expect(running.attached).toBe(true);
        expect(postmaster()).toBe(server);
        expect(await ask(running.connectionString, 'SELECT n FROM survived')).toEqual([7]);
    });

    it('refuses a second start within one process', async () => {
        running = await start();
        await expect(start()).rejects.toMatchObject({ name: 'DataDirectoryHeld', pid: process.pid });
    });

    it.each([false, true])('is back within 5 s when it is killed (taken over: %s)', async (takenOver) => {
        if (takenOver) await kill((await holder()).child);
        running = await start();
        expect(running.attached).toBe(takenOver);
        await ask(running.connectionString, 'CREATE TABLE IF NOT EXISTS committed (n int)');
        await ask(running.connectionString, 'INSERT INTO committed VALUES (1)');
        const before = postmaster();
        const lost = performance.now();
        process.kill(before, 'SIGKILL');
        let answer: unknown[] = [];
        while (answer.length === 0 && performance.now() - lost < 5_000) {
            await pause(50);
            if (!isAlive(before))
                answer = await ask(running.connectionString, 'SELECT n FROM committed').catch(() => []);
        }
        expect(answer).toContain(1);
        expect(postmaster()).not.toBe(before);
    });

    it('starts where a dead server left a pid that another process has by now', async () => {
        running = await start();
        const noted = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
        await running.stop();
        const account = unprivilegedAccount(dataDirectory);
        const stranger = spawn('sleep', ['60'], { ...(account && { uid: account.uid, gid: account.gid }) });
        children.push(stranger);
        writeFileSync(join(cluster, 'postmaster.pid'), [stranger.pid, ...noted.slice(1)].join('\n'));
        running = await start();
        expect(postmaster()).not.toBe(stranger.pid);
    });

    it('outlives Ctrl-C, which goes to the whole group of the terminal', async () => {
        const { child, said } = await holder();
        process.kill(-(child.pid ?? 0), 'SIGINT');
        await pause(300);
        expect(await ask(said.connectionString ?? '', 'SELECT 1 AS n')).toEqual([1]);
    });
});

function isAlive(pid: number): boolean {
    try {
        return process.kill(pid, 0);
    } catch {
        return false;
    }
}
