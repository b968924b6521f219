import { z } from 'zod';
import { id } from '../primitives.ts';
import {
    imapSettings,
    mailboxTrial,
    mailboxView,
    outboxRowView,
    quarantinedView,
} from '../views/mailboxes.ts';
import { page } from './shared.ts';

/** Mailboxes, and what could not be read or sent. */
export const MAILBOX_QUERIES = {
    listMailboxes: {
        args: z.object({}),
        result: z.object({
            items: z.array(mailboxView),
            /** Whether credentials can be stored: false where the server has no key to encrypt them with. */
            canStoreCredentials: z.boolean(),
        }),
    },
    /** Signs in and opens the folder, now; nothing is stored. Secrets that are left out are those of the mailbox. */
    testMailbox: {
        args: z.object({ mailboxId: id.nullish(), imap: imapSettings }),
        result: mailboxTrial,
    },
    listQuarantine: {
        args: z.object({ ...page, waiting: z.boolean().nullish() }),
        result: z.object({ items: z.array(quarantinedView), more: z.boolean(), waiting: z.int() }),
    },
    listOutbox: {
        args: z.object({ ...page, state: z.enum(['waiting', 'done', 'dead']).nullish() }),
        result: z.object({
            items: z.array(outboxRowView),
            more: z.boolean(),
            counts: z.object({ waiting: z.int(), dead: z.int() }),
        }),
    },
} as const;
