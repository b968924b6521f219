import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SalesforceProject } from '../../local-org/build/project.ts';

const module = (name: string, body: string): string => `declare module '${name}' {\n${body}\n}`;
const LABEL = '    const label: string;\n    export default label;';
const URL = '    const url: string;\n    export default url;';
const CHANNEL = [
    "    import type { MessageChannel } from 'lightning/messageService';",
    '    const channel: MessageChannel<unknown>;',
    '    export default channel;',
].join('\n');
const METHOD = [
    "    import type { WireAdapterConstructor } from 'lwc';",
    '    const method: ((params?: Record<string, unknown>) => Promise<unknown>) & {',
    '        adapter: WireAdapterConstructor<Record<string, unknown>, { data?: unknown; error?: unknown }>;',
    '    };',
    '    export default method;',
].join('\n');
const FIELD = [
    '    const ref: { readonly objectApiName: string; readonly fieldApiName: string };',
    '    export default ref;',
].join('\n');

function schemaImports(root: string): string[] {
    const files = globSync('force-app/**/lwc/**/*.ts', { cwd: root });
    const names = files.flatMap((file) =>
        [...readFileSync(join(root, file), 'utf8').matchAll(/@salesforce\/schema\/[\w.]+/g)].map(
            ([name]) => name,
        ),
    );
    return [...new Set(names)].sort();
}

/** generated.d.ts: the `@salesforce/*` modules that force-app really has, so that a wrong name does not compile. */
export function platformTypes(project: SalesforceProject, root: string): string {
    const each = (names: Iterable<string>, prefix: string, suffix: string, body: string): string[] =>
        [...names].sort().map((name) => module(`@salesforce/${prefix}${name}${suffix}`, body));
    return [
        ...each(project.labels.keys(), 'label/c.', '', LABEL),
        ...each(project.resources, 'resourceUrl/', '', URL),
        ...each(project.channels, 'messageChannel/', '__c', CHANNEL),
        ...each(project.apexMethods, 'apex/', '', METHOD),
        ...schemaImports(root).map((name) => module(name, FIELD)),
    ].join('\n');
}

/** tsconfig.paths.json: `c/name` → the bundle's file. */
export function pathsConfig(project: SalesforceProject, root: string): string {
    const paths = Object.fromEntries(
        [...project.bundles]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, dir]) => [`c/${name}`, [`./${relative(root, dir)}/${name}`]]),
    );
    return `${JSON.stringify({ compilerOptions: { paths } }, null, 2)}\n`;
}
