import { posix } from 'node:path';

/**
 * Who may import whom in adapter-server/src. A rule that names a package allows it; `node` stands
 * for every Node built-in, `npm` for every package. Types and values are treated alike, except where
 * `types` lists folders of which only types may be taken.
 */
export type Layer = {
    readonly folders: readonly string[];
    readonly types?: readonly string[];
    readonly packages: readonly string[];
};

const adapter = (own: string): Layer => ({
    folders: [own, 'ports', 'protocol', 'core'],
    packages: ['npm', 'node'],
});

export const layers: Readonly<Record<string, Layer>> = {
    core: { folders: ['core'], packages: ['temporal-polyfill'] },
    protocol: { folders: ['protocol', 'core'], packages: ['zod'] },
    ports: { folders: ['ports', 'core'], packages: [] },
    workflows: { folders: ['workflows', 'core', 'ports', 'storage'], packages: ['node'] },
    queries: { folders: ['queries', 'storage', 'core'], packages: [] },
    channels: adapter('channels'),
    telephony: adapter('telephony'),
    salesforce: adapter('salesforce'),
    storage: adapter('storage'),
    config: { folders: ['config', 'protocol', 'core'], types: ['workflows'], packages: ['npm', 'node'] },
    demo: adapter('demo'),
    gateway: {
        folders: ['gateway', 'workflows', 'queries', 'ports', 'protocol', 'core'],
        types: ['storage'],
        packages: ['npm', 'node'],
    },
    scheduler: {
        folders: ['scheduler', 'workflows', 'queries', 'ports', 'protocol', 'core'],
        packages: ['node'],
    },
};

/** In a test file every package is open, and so is the harness beside src; the folders stay closed. */
const testPackages = ['npm', 'node'];

/** What every layer may use: the type of a logger is no dependency on anything that runs. */
const everywhere = ['pino'];

export type ForbiddenImport = { path: string; line: number; specifier: string; reason: string };

const IMPORT =
    /(?:^|[;\n])\s*(?:import|export)\s+(?:(type)\s+)?(?:[\w*{][^;'"`]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]/g;

/**
 * @param path of the importing file from the repository's root, with forward slashes
 * @param source its text
 * @returns one entry for each import that the table does not allow
 */
export function forbiddenImports(path: string, source: string): ForbiddenImport[] {
    const inside = /^adapter-server\/src\/([^/]+)\/.+/.exec(path)?.[1];
    // main.ts, config.ts and composition/: the composition root knows all
    if (inside === undefined || inside === 'composition') return [];
    const layer = layers[inside];
    const isTest = /\.test\.ts$/.test(path);
    const found: ForbiddenImport[] = [];
    for (const match of source.matchAll(IMPORT)) {
        const specifier = match[2] ?? match[3] ?? '';
        const reason = layer
            ? refusal(path, inside, layer, specifier, { isTest, typeOnly: match[1] === 'type' })
            : `the folder ${inside} is not in the table of scripts/imports/table.ts`;
        if (reason === undefined) continue;
        const start = match.index + match[0].length;
        found.push({ path, line: source.slice(0, start).split('\n').length, specifier, reason });
    }
    return found;
}

type Context = { readonly isTest: boolean; readonly typeOnly: boolean };

function refusal(
    path: string,
    inside: string,
    layer: Layer,
    specifier: string,
    context: Context,
): string | undefined {
    if (!specifier.startsWith('.')) return packageRefusal(inside, layer, specifier, context);
    const target = posix.join(posix.dirname(path), specifier);
    const folder = /^adapter-server\/src\/([^/]+)\//.exec(target)?.[1];
    if (folder !== undefined) {
        if (layer.folders.includes(folder)) return undefined;
        if (context.typeOnly && layer.types?.includes(folder)) return undefined;
        return `${inside} may import only ${layer.folders.join(', ')}`;
    }
    if (context.isTest) return undefined;
    return `${inside} may not import from outside the folders of src`;
}

function packageRefusal(
    inside: string,
    layer: Layer,
    specifier: string,
    context: Context,
): string | undefined {
    const allowed = context.isTest ? testPackages : layer.packages;
    const builtIn = specifier.startsWith('node:');
    const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
    if (allowed.includes(builtIn ? 'node' : 'npm') || allowed.includes(name)) return undefined;
    if (context.typeOnly && everywhere.includes(name) && inside !== 'core') return undefined;
    return builtIn
        ? `${inside} may not use Node`
        : `${inside} may use no package but ${allowed.join(', ') || 'none'}`;
}
