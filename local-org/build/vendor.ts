import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rollup, type Plugin } from 'rollup';
import { repositoryRoot } from '../paths.ts';
import { compilerPlugins, onLog, type BuildMode } from './compiler.ts';
import { basePackage } from './platformModules.ts';
import type { SalesforceProject } from './project.ts';
import { isFresh, markFresh, vendorFingerprint } from './stamp.ts';

const ENGINE = ['lwc', '@lwc/synthetic-shadow'];
/** Parts of the package that need what npm does not carry. */
const LEFT_OUT = /iconSvg|barcodeScanner|primitiveFigure|verticalNavigationUtils/;

/** The engine and every base component that a page may name, except those that a stub replaces. */
export function vendorIds(): string[] {
    const { expose, dir } = basePackage();
    const stubs = new Set(readdirSync(join(repositoryRoot, 'local-org/stubs/lightning')));
    const components = expose.filter(
        (id) =>
            !LEFT_OUT.test(id) &&
            !stubs.has(id.split('/')[1] ?? '') &&
            existsSync(join(dir, 'src', ...id.split('/'))),
    );
    return [...ENGINE, ...components];
}

const fileOf = (id: string): string => id.replace('@lwc/', '').replace('/', '-');

/** Both modes are kept, so that watching and `npm start` do not rebuild each other's. */
const folderOf = (mode: BuildMode): string => (mode === 'production' ? 'vendor' : `vendor-${mode}`);

/** For the second stage: what the first one built is linked by URL. */
export function linkVendor(ids: readonly string[], mode: BuildMode): Plugin {
    const known = new Set(ids);
    return {
        name: 'patchbay-link-vendor',
        resolveId(id) {
            const name = id === '@lwc/engine-dom' ? 'lwc' : id;
            return known.has(name)
                ? { id: `/console/${folderOf(mode)}/${fileOf(name)}.js`, external: true }
                : null;
        },
    };
}

/** First stage: built once for a lock file, then kept. */
export async function buildVendor(
    project: SalesforceProject,
    outDir: string,
    mode: BuildMode,
    force: boolean,
): Promise<void> {
    const dir = join(outDir, folderOf(mode));
    const wanted = vendorFingerprint(mode);
    if (!force && isFresh(dir, wanted)) return;
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(dir, { recursive: true });
    const importer = join(repositoryRoot, 'local-org/console/main.ts');
    const entries: Plugin = {
        name: 'patchbay-vendor-entries',
        resolveId(id, from) {
            return from === undefined ? this.resolve(id, importer) : null;
        },
    };
    const bundle = await rollup({
        input: Object.fromEntries(vendorIds().map((id) => [fileOf(id), id])),
        plugins: [entries, ...compilerPlugins(project, mode)],
        preserveEntrySignatures: 'strict',
        onLog,
    });
    await bundle.write({
        dir,
        format: 'esm',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
    });
    await bundle.close();
    markFresh(dir, wanted);
}
