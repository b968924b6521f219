import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { socketIoBrowserBuild } from '../local-org/build/app.ts';
import { repositoryRoot } from '../local-org/paths.ts';
import { generate } from './generate.ts';

const STATIC_RESOURCE = 'force-app/main/default/staticresources/socketIo.js';

/** One component file as the platform's compiler takes it: types gone, decorators and class fields kept. */
export async function withoutTypes(source: string): Promise<string> {
    const { code } = await transform(source, {
        loader: 'ts',
        target: 'esnext',
        tsconfigRaw: { compilerOptions: { experimentalDecorators: false, useDefineForClassFields: true } },
    });
    // A file of types alone leaves nothing, and an empty file is no module.
    return code.trim() === '' ? 'export {};\n' : code;
}

/**
 * Makes force-app deployable: x.js beside each x.ts, and the static resource from the installed package. All of it
 * is git-ignored; run it before `sf project deploy start`.
 * @returns the paths written
 */
export async function prepareDeploy(root: string = repositoryRoot): Promise<string[]> {
    await generate({ root });
    const sources = globSync('force-app/main/default/lwc/*/*.ts', { cwd: root });
    const written = await Promise.all(
        sources.map(async (path) => {
            const target = path.replace(/\.ts$/, '.js');
            writeFileSync(join(root, target), await withoutTypes(readFileSync(join(root, path), 'utf8')));
            return target;
        }),
    );
    copyFileSync(socketIoBrowserBuild(), join(root, STATIC_RESOURCE));
    return [...written, STATIC_RESOURCE].sort();
}

if (import.meta.main) {
    const written = await prepareDeploy();
    console.log(`ready to deploy: ${written.length} files written beside their sources`);
}
