import { exitCode, lastLine } from './run/counts.ts';
import { runTests } from './run/tests.ts';

/** `npm test`, `npm test -- <pattern>`, `npm test -- --only=server <pattern>`. */
const args = process.argv.slice(2);
const only = args
    .find((arg) => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',');
const counts = await runTests({
    ...(only && { only }),
    arguments: args.filter((arg) => !arg.startsWith('--only=')),
});

console.log(`\n${lastLine(counts)}`);
process.exitCode = exitCode(counts);
