import { ALWAYS_OPEN, isOpen, nextBoundary } from '../../core/schedule.ts';
import type { DirectoryAgentView, DirectoryQueueView } from '../../protocol/views.ts';
import type { DirectoryAgentRow, DirectoryQueueRow } from '../../queries/directory.ts';
import { presentPresence } from './people.ts';

export const presentDirectoryAgent = (row: DirectoryAgentRow, now: number): DirectoryAgentView => ({
    ...presentPresence(row),
    withinWorkingHours: isOpen(row.workingHours ?? ALWAYS_OPEN, now),
    nextWorkingBoundaryAt: row.workingHours && nextBoundary(row.workingHours, now),
    receivesWhilePaused: row.receivesWhilePaused,
});

export const presentDirectoryQueue = (row: DirectoryQueueRow): DirectoryQueueView => ({
    queue: { id: row.queueId, name: row.name },
    restricted: row.restricted,
    open: row.isOpen,
    nextChangeAt: row.nextChangeAt,
    waiting: row.waiting,
    oldestWaitingSince: row.oldestWaitingSince,
    availableAgents: row.availableAgents,
});
