/** Of an error, what a log may hold: PostgreSQL's detail and parameters would repeat what people wrote. */
export function logged(error: unknown): Record<string, unknown> {
    if (!(error instanceof Error)) return { message: typeof error };
    const code = 'code' in error ? { code: String(error.code) } : {};
    const cause = error.cause === undefined ? {} : { cause: logged(error.cause) };
    return { type: error.name, message: error.message, ...code, stack: error.stack, ...cause };
}
