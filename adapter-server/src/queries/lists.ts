import { listOwnAddresses, listQueues as readQueues, type Queue } from '../storage/queues.ts';
import {
    listAgentAdminRows,
    listAuditRows,
    type AgentAdminRow,
    type AuditRow,
} from '../storage/reads/administration.ts';
import { listNotificationRows, type NotificationRow } from '../storage/reads/notifications.ts';
import type { Transaction } from '../storage/transaction.ts';
import { pageOf, type Page } from './summaries.ts';
import type { Viewer } from './viewer.ts';

export { readCounters, readPresence, type CounterRow, type PresenceRow } from '../storage/reads/presence.ts';
export type { AgentAdminRow, AuditRow, NotificationRow };

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
