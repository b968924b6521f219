import { z } from 'zod';
import { ADMINISTRATION_QUERIES } from './queries/administration.ts';
import { BULK_QUERIES } from './queries/bulk.ts';
import { DIRECTORY_QUERIES } from './queries/directory.ts';
import { CONTENT_RULE_QUERIES } from './queries/contentRules.ts';
import { MACRO_QUERIES } from './queries/macros.ts';
import { HELP_QUERIES } from './queries/help.ts';
import { SEARCH_QUERIES } from './queries/search.ts';
import { SETTINGS_QUERIES } from './queries/settings.ts';
import { MAILBOX_QUERIES } from './queries/mailboxes.ts';
import { READING_QUERIES } from './queries/reading.ts';
import { SPAM_QUERIES } from './queries/spam.ts';
import { TAG_QUERIES } from './queries/tags.ts';
import { TARGET_QUERIES } from './queries/targets.ts';
import { THREAD_QUERIES } from './queries/threads.ts';
import { WORK_QUERIES } from './queries/work.ts';
import { WRITING_QUERIES } from './queries/writing.ts';

/** Everything that reads, by name. Socket: `query`; HTTP: `POST /api/v1/queries/{name}`. */
export const QUERIES = {
    ...WORK_QUERIES,
    ...SPAM_QUERIES,
    ...WRITING_QUERIES,
    ...DIRECTORY_QUERIES,
    ...SETTINGS_QUERIES,
    ...HELP_QUERIES,
    ...MACRO_QUERIES,
    ...SEARCH_QUERIES,
    ...THREAD_QUERIES,
    ...TAG_QUERIES,
    ...BULK_QUERIES,
    ...READING_QUERIES,
    ...TARGET_QUERIES,
    ...ADMINISTRATION_QUERIES,
    ...MAILBOX_QUERIES,
    ...CONTENT_RULE_QUERIES,
} as const satisfies Record<string, { args: z.ZodType; result: z.ZodType }>;

export type QueryName = keyof typeof QUERIES;
export type QueryArgs<N extends QueryName> = z.infer<(typeof QUERIES)[N]['args']>;
export type QueryResult<N extends QueryName> = z.infer<(typeof QUERIES)[N]['result']>;

export const queryEnvelope = z.object({
    name: z.enum(Object.keys(QUERIES) as [QueryName, ...QueryName[]]),
    args: z.unknown(),
});
