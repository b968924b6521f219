import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { repositoryRoot } from '../local-org/paths.ts';
import { checkMetadata, parseMetadata } from './metadata/checkFile.ts';
import { loadMetadataTypes, type MetadataTypes } from './metadata/metadataTypes.ts';
import { referencesOf } from './metadata/references.ts';

/** A file of the project: its path from the root, and its text. */
export interface ProjectFile {
    readonly path: string;
    readonly text: string;
}

/**
 * Checks source-format metadata without an org, for what a conversion lets pass and a deploy refuses: malformed
 * XML, unknown or missing elements, wrong values, names of files that are not there.
 * @returns one line for each problem
 */
export function metadataProblems(types: MetadataTypes, files: readonly ProjectFile[]): string[] {
    const problems: string[] = [];
    const present = new Set<string>();
    const references: { path: string; key: string }[] = [];
    for (const { path, text } of files.filter((file) => file.path.endsWith('-meta.xml'))) {
        const parsed = parseMetadata(text);
        if (typeof parsed === 'string') {
            problems.push(`${path}: ${parsed}`);
            continue;
        }
        present.add(`${parsed.typeName} ${basename(path).replace(/\..*$/, '')}`);
        problems.push(...checkMetadata(types, parsed).map((problem) => `${path}: ${problem}`));
        for (const { typeName, name } of referencesOf(parsed))
            references.push({ path, key: `${typeName} ${name}` });
    }
    for (const { path, key } of references)
        if (!present.has(key)) problems.push(`${path}: refers to ${key}, which is not in the project`);
    const paths = new Set(files.map(({ path }) => path));
    for (const { path } of files) {
        if (/\.(cls|trigger)$/.test(path) && !paths.has(`${path}-meta.xml`))
            problems.push(`${path}: has no -meta.xml`);
        const bundle = /^(.*\/lwc\/([^/]+)\/\2)\.(html|ts|css)$/.exec(path)?.[1];
        if (bundle !== undefined && !paths.has(`${bundle}.js-meta.xml`))
            problems.push(`${path}: its bundle has no js-meta.xml`);
    }
    return [...new Set(problems)];
}

export function projectFiles(root: string = repositoryRoot): ProjectFile[] {
    if (!existsSync(join(root, 'force-app'))) throw new Error(`there is no force-app in ${root}`);
    return globSync('force-app/**/*.*', { cwd: root, exclude: (name) => name.includes('__tests__') })
        .sort()
        .map((path) => ({ path, text: path.endsWith('.xml') ? readFileSync(join(root, path), 'utf8') : '' }));
}

if (import.meta.main) {
    const files = projectFiles();
    const problems = metadataProblems(loadMetadataTypes(), files);
    for (const problem of problems) console.error(problem);
    const count = files.filter(({ path }) => path.endsWith('-meta.xml')).length;
    console.log(`metadata: ${count} files, ${problems.length} problems`);
    process.exitCode = problems.length > 0 ? 1 : 0;
}
