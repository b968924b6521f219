import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const folders = ['adapter-server', 'scripts', 'local-org', 'config'].filter((name) =>
    existsSync(root + name),
);

/**
 * Jest in ESM mode (run it with --experimental-vm-modules under Node 24; scripts/test.ts does).
 * The browser run has its own pass: see scripts/run/tests.ts.
 */
export default {
    rootDir: root,
    roots: folders.map((name) => `<rootDir>/${name}`),
    testEnvironment: 'node',
    testMatch: ['**/*.test.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    transform: { '\\.ts$': '<rootDir>/scripts/jest/strip-types.mjs' },
    moduleFileExtensions: ['ts', 'mjs', 'js', 'cjs', 'json', 'node'],
    modulePathIgnorePatterns: ['<rootDir>/.patchbay/', '<rootDir>/dist/'],
    globalSetup: '<rootDir>/adapter-server/test/globalSetup.mjs',
    globalTeardown: '<rootDir>/adapter-server/test/globalTeardown.mjs',
    maxWorkers: 2,
    testTimeout: 20_000,
};
