import { runStep, types } from './run/steps.ts';

process.exitCode = (await runStep(types)) ? 0 : 1;
