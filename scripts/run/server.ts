import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the console where its sources changed, and runs the server in this process. */
export async function runServer(): Promise<void> {
    endWithBootstrap();
    if (existsSync(`${root}local-org/build.ts`)) {
        const { buildConsole } = (await import(`${root}local-org/build.ts`)) as {
            buildConsole(): Promise<unknown>;
        };
        console.log(
            'Preparing the console (the first time, and when its sources change, this takes a while) …',
        );
        await buildConsole();
    }
    await import(`${root}adapter-server/src/main.ts`);
}

/** The bootstrap killed, its terminal or supervisor is gone: drain and end as on SIGTERM. */
function endWithBootstrap(): void {
    if (!process.channel) return;
    process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel.unref();
}

/**
 * Calls back once the server takes requests; it has been told where by the same variables.
 *
 * @param ready gets the address to open in a browser
 */
export async function whenReady(ready: (address: string) => void): Promise<void> {
    const address = process.env['PUBLIC_URL'] ?? `http://localhost:${process.env['PORT'] ?? '3000'}`;
    for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 200).unref());
        const response = await fetch(new URL('/readyz', address)).catch(() => undefined);
        if (response?.ok) return ready(address);
    }
}
