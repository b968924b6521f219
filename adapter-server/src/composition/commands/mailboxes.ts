import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { MAILBOX_COMMANDS } from '../../protocol/commands/mailboxes.ts';
import { discardQuarantined, giveUpOutbox } from '../../workflows/giveUpByHand.ts';
import { createMailbox } from '../../workflows/mailboxes/createMailbox.ts';
import { deleteMailbox } from '../../workflows/mailboxes/deleteMailbox.ts';
import { rotateEncryptionKey } from '../../workflows/mailboxes/sealedMailboxes.ts';
import { updateMailbox } from '../../workflows/mailboxes/updateMailbox.ts';
import type { CommandTableParts } from '../commandTable.ts';

export const mailboxCommands = ({
    secretBox,
}: CommandTableParts): Pick<CommandHandlers, keyof typeof MAILBOX_COMMANDS> => ({
    createMailbox: createMailbox(secretBox),
    updateMailbox: updateMailbox(secretBox),
    deleteMailbox,
    rotateEncryptionKey: rotateEncryptionKey(secretBox),
    discardQuarantined,
    giveUpOutbox,
});
