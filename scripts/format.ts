import { runNode } from './run/command.ts';

/** `npm run format`: writes what `npm run check` wants to see. */
const well = await runNode(
    ['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level=warn', '.'],
    600_000,
);
process.exitCode = well ? 0 : 1;
