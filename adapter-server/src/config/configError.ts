/** The configuration cannot be used. Its message lists every problem, each with what to do. */
export class ConfigError extends Error {
    readonly problems: readonly string[];

    /** @param what "The configuration", or the path of a file */
    constructor(what: string, problems: readonly string[]) {
        const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
        super(`${what} has ${count}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
        this.name = 'ConfigError';
        this.problems = problems;
    }
}
