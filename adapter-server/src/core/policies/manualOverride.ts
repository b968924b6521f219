/**
 * R6: "Manual pull from queue, supervisor assign and re-assign; manual wins over automatic."
 * R2: "Exceptions, each explicit: … a manual assignment" (to working hours and to being Available).
 * R1: "never more than an agent's capacity": that one stands for people too.
 */
import type { Channel, Decision, Role } from '../vocabulary.ts';

export interface ManualActor {
    readonly agentId: number;
    readonly role: Role;
    /** Member of the interaction's queue. */
    readonly inQueue: boolean;
    /** The agent to get it reports to this person, directly or through others. */
    readonly leadsTarget: boolean;
}

export interface ManualTarget {
    readonly agentId: number;
    readonly name: string;
    readonly enabled: boolean;
    /** At this agent now, in this channel; the interaction itself not counted if they have it already. */
    readonly load: number;
    readonly capacity: number;
}

export interface ManualFacts {
    readonly actor: ManualActor;
    readonly target: ManualTarget;
    readonly channel: Channel;
    /** Who works on it now; an offer or a hold is nobody's yet, and a manual action takes it back. */
    readonly assignedTo: { readonly agentId: number; readonly name: string } | null;
}

/**
 * Whether one may reach into what a colleague is working on, to mark it as spam or to split it: that is left to them,
 * but for those who lead. An offer or a hold is nobody's yet.
 */
export function decideReachingIn({
    actor,
    assignedTo,
}: Pick<ManualFacts, 'assignedTo'> & { readonly actor: Pick<ManualActor, 'agentId' | 'role'> }): Decision {
    if (assignedTo === null || assignedTo.agentId === actor.agentId || actor.role !== 'agent')
        return { allowed: true };
    return {
        allowed: false,
        reason: `${assignedTo.name} is working on it.`,
        nextStep: `Ask ${assignedTo.name}, or a team lead.`,
    };
}

const PLURALS: Readonly<Record<Channel, string>> = { email: 'emails', chat: 'chats', voice: 'calls' };

/**
 * Whether a person may give the interaction to this agent: pulled (actor and target are one) or
 * assigned. Presence and working hours are not asked; ringing offers and holds give way.
 */
export function decideManualAssignment(facts: ManualFacts): Decision {
    const { actor, target, assignedTo } = facts;
    if (assignedTo?.agentId === target.agentId) {
        return { allowed: false, reason: `${target.name} has it already.` };
    }
    const mayAct = actor.agentId === target.agentId ? decidePull(facts) : decideAssign(facts);
    if (!mayAct.allowed) return mayAct;
    if (!target.enabled) {
        const reason = `${target.name} cannot sign in: the account is switched off.`;
        return { allowed: false, reason, nextStep: 'Choose another agent.' };
    }
    if (target.load >= target.capacity) {
        return {
            allowed: false,
            reason: `${target.name} has ${target.load} of ${target.capacity} ${PLURALS[facts.channel]}.`,
            nextStep: 'Finish or transfer one first, or choose another agent.',
        };
    }
    return { allowed: true };
}

function decidePull({ actor, assignedTo }: ManualFacts): Decision {
    if (actor.role === 'admin') return { allowed: true };
    if (!actor.inQueue) {
        const nextStep = 'Ask a lead to assign it to you, or to add you to the queue.';
        return { allowed: false, reason: 'You are not a member of its queue.', nextStep };
    }
    if (assignedTo !== null && actor.role === 'agent') {
        const nextStep = `Ask ${assignedTo.name} for a transfer, or a lead to re-assign it.`;
        return { allowed: false, reason: `${assignedTo.name} is working on it.`, nextStep };
    }
    return { allowed: true };
}

function decideAssign({ actor, target }: ManualFacts): Decision {
    if (actor.role === 'admin') return { allowed: true };
    if (actor.role === 'manager' && actor.leadsTarget) return { allowed: true };
    const reason =
        actor.role === 'manager'
            ? `${target.name} does not report to you.`
            : 'Assigning to another agent is for managers and admins.';
    return { allowed: false, reason, nextStep: `Transfer it to ${target.name} instead.` };
}
