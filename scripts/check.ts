import { exitCode, lastLine } from './run/counts.ts';
import { runStep, steps } from './run/steps.ts';
import { runTests } from './run/tests.ts';

/** `npm run check`: all that must hold before a change is merged. A step that fails counts as a failure. */
const failed: string[] = [];
for (const step of steps) {
    if (step.commands.length > 0 && !(await runStep(step))) failed.push(step.name);
}
const counts = await runTests();
const all = { ...counts, failed: counts.failed + failed.length };

if (failed.length > 0) console.log(`\nfailed besides tests: ${failed.join(', ')}`);
console.log(`\n${lastLine(all)}`);
process.exitCode = exitCode(all);
