import type { CommandArgs, CommandName } from '../protocol/commands.ts';
import type { QueryArgs, QueryName } from '../protocol/queries.ts';
import type { FileArgs, FileOperation, Rule } from './access/rule.ts';
import { ADMINISTRATION_RULES } from './access/tables/administration.ts';
import { BULK_RULES } from './access/tables/bulk.ts';
import { FILE_RULES } from './access/tables/files.ts';
import { SETTINGS_RULES } from './access/tables/settings.ts';
import { TAG_RULES } from './access/tables/tags.ts';
import { THREAD_RULES } from './access/tables/threads.ts';
import { TARGET_RULES } from './access/tables/targets.ts';
import { TRANSFER_RULES } from './access/tables/transfer.ts';
import { CONTENT_RULE_RULES } from './access/tables/contentRules.ts';
import { MACRO_RULES } from './access/tables/macros.ts';
import { HELP_RULES } from './access/tables/help.ts';
import { SEARCH_RULES } from './access/tables/search.ts';
import { MAILBOX_RULES } from './access/tables/mailboxes.ts';
import { READING_RULES } from './access/tables/reading.ts';
import { SPAM_RULES } from './access/tables/spam.ts';
import { WORK_RULES } from './access/tables/work.ts';
import { WRITING_RULES } from './access/tables/writing.ts';

export type OperationName = CommandName | QueryName | FileOperation;
export type OperationArgs<N extends OperationName> = N extends CommandName
    ? CommandArgs<N>
    : N extends QueryName
      ? QueryArgs<N>
      : FileArgs;
/** A part of the table: a rule for each of the named operations. */
export type RulesOf<N extends OperationName> = { readonly [Name in N]: Rule<OperationArgs<Name>> };

/**
 * Who may do what, whole: role × operation × whose object. The compiler refuses an operation without a row, and what
 * has no row is refused (O5 audits it). Facts and rules of sight are core/policies/visibility.ts.
 */
export const AUTHORIZATION: RulesOf<OperationName> = {
    ...WORK_RULES,
    ...SPAM_RULES,
    ...TRANSFER_RULES,
    ...SETTINGS_RULES,
    ...THREAD_RULES,
    ...TAG_RULES,
    ...BULK_RULES,
    ...READING_RULES,
    ...TARGET_RULES,
    ...WRITING_RULES,
    ...SEARCH_RULES,
    ...ADMINISTRATION_RULES,
    ...HELP_RULES,
    ...MACRO_RULES,
    ...CONTENT_RULE_RULES,
    ...MAILBOX_RULES,
    ...FILE_RULES,
};

/** Done ones are audited too (O5: "admin actions"). */
export const isAdministrative = (name: OperationName): boolean =>
    AUTHORIZATION[name].check === 'organization';
