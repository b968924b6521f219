/** The part of a pino logger that the channel uses. Never bodies, addresses, subjects or tokens. */
export interface ChannelLog {
    info(fields: Readonly<Record<string, unknown>>, message: string): void;
    warn(fields: Readonly<Record<string, unknown>>, message: string): void;
    error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** What an error says, cut to a length that fits a log line or an admin's screen. */
export function errorText(error: unknown): string {
    const text = error instanceof Error ? error.message : String(error);
    return text.slice(0, 500);
}
