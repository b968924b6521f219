import { ALWAYS_OPEN, isOpen, nextBoundary } from '../core/schedule.ts';
import { lockAgent, saveWithinHours } from '../storage/agents.ts';
import { forgiveRefusals, includeAgainInLines } from '../storage/inboxes.ts';
import { readQueue, saveQueueOpen } from '../storage/queues.ts';
import { clearTimer, setTimer } from '../storage/timers.ts';
import type { Transaction } from '../storage/transaction.ts';

/** A shift begins or ends: work moves then, not when somebody happens to look. */
export async function checkAgentHours(tx: Transaction, agentId: number): Promise<void> {
    const agent = await lockAgent(tx, agentId);
    if (!agent) return;
    const schedule = agent.workingHours ?? ALWAYS_OPEN;
    const within = isOpen(schedule, tx.now);
    if (within !== agent.withinHours) {
        await saveWithinHours(tx, agentId, within);
        // A shift's end is going away and its beginning is coming back, as with Unavailable and Available.
        await forgiveRefusals(tx, agentId);
        if (within) await includeAgainInLines(tx, agentId);
    }
    await armBoundary(tx, 'agent_hours', agentId, nextBoundary(schedule, tx.now));
    tx.signals.agents.add(agentId);
}

export async function checkQueueHours(tx: Transaction, queueId: number): Promise<void> {
    const queue = await readQueue(tx, queueId);
    const open = isOpen(queue.openingHours, tx.now);
    if (open !== queue.isOpen) await saveQueueOpen(tx, queueId, open);
    await armBoundary(tx, 'queue_hours', queueId, nextBoundary(queue.openingHours, tx.now));
    tx.signals.queues.add(queueId);
}

const armBoundary = (
    tx: Transaction,
    kind: 'agent_hours' | 'queue_hours',
    subjectId: number,
    at: number | null,
): Promise<unknown> => (at === null ? clearTimer(tx, kind, subjectId) : setTimer(tx, kind, subjectId, at));
