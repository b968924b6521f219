import { readBacklog } from '../../queries/live.ts';
import { listMailboxes, listOutbox, listQuarantine } from '../../queries/mailboxes.ts';
import type { MAILBOX_QUERIES } from '../../protocol/queries/mailboxes.ts';
import { presentMailbox, presentOutboxRow, presentQuarantined } from '../presenters/mailboxes.ts';
import { Later, pageArgs, type QueryHandlers } from './queryHandlers.ts';

export const mailboxQueries: Pick<QueryHandlers, keyof typeof MAILBOX_QUERIES> = {
    async listMailboxes({ tx, mailboxes }) {
        const items = (await listMailboxes(tx)).map(presentMailbox);
        return { items, canStoreCredentials: mailboxes.canStoreCredentials };
    },
    async testMailbox({ tx, mailboxes }, { mailboxId = null, imap }) {
        const trial = await mailboxes.prepareTrial(tx, mailboxId, imap);
        return new Later(trial);
    },
    async listQuarantine({ tx }, args) {
        const page = { ...pageArgs(args), waiting: args.waiting ?? null };
        const { rows, more } = await listQuarantine(tx, page);
        const waiting = (await readBacklog(tx))?.quarantined ?? 0;
        return { items: rows.map(presentQuarantined), more, waiting };
    },
    async listOutbox({ tx }, args) {
        const { rows, more } = await listOutbox(tx, { ...pageArgs(args), state: args.state ?? null });
        const backlog = await readBacklog(tx);
        const counts = { waiting: backlog?.outboxWaiting ?? 0, dead: backlog?.outboxDead ?? 0 };
        return { items: rows.map(presentOutboxRow), more, counts };
    },
};
