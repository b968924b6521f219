import { z } from 'zod';
import { id } from '../primitives.ts';
import { imapSettings } from '../views/mailboxes.ts';
import { done } from './shared.ts';

const reason = z.string().trim().min(1, 'Write why.').max(500);
const mailbox = {
    address: z
        .email('Write an e-mail address.')
        .max(254)
        .transform((address) => address.toLowerCase())
        .refine((address) => !address.split('@')[0]?.includes('+'), 'Leave out the “+” and what follows it.'),
    displayName: z
        .string()
        .trim()
        .min(1, 'Write the name that customers see.')
        .max(80)
        .refine((text) => !/\p{Cc}/u.test(text), 'Leave out line breaks and other control characters.'),
    queueId: id,
    enabled: z.boolean().default(true),
    /** null: mail comes to the server's own intake. */
    imap: imapSettings.nullable().default(null),
};

/** Mailboxes (E11), and what could not be read or sent (E1, O3). Secrets go in and never come out. */
export const MAILBOX_COMMANDS = {
    createMailbox: { args: z.object(mailbox), result: z.object({ mailboxId: id }) },
    updateMailbox: { args: z.object({ mailboxId: id, ...mailbox }), result: done },
    deleteMailbox: { args: z.object({ mailboxId: id }), result: done },
    rotateEncryptionKey: {
        args: z.object({}),
        result: z.object({ resealed: z.int(), unreadable: z.int() }),
    },
    discardQuarantined: { args: z.object({ quarantineId: id, reason }), result: done },
    giveUpOutbox: { args: z.object({ outboxId: id, reason }), result: done },
} as const;
