import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { consoleDir, consoleStaticPaths, repositoryRoot } from './paths.ts';

/** Cold, the base components alone take a quarter of a minute. */
const BUILD_TIMEOUT = 120_000;

/** In its own process: inside Jest's modules the compiler takes three times as long. */
const build = (): string =>
    execFileSync(process.execPath, ['local-org/build.ts'], { cwd: repositoryRoot, encoding: 'utf8' });

/** The file that the server answers a URL with. */
function served(url: string): string | undefined {
    return consoleStaticPaths()
        .filter(({ mount }) => url.startsWith(`${mount}/`))
        .map(({ mount, dir }) => join(dir, url.slice(mount.length)))
        .find((file) => existsSync(file));
}

describe('the console page', () => {
    it(
        'names only what is served under /console, and has no inline script',
        () => {
            build();
            const page = readFileSync(join(consoleDir, 'index.html'), 'utf8');
            const urls = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
            const own = urls.filter((url) => !url.startsWith('data:'));
            expect(own.length).toBeGreaterThan(3);
            for (const url of own) expect([url, served(url) !== undefined]).toEqual([url, true]);
            expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
            expect(served('/console/resource/socketIo.js')).toBeDefined();
        },
        BUILD_TIMEOUT,
    );

    it(
        'is not built again where nothing changed',
        () => {
            build();
            expect(build()).toContain('console is fresh');
        },
        BUILD_TIMEOUT,
    );
});
