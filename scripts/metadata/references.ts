import { textOf, type Node, type ParsedFile } from './checkFile.ts';

/** A name in one file that has to be another file of the project. */
export interface Reference {
    readonly typeName: string;
    readonly name: string;
}

const inside = (node: Node, name: string): readonly Node[] =>
    typeof node === 'string' ? [] : (node[name] ?? []);

/** Follows element names downwards. */
function all(root: Node, ...path: readonly string[]): string[] {
    return path
        .reduce<readonly Node[]>((nodes, name) => nodes.flatMap((node) => inside(node, name)), [root])
        .map(textOf);
}

const COMPONENTS = ['flexiPageRegions', 'itemInstances', 'componentInstance', 'componentName'];
const PATHS: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
    PermissionSet: [
        ['ApexClass', ['classAccesses', 'apexClass']],
        ['CustomApplication', ['applicationVisibilities', 'application']],
        ['CustomTab', ['tabSettings', 'tab']],
        ['CustomObject', ['customMetadataTypeAccesses', 'name']],
    ],
    CustomApplication: [
        ['FlexiPage', ['utilityBar']],
        ['CustomTab', ['tabs']],
    ],
    CustomTab: [['LightningComponentBundle', ['lwcComponent']]],
    FlexiPage: [['LightningComponentBundle', COMPONENTS]],
};

/** What the platform brings itself: standard tabs and components of other namespaces. */
const isPlatforms = (name: string): boolean => name.includes(':') || name.startsWith('standard-');

export function referencesOf({ typeName, root }: ParsedFile): Reference[] {
    return (PATHS[typeName] ?? []).flatMap(([target, path]) =>
        all(root, ...path)
            .filter((name) => !isPlatforms(name))
            .map((name) => ({ typeName: target, name })),
    );
}
