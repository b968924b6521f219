import { existsSync } from 'node:fs';
import jest from 'eslint-plugin-jest';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The Lightning Web Components bring their own rules; this file is about the server and the scripts. */
const lwc = existsSync(new URL('eslint.lwc.mjs', import.meta.url))
    ? (await import('./eslint.lwc.mjs')).default
    : [];

const CLOCK = 'Time comes from the clock port: take `now` as a parameter (docs: design, Timers).';
const SQL_CLOCK = 'SQL may not read the clock: pass the time as a parameter (docs: design, Timers).';
const SQL_NOW = String.raw`/(\bnow\s*\(\s*\)|\b(current_timestamp|current_date|current_time|localtimestamp|clock_timestamp|statement_timestamp|transaction_timestamp)\b)/i`;

const clockRules = [
    { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: CLOCK },
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
    { selector: "CallExpression[callee.name='Date']", message: CLOCK },
    { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: CLOCK },
];
const sqlClockRules = [
    { selector: `Literal[value=${SQL_NOW}]`, message: SQL_CLOCK },
    { selector: `TemplateElement[value.raw=${SQL_NOW}]`, message: SQL_CLOCK },
];
const skippedTests = [
    {
        selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo)$/]',
        message: 'Neither skipped nor exclusive tests.',
    },
];

export default tseslint.config(
    {
        ignores: [
            'node_modules/',
            '.patchbay/',
            '**/dist/',
            'coverage/',
            '**/generated/**',
            '**/staticresources/**',
            '.sf/',
            '.sfdx/',
            'test-results/',
        ],
    },
    {
        files: ['adapter-server/**/*.ts', 'scripts/**/*.ts', 'local-org/**/*.ts', 'config/**/*.ts'],
        extends: [...tseslint.configs.strict],
        languageOptions: { globals: globals.node },
        rules: {
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/no-unused-vars': [
                'error',
                { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
            ],
            '@typescript-eslint/no-invalid-void-type': 'off',
            '@typescript-eslint/no-dynamic-delete': 'off',
            'no-restricted-syntax': ['error', ...skippedTests],
            eqeqeq: ['error', 'always'],
            'no-console': 'off',
            'prefer-const': 'error',
            'max-lines': ['error', { max: 300 }],
        },
    },
    {
        files: ['adapter-server/src/**/*.ts'],
        rules: {
            'no-console': 'error',
            'no-restricted-syntax': ['error', ...skippedTests, ...clockRules, ...sqlClockRules],
        },
    },
    {
        // The clock port's adapters are where time enters.
        files: ['adapter-server/src/storage/clock*.ts'],
        rules: { 'no-restricted-syntax': ['error', ...skippedTests] },
    },
    {
        // Node's own config reader and the composition root may end the process and write to the terminal.
        files: ['adapter-server/src/main.ts'],
        rules: { 'no-console': 'off' },
    },
    {
        files: ['**/*.test.ts', 'adapter-server/test/**/*.ts'],
        plugins: { jest },
        rules: {
            '@typescript-eslint/no-non-null-assertion': 'off',
            'jest/no-focused-tests': 'error',
            'jest/no-disabled-tests': 'error',
            'jest/no-identical-title': 'error',
        },
    },
    {
        files: ['*.mjs', 'scripts/**/*.mjs'],
        extends: [tseslint.configs.base],
        languageOptions: { globals: globals.node },
        rules: { 'prefer-const': 'error', 'no-undef': 'error' },
    },
    ...lwc,
);
