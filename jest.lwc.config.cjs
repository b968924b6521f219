const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

/** The components under sfdx-lwc-jest. Its own stubs stand for lightning/*; test/lwc-mocks has what it lacks. */
module.exports = {
    ...jestConfig,
    roots: ['<rootDir>/force-app', '<rootDir>/test/lwc-mocks'],
    testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
    moduleNameMapper: {
        '^lightning/platformUtilityBarApi$': '<rootDir>/test/lwc-mocks/lightning/platformUtilityBarApi',
        '^lightning/modal$': '<rootDir>/test/lwc-mocks/lightning/modal',
    },
    modulePathIgnorePatterns: ['<rootDir>/.patchbay/', '<rootDir>/local-org/dist/'],
    maxWorkers: 2,
};
