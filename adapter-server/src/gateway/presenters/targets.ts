import { priorityOf } from '../../core/policies/interactionPriority.ts';
import type { TargetCountView, TargetView } from '../../protocol/views.ts';
import type { Names } from '../../queries/names.ts';
import type { ListedTarget, TargetCount } from '../../queries/serviceTargets.ts';
import { agentRefOrNull, numberOf } from './presenting.ts';

export const presentTarget = (row: ListedTarget, names: Names): TargetView => ({
    id: row.id,
    kind: row.kind,
    state: row.breachedAt === null ? 'warned' : row.endedAt === null ? 'overdue' : 'ended',
    interaction: {
        id: row.interactionId,
        number: numberOf(row.interactionId),
        channel: row.channel,
        subject: row.subject,
        customer:
            row.customerAddress === null
                ? null
                : { name: row.customerName ?? '', address: row.customerAddress },
        priority: priorityOf(row.priority),
    },
    queue: { id: row.queueId, name: names.queue(row.queueId) },
    agent: agentRefOrNull(names, row.agentId),
    startedAt: row.startedAt,
    dueAt: row.dueAt,
    noticedAt: row.noticedAt,
    metAt: row.metAt,
});

export const presentTargetCount = ({ queueId, ...row }: TargetCount, names: Names): TargetCountView => ({
    day: row.day,
    queue: queueId === null ? null : { id: queueId, name: names.queue(queueId) },
    priority: row.priority === null ? null : priorityOf(row.priority),
    kind: row.kind,
    met: row.met,
    breached: row.breached,
    running: row.running,
});
