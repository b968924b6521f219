import type { ParseMail } from '../channels/email/parsing/parseMail.ts';
import type { CommandHandlers } from '../gateway/commandHandlers.ts';
import type { ReplyTokens } from '../ports/replyTokens.ts';
import type { PasswordHasher } from '../workflows/createAgent.ts';
import type { SecretBox } from '../storage/sealing/secretBox.ts';
import type { ReceiveEmail } from '../workflows/receiveEmail.ts';
import { administrationCommands } from './commands/administration.ts';
import { searchCommands } from './commands/search.ts';
import { settingsCommands } from './commands/settings.ts';
import { tagCommands } from './commands/tags.ts';
import { threadCommands } from './commands/threads.ts';
import { transferCommands } from './commands/transfer.ts';
import { contentRuleCommands } from './commands/contentRules.ts';
import { macroCommands } from './commands/macros.ts';
import { helpCommands } from './commands/help.ts';
import { mailboxCommands } from './commands/mailboxes.ts';
import { spamCommands } from './commands/spam.ts';
import { workCommands } from './commands/work.ts';
import { writingCommands } from './commands/writing.ts';

export interface CommandTableParts {
    readonly replyTokens: ReplyTokens;
    readonly receiveEmail: ReceiveEmail;
    readonly parseMail: ParseMail;
    readonly hashPassword: PasswordHasher;
    readonly secretBox: SecretBox;
    /** First words of a mail without its quotes, for lists. */
    readonly preview: (text: string) => string;
}

/** Every command of the protocol and the workflow that does it. */
export const commandTable = (parts: CommandTableParts): CommandHandlers => ({
    ...workCommands,
    ...spamCommands,
    ...transferCommands,
    ...settingsCommands,
    ...threadCommands(parts),
    ...tagCommands,
    ...writingCommands(parts),
    ...helpCommands,
    ...macroCommands(parts),
    ...contentRuleCommands,
    ...searchCommands,
    ...administrationCommands(parts),
    ...mailboxCommands(parts),
});
