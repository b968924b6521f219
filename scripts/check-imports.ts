import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { forbiddenImports } from './imports/table.ts';

/** Fails when a file of the server imports what the table in imports/table.ts does not allow. */
const root = fileURLToPath(new URL('../', import.meta.url));
const files = globSync('adapter-server/src/**/*.ts', { cwd: root }).sort();
const problems = files.flatMap((path) => forbiddenImports(path, readFileSync(root + path, 'utf8')));

for (const { path, line, specifier, reason } of problems)
    console.error(`${path}:${line} imports ${specifier}: ${reason}`);
console.log(`imports: ${files.length} files, ${problems.length} forbidden`);
process.exitCode = problems.length > 0 ? 1 : 0;
