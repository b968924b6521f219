/**
 * A6: "roles and permissions: pause reasons, … receive transfers when paused, email search, … queue counters". R7:
 * "Pause reasons (offered or not per agent …), receive transfers while paused (permission), counters of what waits in
 * the agent's queues …". An admin gives and takes them one by one.
 */
import type { Permission, Role } from '../vocabulary.ts';

/** What a new agent holds until an admin says otherwise: what everybody could before there were permissions. */
export const DEFAULT_PERMISSIONS: readonly Permission[] = ['queue_counters', 'pause_reasons'];

/** An admin reads everything anyway. What only changes how they themself work is theirs to be given like anyone's. */
const EVERY_ADMIN_HOLDS: readonly Permission[] = ['email_search'];

export const permissionsOf = (agent: {
    readonly role: Role;
    readonly permissions: readonly Permission[];
}): Permission[] => [
    ...new Set([...agent.permissions, ...(agent.role === 'admin' ? EVERY_ADMIN_HOLDS : [])]),
];

export const holdsPermission = (
    agent: { readonly role: Role; readonly permissions: readonly Permission[] },
    permission: Permission,
): boolean => permissionsOf(agent).includes(permission);
