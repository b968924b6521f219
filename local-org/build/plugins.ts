import { existsSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { transform } from 'esbuild';
import type { Plugin } from 'rollup';
import { repositoryRoot } from '../paths.ts';
import { APEX_BRIDGE, basePackageModules, platformModule } from './platformModules.ts';
import type { SalesforceProject } from './project.ts';

const VIRTUAL = '\0platform:';
const GALLERY = '@patchbay/gallery';
const stubsDir = join(repositoryRoot, 'local-org/stubs');

/** The file of a bundle that stands for it: its script, else (a CSS-only module) its style sheet. */
function entryOf(dir: string, name: string): string | undefined {
    return ['.ts', '.js', '.css']
        .map((extension) => join(dir, name + extension))
        .find((file) => existsSync(file));
}

/** Answers `c/*`, the lightning/* modules that exist only on the platform, and `@salesforce/*`. */
export function platform(project: SalesforceProject): Plugin {
    const shipped = basePackageModules();
    return {
        name: 'patchbay-platform',
        resolveId(id) {
            if (id === APEX_BRIDGE) return join(stubsDir, 'apex.ts');
            if (id === GALLERY)
                return entryOf(join(repositoryRoot, 'local-org/gallery'), 'gallery') ?? VIRTUAL + id;
            const [scope = '', name = '', ...rest] = id.split('/');
            if (scope === 'c' && name !== '' && rest.length === 0) {
                const dir = project.bundles.get(name);
                const entry = dir === undefined ? undefined : entryOf(dir, name);
                if (entry === undefined) this.error(`there is no LWC bundle ${id}`);
                return `${entry}?specifier=${id}`;
            }
            if (scope === 'lightning' && rest.length === 0) {
                const stub = entryOf(join(stubsDir, 'lightning', name), name);
                return stub === undefined ? null : `${stub}?specifier=${id}`;
            }
            if (scope !== '@salesforce') return null;
            const source = platformModule(id, project);
            if (source instanceof Error) this.error(source.message);
            if (source !== undefined) return VIRTUAL + id;
            return shipped.get(id) ?? this.error(`nothing stands in for ${id}`);
        },
        load(id) {
            if (!id.startsWith(VIRTUAL)) return null;
            if (id === VIRTUAL + GALLERY) return 'export const gallery = [];';
            const source = platformModule(id.slice(VIRTUAL.length), project);
            return typeof source === 'string' ? source : null;
        },
    };
}

/** Strips types; the target keeps @api, @wire and class fields for the LWC compiler, which runs next. */
export function stripTypes(sourcemap: boolean): Plugin {
    return {
        name: 'patchbay-strip-types',
        resolveId(id, importer) {
            if (!id.startsWith('.') || importer === undefined || extname(id) !== '') return null;
            const base = resolve(dirname(importer.replace(/\?.*$/, '')), id);
            return (
                ['.ts', '.js'].map((extension) => base + extension).find((file) => existsSync(file)) ?? null
            );
        },
        async transform(code, id) {
            const file = id.replace(/\?.*$/, '');
            if (!file.endsWith('.ts')) return null;
            const result = await transform(code, {
                loader: 'ts',
                target: 'esnext',
                sourcemap: sourcemap ? 'external' : false,
                sourcefile: file,
                tsconfigRaw: {
                    compilerOptions: { experimentalDecorators: false, useDefineForClassFields: true },
                },
            });
            return { code: result.code, map: result.map === '' ? null : result.map };
        },
    };
}

export function define(values: Readonly<Record<string, string>>): Plugin {
    return {
        name: 'patchbay-define',
        transform(code) {
            const present = Object.entries(values).filter(([name]) => code.includes(name));
            if (present.length === 0) return null;
            return {
                code: present.reduce((text, [name, value]) => text.replaceAll(name, value), code),
                map: null,
            };
        },
    };
}

export function minify(): Plugin {
    return {
        name: 'patchbay-minify',
        async renderChunk(code) {
            const result = await transform(code, { minify: true, target: 'es2022' });
            return { code: result.code, map: null };
        },
    };
}
