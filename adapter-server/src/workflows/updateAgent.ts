import { checkSchedule, type Schedule } from '../core/schedule.ts';
import type { Permission, Role } from '../core/vocabulary.ts';
import {
    countOtherAdmins,
    loadOf,
    lockStructure,
    managersOf,
    saveAgentSettings,
    saveCapacity,
} from '../storage/agentAdministration.ts';
import { agentName, readAgent, type Agent } from '../storage/agents.ts';
import type { Interaction } from '../storage/interactions.ts';
import { revokeSessionsOf } from '../storage/sessions.ts';
import type { Transaction } from '../storage/transaction.ts';
import { logOutAgent } from './agentConnections.ts';
import { checkAgentHours } from './checkHours.ts';
import { done, notFound, refuse, type Actor, type Outcome, type Refused } from './outcome.ts';
import { lockAgentWithWork, releaseDisabled } from './releaseWork.ts';
import { routeReply } from './routing/routeReply.ts';

export interface UpdateAgentArgs {
    readonly agentId: number;
    readonly enabled?: boolean | undefined;
    readonly role?: Role | undefined;
    readonly reportingManagerId?: number | null | undefined;
    readonly emailCapacity?: number | undefined;
    readonly skills?: readonly string[] | undefined;
    readonly permissions?: readonly Permission[] | undefined;
    readonly workingHours?: Schedule | null | undefined;
}

/** A2, A3, A6, A7: what an admin changes of an agent, with everything that follows from it for their work. */
export async function updateAgent(
    tx: Transaction,
    actor: Actor,
    args: UpdateAgentArgs,
): Promise<Outcome<Record<string, never>>> {
    const problems = args.workingHours ? checkSchedule(args.workingHours) : [];
    if (problems.length > 0) return refuse(problems.join(' '), 'Correct the working hours.');
    await lockStructure(tx);
    const found = await lockAgentWithWork(tx, args.agentId, null);
    if (!found) return notFound('This agent');
    const { agent, work } = found;
    const refusal =
        (await refuseStructure(tx, actor, agent, args)) ?? (await setCapacity(tx, agent, args.emailCapacity));
    if (refusal) return refusal;

    const enabled = args.enabled ?? agent.enabled;
    await saveAgentSettings(tx, agent.id, {
        enabled,
        role: args.role ?? agent.role,
        reportingManagerId:
            args.reportingManagerId === undefined ? agent.reportingManagerId : args.reportingManagerId,
        skills: args.skills ?? agent.skills,
        permissions: [...new Set(args.permissions ?? agent.permissions)],
        workingHours: args.workingHours === undefined ? agent.workingHours : args.workingHours,
    });
    if (args.workingHours !== undefined) await checkAgentHours(tx, agent.id);
    if (agent.enabled && !enabled) await switchOff(tx, agent.id, work);
    else if (args.workingHours !== undefined) await askAboutHolds(tx, work);
    tx.signals.agents.add(agent.id);
    return done({});
}

/** A3: "login enabled"; E4: "The original agent disabled … released at once." */
async function switchOff(tx: Transaction, agentId: number, work: readonly Interaction[]): Promise<void> {
    await revokeSessionsOf(tx, agentId);
    await releaseDisabled(tx, agentId, work);
    await logOutAgent(tx, agentId, null);
}

/** Their hours decide whether a reply is held for them, and why. */
async function askAboutHolds(tx: Transaction, work: readonly Interaction[]): Promise<void> {
    for (const i of work) if (i.routingState === 'held') await routeReply(tx, i);
}

async function refuseStructure(
    tx: Transaction,
    actor: Actor,
    agent: Agent,
    { enabled, role, reportingManagerId }: UpdateAgentArgs,
): Promise<Refused | null> {
    const name = agentName(agent);
    if (enabled === false && agent.id === actor.agentId)
        return refuse('You cannot switch off your own account.', 'Ask another admin.');
    const staysAdmin = (role ?? agent.role) === 'admin' && (enabled ?? agent.enabled);
    if (
        agent.role === 'admin' &&
        agent.enabled &&
        !staysAdmin &&
        (await countOtherAdmins(tx, agent.id)) === 0
    )
        return refuse(`${name} is the only admin.`, 'Make somebody else an admin first.');
    if (reportingManagerId === undefined || reportingManagerId === null) return null;
    const manager = await readAgent(tx, reportingManagerId);
    if (!manager) return notFound('The reporting manager');
    if (manager.id === agent.id)
        return refuse(`${name} cannot report to themself.`, 'Choose another reporting manager.');
    if ((await managersOf(tx, manager.id)).includes(agent.id))
        return refuse(
            `${agentName(manager)} reports to ${name}, directly or through others.`,
            'Choose a reporting manager outside their team, or change who leads whom first.',
        );
    return null;
}

/** R1: "never more than an agent's capacity", also not by lowering it. */
async function setCapacity(
    tx: Transaction,
    agent: Agent,
    capacity: number | undefined,
): Promise<Refused | null> {
    if (capacity === undefined || (await saveCapacity(tx, agent.id, 'email', capacity))) return null;
    const load = await loadOf(tx, agent.id, 'email');
    return refuse(
        `${agentName(agent)} has ${load} ${load === 1 ? 'email' : 'emails'} now, more than ${capacity}.`,
        'Finish or transfer some first, or choose a higher capacity.',
    );
}
