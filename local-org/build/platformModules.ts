import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.ts';
import type { SalesforceProject } from './project.ts';

/** Id under which the stubs' Apex bridge is imported by generated modules. */
export const APEX_BRIDGE = '@patchbay/apex';

/** Where the build copies a static resource's file; the same URL is written into `@salesforce/resourceUrl/*`. */
export function resourceUrl(name: string): string {
    return `/console/resource/${name}.js`;
}

type Source = (name: string, project: SalesforceProject) => string | Error;

const text = (value: unknown): string => `export default ${JSON.stringify(value)};`;

/**
 * The scoped imports that Salesforce's compiler resolves, as ordinary modules. A name that is not in force-app is
 * an error here, as it would be at deploy.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-salesforce-modules.html
 */
const SCOPES: readonly (readonly [RegExp, Source])[] = [
    [
        /^@salesforce\/label\/c\.(\w+)$/,
        (name, { labels }) => {
            const value = labels.get(name);
            return value === undefined
                ? new Error(`custom label ${name} is in no labels-meta.xml`)
                : text(value);
        },
    ],
    [
        /^@salesforce\/resourceUrl\/(\w+)$/,
        (name, { resources }) =>
            resources.has(name)
                ? text(resourceUrl(name))
                : new Error(`static resource ${name} does not exist`),
    ],
    [
        /^@salesforce\/messageChannel\/(\w+)__c$/,
        (name, { channels }) =>
            channels.has(name)
                ? text({ channelName: `${name}__c` })
                : new Error(`message channel ${name} does not exist`),
    ],
    [
        /^@salesforce\/apex\/(\w+\.\w+)$/,
        (name, { apexMethods }) =>
            apexMethods.has(name)
                ? `import { apexMethod } from '${APEX_BRIDGE}'; export default apexMethod(${JSON.stringify(name)});`
                : new Error(`no @AuraEnabled method ${name}`),
    ],
    [
        /^@salesforce\/schema\/([\w.]+)$/,
        (name) => {
            const [objectApiName, ...field] = name.split('.');
            return text(
                field.length === 0 ? { objectApiName } : { objectApiName, fieldApiName: field.join('.') },
            );
        },
    ],
    [/^@salesforce\/(?:custom|user)Permission\/(\w+)$/, () => text(true)],
    [/^@salesforce\/user\/Id$/, () => text('005000000000001AAA')],
    [/^@salesforce\/user\/isGuest$/, () => text(false)],
    [
        /^@salesforce\/i18n\/timeZone$/,
        () => 'export default Intl.DateTimeFormat().resolvedOptions().timeZone;',
    ],
];

/** @returns the module's source, the reason why there is none, or undefined where the id is not ours to answer */
export function platformModule(id: string, project: SalesforceProject): string | Error | undefined {
    for (const [pattern, source] of SCOPES) {
        const match = pattern.exec(id);
        if (match !== null) return source(match[1] ?? '', project);
    }
    return undefined;
}

interface BasePackage {
    lwc: { expose: string[]; modules: { name?: string; path?: string }[] };
}

const basePackageDir = join(repositoryRoot, 'node_modules/lightning-base-components');

export function basePackage(): BasePackage['lwc'] & { dir: string } {
    const parsed = JSON.parse(readFileSync(join(basePackageDir, 'package.json'), 'utf8')) as BasePackage;
    return { ...parsed.lwc, dir: basePackageDir };
}

/** The scoped modules (labels, gates, locale) that lightning-base-components ships for itself: id → file. */
export function basePackageModules(): Map<string, string> {
    const { modules, dir } = basePackage();
    return new Map(
        modules.flatMap(({ name, path }): [string, string][] =>
            name?.startsWith('@salesforce/') && path !== undefined ? [[name, join(dir, path)]] : [],
        ),
    );
}
