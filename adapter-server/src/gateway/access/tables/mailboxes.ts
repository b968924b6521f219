import type { MAILBOX_COMMANDS } from '../../../protocol/commands/mailboxes.ts';
import type { MAILBOX_QUERIES } from '../../../protocol/queries/mailboxes.ts';
import type { RulesOf } from '../../authorization.ts';
import { organization } from '../rules.ts';

/** Whole mailboxes and mails that belong to nobody yet: for admins alone. */
export const MAILBOX_RULES: RulesOf<keyof typeof MAILBOX_COMMANDS | keyof typeof MAILBOX_QUERIES> = {
    createMailbox: organization,
    updateMailbox: organization,
    deleteMailbox: organization,
    rotateEncryptionKey: organization,
    discardQuarantined: organization,
    giveUpOutbox: organization,
    listMailboxes: organization,
    testMailbox: organization,
    listQuarantine: organization,
    listOutbox: organization,
};
