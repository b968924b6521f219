import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, without a trailing slash. */
export const repositoryRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** Where buildConsole() writes the page that hosts the Lightning Web Components. */
export const consoleDir = `${repositoryRoot}/local-org/dist/console`;

const designSystemDir = `${repositoryRoot}/node_modules/@salesforce-ux/design-system/assets`;

export interface StaticPath {
    /** URL prefix, without a trailing slash. */
    readonly mount: string;
    /** Directory whose files appear under that prefix. */
    readonly dir: string;
}

/**
 * What the adapter server has to serve for the console, the more specific prefix first. Files with a hash in
 * their name (`*-[hash].js`) never change; everything else should be revalidated.
 */
export function consoleStaticPaths(): StaticPath[] {
    return [
        { mount: '/console/assets', dir: designSystemDir },
        { mount: '/console', dir: consoleDir },
    ];
}
