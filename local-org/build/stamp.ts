import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.ts';
import type { BuildMode } from './compiler.ts';

const BUILD = ['local-org/build/*.ts', 'local-org/build.ts'];
const APP = [
    'force-app/main/default/{lwc,labels,messageChannels,staticresources,classes}/**/*.{ts,html,css,xml,cls}',
    'local-org/{console,stubs,gallery}/**/*.{ts,html,css}',
    'package-lock.json',
];
const VENDOR = ['package-lock.json', 'local-org/stubs/lightning/*/*'];

/** A fingerprint of everything that goes into a stage: its text decides whether it is stale, not its date. */
function fingerprint(patterns: readonly string[], mode: BuildMode): string {
    const hash = createHash('sha256').update(mode);
    const files = globSync([...patterns], {
        cwd: repositoryRoot,
        exclude: (name) => name.includes('__tests__'),
    });
    for (const file of files.sort())
        hash.update('\0')
            .update(file)
            .update('\0')
            .update(readFileSync(join(repositoryRoot, file)));
    return hash.digest('hex');
}

export const appFingerprint = (mode: BuildMode): string => fingerprint([...APP, ...BUILD], mode);
export const vendorFingerprint = (mode: BuildMode): string => fingerprint([...VENDOR, ...BUILD], mode);

const markOf = (dir: string): string => join(dir, '.fingerprint');

export function isFresh(dir: string, wanted: string): boolean {
    return existsSync(markOf(dir)) && readFileSync(markOf(dir), 'utf8') === wanted;
}

/** Written last: a build that was interrupted is stale. */
export function markFresh(dir: string, fingerprintText: string): void {
    writeFileSync(markOf(dir), fingerprintText);
}
