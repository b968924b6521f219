import { lint, runStep } from './run/steps.ts';

process.exitCode = (await runStep(lint)) ? 0 : 1;
