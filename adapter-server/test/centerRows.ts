import type pg from 'pg';
import { hours, seconds, type Duration } from '../src/core/duration.ts';
import type { ServiceTargets } from '../src/core/policies/serviceTargets.ts';
import { ALWAYS_OPEN, type Schedule } from '../src/core/schedule.ts';
import type { Actor } from '../src/workflows/outcome.ts';

/** Rows that a scenario begins with, written as an admin would have made them. */
export interface QueueOptions {
    readonly hours?: Schedule;
    readonly holdFor?: Duration;
    readonly holdMode?: string;
    readonly isOpen?: boolean;
    readonly address?: string;
    readonly targets?: ServiceTargets;
}
export interface AgentOptions {
    readonly capacity?: number;
    readonly skills?: string[];
    readonly priority?: string;
    readonly role?: Actor['role'];
}
export interface TestAgent {
    readonly id: number;
    readonly actor: Actor;
}

export async function insertQueue(pool: pg.Pool, name: string, options: QueueOptions): Promise<number> {
    const { rows } = await pool.query<{ id: number }>(
        `insert into queues (name, opening_hours, is_open, hold_for, hold_mode, email_ring_for, service_targets, acknowledgement)
             values ($1, $2, $3, $4, $5, $6, $7, 'We have received your email and will reply shortly.') returning id`,
        [
            name,
            JSON.stringify(options.hours ?? ALWAYS_OPEN),
            options.isOpen ?? true,
            options.holdFor ?? hours(16),
            options.holdMode ?? 'wall_clock',
            seconds(60),
            options.targets ? JSON.stringify(options.targets) : null,
        ],
    );
    const id = rows[0]?.id ?? 0;
    await pool.query(
        `insert into mailboxes (address, display_name, queue_id, kind, changed_at) values ($1, $2, $3, 'intake', 0)`,
        [options.address ?? `${name.toLowerCase()}@example.com`, name, id],
    );
    return id;
}

/** With a slot's capacity, a stream, and a place in these queues; Logged Out. */
export async function insertAgent(
    pool: pg.Pool,
    firstName: string,
    queues: readonly number[],
    options: AgentOptions,
): Promise<TestAgent> {
    const { rows } = await pool.query<{ id: number }>(
        `insert into agents (username, first_name, last_name, email, role, time_zone, status_since, skills)
             values ($1, $2, 'Test', $3, $4, 'UTC', 0, $5) returning id`,
        [
            firstName.toLowerCase(),
            firstName,
            `${firstName.toLowerCase()}@example.com`,
            options.role ?? 'agent',
            options.skills ?? [],
        ],
    );
    const id = rows[0]?.id ?? 0;
    await pool.query(`insert into agent_streams (agent_id) values ($1)`, [id]);
    await pool.query(
        `insert into agent_channels (agent_id, channel, capacity, idle_since) values ($1, 'email', $2, $3)`,
        [id, options.capacity ?? 3, id],
    );
    for (const queueId of queues)
        await pool.query(`insert into queue_members (queue_id, agent_id, priority) values ($1, $2, $3)`, [
            queueId,
            id,
            options.priority ?? 'medium',
        ]);
    const name = `${firstName} Test`;
    return { id, actor: { agentId: id, role: options.role ?? 'agent', name, sessionId: null } };
}
