const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

/** The components under sfdx-lwc-jest. Its own stubs stand for lightning/*; test/lwc-mocks has what it lacks. */
const components = {
    ...jestConfig,
    displayName: 'components',
    roots: ['<rootDir>/force-app', '<rootDir>/test/lwc-mocks'],
    testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
    testPathIgnorePatterns: [...jestConfig.testPathIgnorePatterns, '\\.node\\.test\\.ts$'],
    setupFiles: [...(jestConfig.setupFiles ?? []), '<rootDir>/test/lwc-mocks/withoutContainerQueries.cjs'],
    moduleNameMapper: {
        // The resolver knows bundles by their script; these two are style sheets alone.
        '^c/patchbay(Style|Theme)$': '<rootDir>/force-app/main/default/lwc/patchbay$1/patchbay$1.css',
        '^lightning/platformUtilityBarApi$': '<rootDir>/test/lwc-mocks/lightning/platformUtilityBarApi',
        '^lightning/modal$': '<rootDir>/test/lwc-mocks/lightning/modal',
    },
    modulePathIgnorePatterns: ['<rootDir>/.patchbay/', '<rootDir>/local-org/dist/'],
};
delete components.collectCoverageFrom;

/** What has no page in it (the session with its socket) runs in Node, against a real socket.io server. */
const withoutPage = {
    ...components,
    displayName: 'without a page',
    testEnvironment: 'node',
    setupFiles: [],
    setupFilesAfterEnv: [],
    snapshotSerializers: [],
    testMatch: ['<rootDir>/force-app/**/__tests__/**/*.node.test.ts'],
    testPathIgnorePatterns: jestConfig.testPathIgnorePatterns,
};

module.exports = { projects: [components, withoutPage], maxWorkers: 2 };
