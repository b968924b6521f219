import { listMailboxes as readMailboxes, type Mailbox } from '../storage/mailboxes.ts';
import { listOwnAddresses, listQueues as readQueues, type Queue } from '../storage/queues.ts';
import {
    listAgentAdminRows,
    listAuditRows,
    listOutboxRows,
    listQuarantineRows,
    type AgentAdminRow,
    type AuditRow,
    type OutboxListRow,
    type QuarantineRow,
} from '../storage/reads/administration.ts';
import { listNotificationRows, type NotificationRow } from '../storage/reads/notifications.ts';
import type { Transaction } from '../storage/transaction.ts';
import { pageOf, type Page } from './summaries.ts';
import type { Viewer } from './viewer.ts';

export { readCounters, readPresence, type CounterRow, type PresenceRow } from '../storage/reads/presence.ts';
export type { AgentAdminRow, AuditRow, Mailbox, NotificationRow, OutboxListRow, QuarantineRow };

type On = Pick<Transaction, 'run'>;
interface PageArgs {
    readonly before: number | null;
    readonly limit: number;
}

export async function listQueues(on: On): Promise<(Queue & { addresses: string[] })[]> {
    const mailboxes = await listOwnAddresses(on);
    return (await readQueues(on)).map((queue) => ({
        ...queue,
        addresses: mailboxes.filter((box) => box.queueId === queue.id).map((box) => box.address),
    }));
}

export async function listMailboxes(on: On): Promise<(Mailbox & { queueName: string })[]> {
    const names = new Map((await readQueues(on)).map((queue) => [queue.id, queue.name]));
    return (await readMailboxes(on)).map((box) => ({ ...box, queueName: names.get(box.queueId) ?? '' }));
}

/** Admins see every agent, others themself and who reports to them (L4). */
export const listAgents = (on: On, viewer: Viewer): Promise<AgentAdminRow[]> =>
    listAgentAdminRows(on, viewer.role === 'admin' ? null : [viewer.agentId, ...viewer.reportIds]);

export const listNotifications = async (
    on: On,
    agentId: number,
    page: PageArgs,
): Promise<Page<NotificationRow>> =>
    pageOf(await listNotificationRows(on, agentId, page.before, page.limit), page.limit);
export const listAudit = async (
    on: On,
    filter: PageArgs & { action: string | null; actor: string | null },
): Promise<Page<AuditRow>> => pageOf(await listAuditRows(on, filter), filter.limit);
export const listQuarantine = async (on: On, page: PageArgs): Promise<Page<QuarantineRow>> =>
    pageOf(await listQuarantineRows(on, page), page.limit);
export const listOutbox = async (
    on: On,
    filter: PageArgs & { state: OutboxListRow['state'] | null },
): Promise<Page<OutboxListRow>> => pageOf(await listOutboxRows(on, filter), filter.limit);
