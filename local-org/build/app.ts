import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rollup } from 'rollup';
import { repositoryRoot } from '../paths.ts';
import { compilerPlugins, onLog, type BuildMode } from './compiler.ts';
import type { SalesforceProject } from './project.ts';
import { linkVendor, vendorIds } from './vendor.ts';

const pageDir = join(repositoryRoot, 'local-org/console');
const PAGE_FILES = ['host.css', 'scheme.css'];

/** Where the file behind a static resource comes from; on deploy scripts/generate.ts copies the same file. */
export function socketIoBrowserBuild(): string {
    const main = createRequire(import.meta.url).resolve('socket.io-client');
    const packageDir = main.slice(0, main.lastIndexOf('socket.io-client') + 'socket.io-client'.length);
    return join(packageDir, 'dist/socket.io.min.js');
}

/** Second stage: our own components and the page around them. */
export async function buildApp(project: SalesforceProject, outDir: string, mode: BuildMode): Promise<void> {
    const dir = join(outDir, 'app');
    rmSync(dir, { recursive: true, force: true });
    const bundle = await rollup({
        input: { main: join(pageDir, 'main.ts') },
        plugins: [linkVendor(vendorIds(), mode), ...compilerPlugins(project, mode)],
        onLog,
    });
    const { output } = await bundle.write({
        dir,
        format: 'esm',
        sourcemap: mode === 'development',
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
    });
    await bundle.close();
    const resource = join(outDir, 'resource/socketIo.js');
    mkdirSync(dirname(resource), { recursive: true });
    copyFileSync(socketIoBrowserBuild(), resource);
    for (const file of PAGE_FILES) copyFileSync(join(pageDir, file), join(outDir, file));
    const page = readFileSync(join(pageDir, 'index.html'), 'utf8');
    writeFileSync(join(outDir, 'index.html'), page.replace('%ENTRY%', `app/${output[0].fileName}`));
}
