import { needsReason, offeredReasons } from '../../core/policies/pauseReason.ts';
import { presenceOf } from '../../core/policies/presence.ts';
import { notifyByDefault } from '../../core/policies/notifyByDefault.ts';
import { ALWAYS_OPEN, isOpen, nextBoundary } from '../../core/schedule.ts';
import type { MeView, NotificationView, PresenceView, QueueCounterView } from '../../protocol/views.ts';
import type { CounterRow, NotificationRow, PresenceRow } from '../../queries/lists.ts';
import type { WorkspaceRows } from '../../queries/workspace.ts';
import type { Viewer } from '../../queries/viewer.ts';

export const presentPresence = (row: PresenceRow): PresenceView => ({
    agent: { id: row.agentId, name: row.name },
    presence: presenceOf(row),
    reason: row.statusReason,
    since: row.statusSince,
    email: { load: row.load, capacity: row.capacity },
    queues: row.queues,
});

export const presentCounter = (row: CounterRow): QueueCounterView => ({
    queue: { id: row.queueId, name: row.name },
    waiting: row.waiting,
    held: row.held,
    oldestWaitingSince: row.oldestWaitingSince,
    availableAgents: row.availableAgents,
    open: row.isOpen,
    nextChangeAt: row.nextChangeAt,
    revision: row.revision,
});

export const presentNotification = (row: NotificationRow): NotificationView => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    text: row.text,
    interactionId: row.interactionId,
    read: row.readAt !== null,
});

export function presentMe({ me, pause, names }: WorkspaceRows, viewer: Viewer, now: number): MeView {
    const schedule = me.workingHours ?? ALWAYS_OPEN;
    const mayGiveReasons = viewer.permissions.includes('pause_reasons');
    return {
        agent: { id: me.id, name: viewer.name },
        username: me.username,
        role: me.role,
        timeZone: me.timeZone,
        chosen: me.chosenStatus,
        presence: presenceOf(me),
        reason: me.statusReason,
        since: me.statusSince,
        withinWorkingHours: isOpen(schedule, now),
        nextWorkingBoundaryAt: me.workingHours === null ? null : nextBoundary(schedule, now),
        pauseReasons: [...offeredReasons(pause, mayGiveReasons)],
        pauseReasonRequired: needsReason(pause, mayGiveReasons),
        permissions: [...viewer.permissions],
        hiddenCounters: me.hiddenCounters,
        queues: viewer.queueIds.map((id) => ({ id, name: names.queue(id) })),
        notifyBy: { ...notifyByDefault(), ...me.notifyBy },
    };
}
