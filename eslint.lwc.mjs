import { createRequire } from 'node:module';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const lwcTypeScript = createRequire(import.meta.url)('@salesforce/eslint-config-lwc/recommended-ts');
const COMPONENTS = ['force-app/**/lwc/**/*.ts', 'local-org/{console,gallery,stubs}/**/*.ts'];

/** Salesforce's own rules for components, and the project's for TypeScript. eslint.config.mjs includes this. */
export default tseslint.config(
    { ignores: ['force-app/**/lwc/**/*.js', 'force-app/types/generated.d.ts'] },
    {
        files: COMPONENTS,
        extends: [lwcTypeScript, ...tseslint.configs.strict],
        languageOptions: { parser: tseslint.parser, globals: globals.browser },
        rules: {
            'no-void': ['error', { allowAsStatement: true }],
            // TypeScript knows better which names exist, and which types an interface merges.
            'no-undef': 'off',
            'import/export': 'off',
            'no-unused-vars': 'off',
            // The compiler sees to it that a switch and its returns are complete.
            'default-case': 'off',
            'consistent-return': 'off',
            // Prettier takes the parentheses away that this rule wants.
            'no-confusing-arrow': 'off',
            '@typescript-eslint/no-unused-vars': [
                'error',
                { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
            ],
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/consistent-type-imports': 'error',
            'max-lines': ['error', { max: 300 }],
            eqeqeq: ['error', 'always', { null: 'ignore' }],
        },
    },
    {
        files: ['force-app/**/lwc/patchbayProtocol/{types,validators}.ts'],
        rules: { 'max-lines': 'off' },
    },
    {
        // The host page is no component of an org: it may use timers and document as any page does.
        files: ['local-org/{console,gallery,stubs}/**/*.ts'],
        rules: {
            '@lwc/lwc/no-async-operation': 'off',
            '@lwc/lwc/no-document-query': 'off',
            '@typescript-eslint/no-invalid-void-type': 'off',
        },
    },
    {
        files: ['force-app/**/lwc/**/__tests__/**/*.ts'],
        languageOptions: { globals: { ...globals.jest, ...globals.node } },
        rules: {
            '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
            '@lwc/lwc/no-async-operation': 'off',
            '@typescript-eslint/no-invalid-void-type': 'off',
            'no-use-before-define': 'off',
            'no-await-in-loop': 'off',
            'max-lines': 'off',
        },
    },
);
