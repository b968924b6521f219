import { listMailboxes as readMailboxes, type Mailbox } from '../storage/mailboxes.ts';
import { listQueues } from '../storage/queues.ts';
import {
    listOutboxRows,
    listQuarantineRows,
    type OutboxListRow,
    type QuarantineRow,
} from '../storage/reads/intakeAndOutbox.ts';
import type { Transaction } from '../storage/transaction.ts';
import { pageOf, type Page } from './summaries.ts';

export type { Mailbox, OutboxListRow, QuarantineRow };

type On = Pick<Transaction, 'run'>;
interface PageArgs {
    readonly before: number | null;
    readonly limit: number;
}

export async function listMailboxes(on: On): Promise<(Mailbox & { queueName: string })[]> {
    const names = new Map((await listQueues(on)).map((queue) => [queue.id, queue.name]));
    return (await readMailboxes(on)).map((box) => ({ ...box, queueName: names.get(box.queueId) ?? '' }));
}
/** @param page.waiting true: those that nobody has decided about, false: the others, null: all */
export const listQuarantine = async (
    on: On,
    page: PageArgs & { waiting: boolean | null },
): Promise<Page<QuarantineRow>> => pageOf(await listQuarantineRows(on, page), page.limit);
export const listOutbox = async (
    on: On,
    filter: PageArgs & { state: OutboxListRow['state'] | null },
): Promise<Page<OutboxListRow>> => pageOf(await listOutboxRows(on, filter), filter.limit);
