import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs a Node program of this repository with what it prints going to our own output.
 *
 * @param args Node's options, the program's path from the root, its arguments
 * @param limit milliseconds after which it is ended and counts as failed
 * @returns whether it exited with 0
 */
export function runNode(args: readonly string[], limit: number): Promise<boolean> {
    return new Promise((resolve) => {
        const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
            cwd: root,
            stdio: ['ignore', 'inherit', 'inherit'],
        });
        const end = setTimeout(() => {
            console.error(`not finished after ${limit / 60_000} minutes, ended: ${args.join(' ')}`);
            child.kill('SIGTERM');
            setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
        }, limit);
        const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
        process.on('SIGTERM', forward).on('SIGINT', forward);
        child.on('error', () => resolve(false));
        child.on('close', (code) => {
            clearTimeout(end);
            process.off('SIGTERM', forward).off('SIGINT', forward);
            resolve(code === 0);
        });
    });
}
