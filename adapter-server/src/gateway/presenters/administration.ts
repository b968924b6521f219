import type { Schedule } from '../../core/schedule.ts';
import type { QueryResult } from '../../protocol/queries.ts';
import type { AgentAdminView } from '../../protocol/views.ts';
import type { listQueues, AgentAdminRow } from '../../queries/lists.ts';

type Item<N extends 'listQueues'> = QueryResult<N>['items'][number];
type QueueRow = Awaited<ReturnType<typeof listQueues>>[number];

/** The core's schedules are read-only, the protocol's are plain data. */
function presentSchedule({ timeZone, weekly, exceptions }: Schedule): Item<'listQueues'>['openingHours'] {
    const ranges = (of: readonly { from: string; to: string }[]) => of.map(({ from, to }) => ({ from, to }));
    return {
        timeZone,
        weekly: {
            monday: ranges(weekly.monday),
            tuesday: ranges(weekly.tuesday),
            wednesday: ranges(weekly.wednesday),
            thursday: ranges(weekly.thursday),
            friday: ranges(weekly.friday),
            saturday: ranges(weekly.saturday),
            sunday: ranges(weekly.sunday),
        },
        exceptions: exceptions.map((each) => ({
            date: each.date,
            name: each.name,
            ranges: ranges(each.ranges),
        })),
    };
}

export const presentQueue = (row: QueueRow): Item<'listQueues'> => ({
    id: row.id,
    name: row.name,
    restricted: row.restricted,
    addresses: row.addresses,
    openingHours: presentSchedule(row.openingHours),
    holdFor: row.holdFor,
    holdMode: row.holdMode,
    emailRingFor: row.emailRingFor,
    emailWrapUpLimit: row.emailWrapUpLimit,
    transferNote: row.transferNote,
    transferToBusy: row.transferToBusy,
    acknowledgement: row.acknowledgement,
    serviceTargets: row.serviceTargets,
});

export const presentAgentAdmin = (row: AgentAdminRow): AgentAdminView => ({
    id: row.id,
    username: row.username,
    firstName: row.firstName,
    lastName: row.lastName,
    email: row.email,
    role: row.role,
    enabled: row.enabled,
    timeZone: row.timeZone,
    reportingManager:
        row.reportingManagerId === null
            ? null
            : { id: row.reportingManagerId, name: row.reportingManagerName ?? '' },
    emailCapacity: row.emailCapacity,
    skills: row.skills,
    permissions: row.permissions,
    memberships: row.memberships.map(({ queueId, queueName, priority }) => ({
        queue: { id: queueId, name: queueName },
        priority,
    })),
    workingHours: row.workingHours && presentSchedule(row.workingHours),
});
