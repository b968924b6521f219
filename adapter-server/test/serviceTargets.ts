import { hours, minutes } from '../src/core/duration.ts';
import { WARN_AT_PERCENT, WARN_BEFORE, type ServiceTargets } from '../src/core/policies/serviceTargets.ts';
import { ALWAYS_OPEN, type Schedule } from '../src/core/schedule.ts';
import type { ContactCenter } from './runningCenter.ts';

/** An hour for the first reply, two for each later one, ten to the end; warned at three quarters. */
export const PROMISE: ServiceTargets = {
    all: { firstReply: hours(1), nextReply: hours(2), resolution: hours(10) },
    byPriority: { urgent: { firstReply: minutes(20), nextReply: null, resolution: null } },
    warnBy: 'percent',
    warnPercent: WARN_AT_PERCENT,
    warnBefore: WARN_BEFORE,
};
const day = [{ from: '09:00', to: '17:00' }];
/** Nine to five in UTC, Monday to Friday. */
export const OFFICE: Schedule = {
    ...ALWAYS_OPEN,
    weekly: {
        monday: day,
        tuesday: day,
        wednesday: day,
        thursday: day,
        friday: day,
        saturday: [],
        sunday: [],
    },
};

export interface TargetFacts {
    readonly kind: string;
    readonly queueId: number;
    readonly agentId: number | null;
    readonly dueAt: number | null;
    readonly warnedAt: number | null;
    readonly breachedAt: number | null;
    readonly metAt: number | null;
    readonly endedAt: number | null;
}
/** All that an interaction ever had, in the order in which they began. */
export async function targetsOf(center: ContactCenter, interactionId: number): Promise<TargetFacts[]> {
    const { rows } = await center.pool.query<Record<string, never>>(
        `select kind, queue_id, agent_id, due_at, warned_at, breached_at, met_at, ended_at from service_targets
         where interaction_id = $1 order by id`,
        [interactionId],
    );
    return rows.map((row) => ({
        kind: row['kind'] ?? '',
        queueId: row['queue_id'] ?? 0,
        agentId: row['agent_id'] ?? null,
        dueAt: row['due_at'] ?? null,
        warnedAt: row['warned_at'] ?? null,
        breachedAt: row['breached_at'] ?? null,
        metAt: row['met_at'] ?? null,
        endedAt: row['ended_at'] ?? null,
    }));
}

/** In a word: kind and state, such as "first_reply met"; a breach that was answered is "late". */
export const statesOf = async (center: ContactCenter, interactionId: number): Promise<string[]> =>
    (await targetsOf(center, interactionId)).map((row) => `${row.kind} ${stateOf(row)}`);

function stateOf({ warnedAt, breachedAt, metAt, endedAt, dueAt }: TargetFacts): string {
    if (metAt !== null) return breachedAt === null ? 'met' : 'late';
    if (endedAt !== null) return breachedAt === null ? 'dropped' : 'breached';
    if (breachedAt !== null) return 'overdue';
    if (dueAt === null) return 'stopped';
    return warnedAt === null ? 'running' : 'warned';
}

/** Texts in an agent's bell, of these kinds. */
export async function toldOf(center: ContactCenter, agentId: number): Promise<string[]> {
    const { rows } = await center.pool.query<{ kind: string; text: string }>(
        `select kind, text from notifications where agent_id = $1 and kind like 'target%' order by id`,
        [agentId],
    );
    return rows.map(({ kind, text }) => `${kind}: ${text}`);
}
