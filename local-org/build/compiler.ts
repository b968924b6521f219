import { join } from 'node:path';
import lwcPlugin from '@lwc/rollup-plugin';
import type { LogHandlerWithDefault, Plugin } from 'rollup';
import { repositoryRoot } from '../paths.ts';
import { define, minify, platform, stripTypes } from './plugins.ts';
import type { SalesforceProject } from './project.ts';

export type BuildMode = 'production' | 'development';

// The package is CommonJS with an `exports.default`; TypeScript and Node see its default differently.
const lwc = lwcPlugin as unknown as (options: Record<string, unknown>) => Plugin;

/** Both stages compile alike: the components as on the platform (synthetic shadow), TypeScript and all. */
export function compilerPlugins(project: SalesforceProject, mode: BuildMode): Plugin[] {
    const production = mode === 'production';
    return [
        platform(project),
        stripTypes(!production),
        lwc({
            rootDir: join(repositoryRoot, 'local-org/console'),
            modules: [{ npm: 'lightning-base-components' }],
            sourcemap: !production,
            enableDynamicComponents: true,
            enableSyntheticElementInternals: true,
        }),
        define({ 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': JSON.stringify(mode) }),
        ...(production ? [minify()] : []),
    ];
}

/** The base components bring hundreds of compiler hints that nobody here can act on; ours are shown. */
export const onLog: LogHandlerWithDefault = (level, log, handle) => {
    const place = `${log.id ?? ''}${log.loc?.file ?? ''}${log.message}`;
    if (level === 'warn' && place.includes('lightning-base-components')) return;
    handle(level, log);
};
