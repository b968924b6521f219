import { z } from 'zod';
import { ADMINISTRATION_COMMANDS } from './commands/administration.ts';
import { SEARCH_COMMANDS } from './commands/search.ts';
import { SETTINGS_COMMANDS } from './commands/settings.ts';
import { THREAD_COMMANDS } from './commands/threads.ts';
import { TAG_COMMANDS } from './commands/tags.ts';
import { TRANSFER_COMMANDS } from './commands/transfer.ts';
import { CONTENT_RULE_COMMANDS } from './commands/contentRules.ts';
import { MACRO_COMMANDS } from './commands/macros.ts';
import { HELP_COMMANDS } from './commands/help.ts';
import { MAILBOX_COMMANDS } from './commands/mailboxes.ts';
import { SPAM_COMMANDS } from './commands/spam.ts';
import { WORK_COMMANDS } from './commands/work.ts';
import { WRITING_COMMANDS } from './commands/writing.ts';

/**
 * Everything that changes something, by name: what it takes and what it answers. The same table serves the
 * socket (`command`), HTTP (`POST /api/v1/commands/{name}`) and openapi.json; gateway/authorization says who may.
 */
export const COMMANDS = {
    ...WORK_COMMANDS,
    ...SPAM_COMMANDS,
    ...TRANSFER_COMMANDS,
    ...SETTINGS_COMMANDS,
    ...THREAD_COMMANDS,
    ...TAG_COMMANDS,
    ...WRITING_COMMANDS,
    ...HELP_COMMANDS,
    ...MACRO_COMMANDS,
    ...SEARCH_COMMANDS,
    ...ADMINISTRATION_COMMANDS,
    ...MAILBOX_COMMANDS,
    ...CONTENT_RULE_COMMANDS,
} as const satisfies Record<string, { args: z.ZodType; result: z.ZodType }>;

export type CommandName = keyof typeof COMMANDS;
export type CommandArgs<N extends CommandName> = z.infer<(typeof COMMANDS)[N]['args']>;
export type CommandResult<N extends CommandName> = z.infer<(typeof COMMANDS)[N]['result']>;

/** A command as it crosses the socket. The id is the client's: the same id twice does the work once. */
export const commandEnvelope = z.object({
    id: z.string().min(8).max(80),
    name: z.enum(Object.keys(COMMANDS) as [CommandName, ...CommandName[]]),
    args: z.unknown(),
});
export type CommandEnvelope = z.infer<typeof commandEnvelope>;

export const REFUSAL_CODES = [
    'bad_request',
    'unauthenticated',
    'forbidden',
    'not_found',
    'refused',
    'conflict',
    'unavailable',
    'resync',
    'failed',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The answer to every command and query. */
export const refusalReply = z.object({
    ok: z.literal(false),
    code: z.enum(REFUSAL_CODES),
    message: z.string(),
    nextStep: z.string().nullable(),
});
export type Reply<T> = { ok: true; value: T } | z.infer<typeof refusalReply>;
