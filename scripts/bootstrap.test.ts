import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const BOOTSTRAP = fileURLToPath(new URL('bootstrap.mjs', import.meta.url));

describe('the bootstrap', () => {
    let root: string;
    const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
    const lock = (packages: Record<string, unknown>): string =>
        JSON.stringify({
            name: 'x',
            version: '1.0.0',
            lockfileVersion: 3,
            packages: { '': { name: 'x', version: '1.0.0' }, ...packages },
        });
    const call = (...args: string[]) =>
        spawnSync(process.execPath, [join(root, 'scripts/bootstrap.mjs'), ...args], { encoding: 'utf8' });

    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), 'patchbay-bootstrap-'));
        for (const folder of ['scripts', 'node_modules']) mkdirSync(join(root, folder));
        copyFileSync(BOOTSTRAP, join(root, 'scripts/bootstrap.mjs'));
        write('package.json', '{"name":"x","version":"1.0.0","type":"module"}');
        write('package-lock.json', lock({}));
        write('node_modules/.package-lock.json', lock({}));
    });
    afterEach(() => rmSync(root, { recursive: true }));

    it('runs the task with its arguments and ends with its exit code', () => {
        write(
            'scripts/greet.ts',
            'const to: string = process.argv[2]!; console.log(`Hello ${to}`); process.exit(7);',
        );
        expect(call('greet', 'Ana')).toMatchObject({ stdout: 'Hello Ana\n', stderr: '', status: 7 });
    });

    it('names the tasks there are when it does not know one', () => {
        write('scripts/greet.ts', '');
        expect(call('meet')).toMatchObject({ status: 1, stderr: 'There is no task "meet". Tasks: greet\n' });
        expect(call('../greet').status).toBe(1);
    });

    it('passes SIGTERM on and waits for the task to end by it', async () => {
        write(
            'scripts/wait.ts',
            "process.on('SIGTERM', () => process.exit(3)); setInterval(() => {}, 1000); console.log('up');",
        );
        const child = spawn(process.execPath, [join(root, 'scripts/bootstrap.mjs'), 'wait']);
        await once(child.stdout, 'data');
        child.kill('SIGTERM');
        expect((await once(child, 'exit'))[0]).toBe(3);
    });

    it('tells the task when it is killed itself, by the channel between them', async () => {
        const mark = join(root, 'ended');
        write(
            'scripts/wait.ts',
            "import { writeFileSync } from 'node:fs';\n" +
                `process.on('disconnect', () => { writeFileSync(${JSON.stringify(mark)}, ''); process.exit(); });\n` +
                "setInterval(() => {}, 1000); console.log('up');",
        );
        const child = spawn(process.execPath, [join(root, 'scripts/bootstrap.mjs'), 'wait']);
        await once(child.stdout, 'data');
        child.kill('SIGKILL');
        await once(child.stdout, 'close'); // the task holds the other end
        expect(existsSync(mark)).toBe(true);
    });

    it('installs when node_modules is not what the lock file says, and only then', () => {
        write('scripts/greet.ts', '');
        expect(call('greet').stderr).toBe('');
        write('node_modules/.package-lock.json', lock({ 'node_modules/a': { version: '1.0.0' } }));
        expect(call('greet').stderr).toBe('');
        write('package-lock.json', lock({ 'node_modules/a': { version: '2.0.0', optional: true } }));
        expect(call('greet').stderr).toContain('Installing dependencies');
        rmSync(join(root, 'node_modules'), { recursive: true, force: true });
        write('package-lock.json', lock({}));
        expect(call('greet').stderr).toContain('Installing dependencies');
    });
});
