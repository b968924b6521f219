import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './build/app.ts';
import type { BuildMode } from './build/compiler.ts';
import { readProject } from './build/project.ts';
import { appFingerprint, isFresh, markFresh } from './build/stamp.ts';
import { buildVendor } from './build/vendor.ts';
import { consoleDir } from './paths.ts';

export interface BuildOptions {
    /** Build even what is fresh. */
    readonly force?: boolean;
    readonly mode?: BuildMode;
    readonly outDir?: string;
}

/**
 * Builds the console page into local-org/dist/console: base components and engine once per lock file, our own
 * components whenever their text changed. Nothing to do takes some milliseconds, so that `npm start` always calls it.
 * @throws what Rollup and the LWC compiler report, with file and line
 */
export async function buildConsole(
    options: BuildOptions = {},
): Promise<{ outDir: string; rebuilt: boolean }> {
    const { force = false, mode = 'production', outDir = consoleDir } = options;
    const wanted = appFingerprint(mode);
    if (!force && isFresh(outDir, wanted)) return { outDir, rebuilt: false };
    mkdirSync(outDir, { recursive: true });
    rmSync(join(outDir, '.fingerprint'), { force: true });
    const project = readProject();
    await buildVendor(project, outDir, mode, force);
    await buildApp(project, outDir, mode);
    markFresh(outDir, wanted);
    return { outDir, rebuilt: true };
}

if (import.meta.main) {
    const started = performance.now();
    const { outDir, rebuilt } = await buildConsole({ force: process.argv.includes('--force') });
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    console.log(`console ${rebuilt ? 'built' : 'is fresh'} in ${outDir} (${seconds} s)`);
}
