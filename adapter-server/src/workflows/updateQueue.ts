import { holdDeadline } from '../core/policies/originalAgentHold.ts';
import { decideServiceTargets, type ServiceTargets } from '../core/policies/serviceTargets.ts';
import { decideSavedText } from '../core/policies/savedText.ts';
import { transferDeadline } from '../core/policies/transfer.ts';
import type { RecomputeReason } from '../core/routing/decisionRecord.ts';
import { checkSchedule, type Schedule } from '../core/schedule.ts';
import type { HoldMode, TransferNote, TransferToBusy } from '../core/vocabulary.ts';
import { saveInteraction, type Interaction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { lockQueue, lockWithDeadline, saveQueueSettings } from '../storage/queueAdministration.ts';
import { findQueue, type Queue } from '../storage/queues.ts';
import { beginTargetWalk } from '../storage/targets/targetWalks.ts';
import { setTimer } from '../storage/timers.ts';
import type { Transaction } from '../storage/transaction.ts';
import { checkQueueHours } from './checkHours.ts';
import { done, notFound, refuse, refuseBy, type Actor, type Outcome } from './outcome.ts';
import { guardUnanswered, holdSettings } from './routing/place.ts';
import { routeHeld } from './routing/routeTransfer.ts';

export interface UpdateQueueArgs {
    readonly queueId: number;
    readonly openingHours?: Schedule | undefined;
    readonly holdFor?: number | undefined;
    readonly holdMode?: HoldMode | undefined;
    readonly emailRingFor?: number | undefined;
    readonly emailWrapUpLimit?: number | null | undefined;
    readonly transferNote?: TransferNote | undefined;
    readonly transferToBusy?: TransferToBusy | undefined;
    readonly acknowledgement?: string | undefined;
    /** null: none from now on. */
    readonly serviceTargets?: ServiceTargets | null | undefined;
}

/** A11. "Editing hours recomputes open holds in that transaction and says so in the journal." */
export async function updateQueue(
    tx: Transaction,
    _actor: Actor,
    { queueId, ...given }: UpdateQueueArgs,
): Promise<Outcome<Record<string, never>>> {
    const problems = given.openingHours ? checkSchedule(given.openingHours) : [];
    if (problems.length > 0) return refuse(problems.join(' '), 'Correct the opening hours.');
    const text = decideSavedText({
        what: 'acknowledgement',
        text: given.acknowledgement ?? '',
        byNobody: true,
    });
    if (!text.allowed) return refuseBy(text);
    const promised = given.serviceTargets ? decideServiceTargets(given.serviceTargets) : null;
    if (promised && !promised.allowed) return refuseBy(promised);
    const movesDeadlines =
        given.openingHours !== undefined || given.holdFor !== undefined || given.holdMode !== undefined;
    // Interactions before the queue's row, as a reply that is being routed takes them.
    if (movesDeadlines) await lockWithDeadline(tx, queueId);
    await lockQueue(tx, queueId);
    const before = await findQueue(tx, queueId);
    if (!before) return notFound('This queue');
    await saveQueueSettings(tx, queueId, {
        openingHours: given.openingHours ?? before.openingHours,
        holdFor: given.holdFor ?? before.holdFor,
        holdMode: given.holdMode ?? before.holdMode,
        emailRingFor: given.emailRingFor ?? before.emailRingFor,
        // null is a limit, too: none.
        emailWrapUpLimit:
            given.emailWrapUpLimit === undefined ? before.emailWrapUpLimit : given.emailWrapUpLimit,
        transferNote: given.transferNote ?? before.transferNote,
        transferToBusy: given.transferToBusy ?? before.transferToBusy,
        acknowledgement: given.acknowledgement ?? before.acknowledgement,
        serviceTargets:
            given.serviceTargets === undefined ? before.serviceTargets : (promised?.settings ?? null),
    });
    // The open targets of a large queue are too many for this transaction: a timer walks through them.
    if (given.serviceTargets !== undefined || (given.openingHours && before.serviceTargets))
        await beginTargetWalk(tx, queueId);
    if (given.openingHours) await checkQueueHours(tx, queueId);
    if (!movesDeadlines) return done({});

    const queue = { ...before, ...defined(given) };
    const because = given.openingHours ? 'hours_changed' : 'settings_changed';
    for (const i of await lockWithDeadline(tx, queueId)) {
        if (i.routingState === 'held') await recompute(tx, i, queue, because);
        else await guardUnanswered(tx, i);
    }
    return done({});
}

/** The hold's new end: now → released at once; another time → said in the journal; the same → nothing. */
async function recompute(
    tx: Transaction,
    i: Interaction,
    queue: Queue,
    because: RecomputeReason,
): Promise<void> {
    const { heldFor: agentId, holdUntil: before } = i;
    if (agentId === null || before === null) return;
    const settings = holdSettings(queue);
    const { waitingSince, transferredTo, transferredAt } = i;
    const until =
        transferredTo !== null && transferredAt !== null
            ? transferDeadline({ transferredAt, oldestWaitingAt: waitingSince, settings })
            : holdDeadline(waitingSince ?? tx.now, settings);
    if (until <= tx.now) return routeHeld(tx, i);
    if (until === before) return;
    i.holdUntil = until;
    await setTimer(tx, 'hold_deadline', i.id, until);
    const data = { because, before, until, agentId, queueId: i.queueId };
    i.why = { kind: 'hold_recomputed', ...data };
    await record(tx, i, { kind: 'hold_recomputed', data });
    await saveInteraction(tx, i);
    tx.tell(agentId, 'interaction_changed', { interactionId: i.id });
}

/** Without what was not given, which must not overwrite. */
const defined = <T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
        [K in keyof T]: Exclude<T[K], undefined>;
    };
