import { watch } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../scripts/generate.ts';
import { buildConsole } from './build.ts';
import { repositoryRoot } from './paths.ts';

/** Editors write a file in several steps. */
const SETTLE = 100;
const WATCHED = [
    'force-app',
    'local-org/console',
    'local-org/stubs',
    'local-org/gallery',
    'adapter-server/src/protocol',
];

let timer: NodeJS.Timeout | undefined;
let building = false;
let again = false;

async function rebuild(): Promise<void> {
    if (building) {
        again = true;
        return;
    }
    building = true;
    const started = performance.now();
    try {
        await generate();
        const { rebuilt } = await buildConsole({ mode: 'development' });
        if (rebuilt) console.log(`console built (${Math.round(performance.now() - started)} ms)`);
    } catch (error) {
        // A mistake in a component must not end the watching.
        console.error(error instanceof Error ? error.message : error);
    }
    building = false;
    if (again) {
        again = false;
        await rebuild();
    }
}

/** Rebuilds the console, with source maps, whenever something of it changes. `npm start` serves the result. */
await rebuild();
for (const folder of WATCHED) {
    watch(join(repositoryRoot, folder), { recursive: true }, (_event, file) => {
        if (!/\.(ts|html|css|xml|cls)$/.test(file ?? '')) return;
        clearTimeout(timer);
        timer = setTimeout(() => void rebuild(), SETTLE);
    });
}
console.log(`watching ${WATCHED.join(', ')}`);
