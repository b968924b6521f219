import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { repositoryRoot } from '../paths.ts';

/** What is really in force-app, as far as `@salesforce/*` and `c/*` imports can name it. */
export interface SalesforceProject {
    /** Custom labels: name → text. */
    readonly labels: ReadonlyMap<string, string>;
    /** Static resources by name. */
    readonly resources: ReadonlySet<string>;
    /** LWC bundles: name → directory. */
    readonly bundles: ReadonlyMap<string, string>;
    /** Lightning message channels, without the `__c`. */
    readonly channels: ReadonlySet<string>;
    /** Apex methods that a component may call, as `Class.method`. */
    readonly apexMethods: ReadonlySet<string>;
}

const AURA_ENABLED = /@AuraEnabled(?:\([^)]*\))?\s+(?:public|global)\s+static\s+[\w<>.,\s]+?\s(\w+)\s*\(/g;
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'labels' });

interface LabelsFile {
    CustomLabels?: { labels?: { fullName: string; value: string }[] };
}

function namesOf(files: readonly string[], suffix: string): string[] {
    return files.filter((file) => file.endsWith(suffix)).map((file) => basename(file, suffix));
}

export function readProject(root: string = repositoryRoot): SalesforceProject {
    const files = globSync('force-app/**/*', { cwd: root })
        .map((file) => join(root, file))
        .sort();
    const labels = new Map<string, string>();
    for (const file of files.filter((name) => name.endsWith('.labels-meta.xml'))) {
        const parsed = parser.parse(readFileSync(file, 'utf8')) as LabelsFile;
        for (const label of parsed.CustomLabels?.labels ?? []) labels.set(label.fullName, label.value);
    }
    const bundles = files
        .filter((file) => file.endsWith('.js-meta.xml'))
        .map((file): [string, string] => [basename(file, '.js-meta.xml'), dirname(file)]);
    const apexMethods = files
        .filter((file) => file.endsWith('.cls'))
        .flatMap((file) =>
            [...readFileSync(file, 'utf8').matchAll(AURA_ENABLED)].map(
                (match) => `${basename(file, '.cls')}.${match[1] ?? ''}`,
            ),
        );
    return {
        labels,
        bundles: new Map(bundles),
        resources: new Set(namesOf(files, '.resource-meta.xml')),
        channels: new Set(namesOf(files, '.messageChannel-meta.xml')),
        apexMethods: new Set(apexMethods),
    };
}
