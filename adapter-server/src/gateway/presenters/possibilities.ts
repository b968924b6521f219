import { decideMarking } from '../../core/policies/blocking.ts';
import { allowed, type StatusAction } from '../../core/policies/interactionStatus.ts';
import { decidePriorityChange } from '../../core/policies/interactionPriority.ts';
import { decideMergeable } from '../../core/policies/merging.ts';
import { decideManualAssignment } from '../../core/policies/manualOverride.ts';
import { decideTaggable } from '../../core/policies/tags.ts';
import { mayWork, type InteractionAccessFacts } from '../../core/policies/visibility.ts';
import type { Refusal } from '../../core/vocabulary.ts';
import type { InteractionDetail, Possibility } from '../../protocol/views.ts';
import type { InteractionRows } from '../../queries/interactionDetail.ts';
import type { Viewer } from '../../queries/viewer.ts';
import { refuseUnreadTargets, replyTargets } from '../../workflows/email/composeReply.ts';

const YES: Possibility = { allowed: true, reason: null, nextStep: null };
const no = (reason: string, nextStep: string | null = null): Possibility => ({
    allowed: false,
    reason,
    nextStep,
});
const refusal = ({ reason, nextStep }: Refusal): Possibility => no(reason, nextStep ?? null);
const IN_SPAM = no('It is in the Spam list.', 'Have a manager or an admin release it.');
/** The first reason that speaks against it. */
const unless = (...reasons: (Possibility | null)[]): Possibility =>
    reasons.find((each) => each !== null) ?? YES;

/** What the viewer can do with it now, asked of the rules that the workflows will ask again. */
export function possibilities(rows: InteractionRows, viewer: Viewer): InteractionDetail['can'] {
    const { summary: i } = rows;
    const mine = i.routingState === 'assigned' && i.agentId === viewer.agentId;
    const work = mayWork(accessFacts(i), viewer);
    const outsider = work.allowed ? null : refusal(work);
    const taken = outsider ?? (mine ? null : cannotTake(rows, viewer));
    const status = (action: StatusAction): Possibility | null => {
        const decision = allowed(i.status, action);
        return decision.allowed ? null : refusal(decision);
    };
    return {
        accept:
            i.offerId !== null && i.agentId === viewer.agentId ? YES : no('It is not being offered to you.'),
        pull: mine
            ? no('You have it already.')
            : unless(outsider, i.status === 'closed' ? no('It is Closed.', 'Reopen it first.') : null, taken),
        reply: unless(outsider, status('reply'), taken, unreadTarget(rows)),
        forward: unless(outsider, status('reply'), taken, nothingToForward(rows)),
        close: unless(outsider, status('close'), taken),
        setPending: unless(outsider, status('set_pending'), taken),
        resolve: unless(outsider, status('resolve'), taken),
        dismiss: canDismiss(rows, mine),
        assign: canAssign(rows, viewer, outsider),
        transfer: unless(outsider, canTransfer(rows, viewer)),
        merge: unless(outsider, canMerge(rows, viewer)),
        tag: unless(outsider, canTag(rows)),
        markSpam: unless(outsider, canMarkSpam(rows, viewer)),
        releaseSpam: unless(outsider, canReleaseSpam(rows, viewer)),
        setPriority: unless(outsider, canSetPriority(rows)),
    };
}

export const accessFacts = (i: InteractionRows['summary']): InteractionAccessFacts => ({
    queueId: i.queueId,
    ownerId: i.routingState === 'assigned' ? i.agentId : null,
    originalAgentId: i.originalAgentId,
    offeredToId: i.routingState === 'offered' ? i.agentId : null,
    heldForId: i.heldFor,
});

/** As workflows/takeOver: nobody works on it (an offer or a hold gives way to a hand), and there is room. */
function cannotTake({ summary: i, me, names }: InteractionRows, viewer: Viewer): Possibility | null {
    if (i.mergedInto !== null)
        return no('This interaction was merged into another.', `Open interaction ${i.mergedInto}.`);
    if (i.spam !== null) return IN_SPAM;
    if (i.routingState === 'assigned' && i.agentId !== null) {
        const name = names.agent(i.agentId);
        return no(`${name} is working on it.`, `Ask ${name}, or a team lead to assign it to you.`);
    }
    if (!me) return no(`You have no capacity for ${i.channel}.`, 'Ask an admin to set it.');
    const ownSlot = i.agentId === viewer.agentId ? 1 : 0;
    const { agentId, role } = viewer;
    const decision = decideManualAssignment({
        actor: { agentId, role, inQueue: true, leadsTarget: false },
        target: {
            agentId,
            name: 'Your inbox',
            enabled: me.enabled,
            load: me.load - ownSlot,
            capacity: me.capacity,
        },
        channel: i.channel,
        assignedTo: null,
    });
    return decision.allowed ? null : refusal(decision);
}

/** E7. */
function unreadTarget({ summary, messages }: InteractionRows): Possibility | null {
    const answered = messages.findLast((each) => each.direction === 'inbound' && each.kind === 'message');
    if (!answered) return null;
    const refused = refuseUnreadTargets(replyTargets(answered), summary.customerAddress);
    return refused && no(refused.reason, refused.nextStep);
}

/** A mail that was begun and not sent yet. */
const nothingToForward = ({ messages }: InteractionRows): Possibility | null =>
    messages.length > 0 ? null : no('There is no message to forward yet.');

function canDismiss({ summary: i }: InteractionRows, mine: boolean): Possibility {
    if (!mine) return no('It is not in your inbox.');
    return i.waitingSince === null
        ? YES
        : no(
              'The customer waits for an answer.',
              'Reply, set a follow-up, close it, or return it to the queue.',
          );
}

/** R6 and E5; to whom exactly is asked when it is done. */
function canAssign(
    { summary: i }: InteractionRows,
    viewer: Viewer,
    outsider: Possibility | null,
): Possibility {
    if (outsider) return outsider;
    if (i.mergedInto !== null) return no('This interaction was merged into another.', 'Assign that one.');
    if (i.spam !== null) return IN_SPAM;
    if (i.status === 'closed') return no('It is Closed.', 'Reopen it first.');
    if (viewer.role === 'admin' || viewer.role === 'manager') return YES;
    const anothers = i.originalAgentId !== null && i.originalAgentId !== viewer.agentId;
    const takenByOther = i.routingState === 'assigned' && i.agentId !== viewer.agentId;
    if (anothers && !takenByOther) return YES;
    return no('Assigning to another agent is for managers and admins.', 'Return it to the queue instead.');
}

/** E10; to whom exactly is asked when it is done. */
function canTransfer({ summary: i, names }: InteractionRows, viewer: Viewer): Possibility | null {
    if (i.mergedInto !== null) return no('This interaction was merged into another.', 'Transfer that one.');
    if (i.spam !== null) return IN_SPAM;
    if (i.status === 'closed') return no('It is Closed.', 'Reopen it first.');
    if (i.routingState !== 'assigned' || i.agentId === null) return null;
    if (i.agentId === viewer.agentId || viewer.role !== 'agent') return null;
    const name = names.agent(i.agentId);
    return no(`${name} is working on it.`, `Ask ${name}, or a team lead to transfer it.`);
}

function canMerge({ summary: i, messages, draft }: InteractionRows, viewer: Viewer): Possibility | null {
    if (i.mergedInto !== null)
        return no('It was merged already.', `Open interaction ${i.mergedInto}, which it went into.`);
    if (i.spam !== null) return IN_SPAM;
    const elsewhere = i.agentId !== null && i.agentId !== viewer.agentId && viewer.role === 'agent';
    if (elsewhere) return no('Somebody else is working on it.', 'Ask them, or a team lead.');
    const decision = decideMergeable({ isBeingWritten: messages.length === 0 && draft?.kind === 'new' });
    return decision.allowed ? null : refusal(decision);
}

/** Whoever may work on it, whether or not it is theirs at the moment. */
function canTag({ summary: i }: InteractionRows): Possibility | null {
    const decision = decideTaggable(i.mergedInto);
    return decision.allowed ? null : refusal(decision);
}

/** E12. */
function canMarkSpam({ summary: i, names }: InteractionRows, viewer: Viewer): Possibility | null {
    const { agentId } = i;
    const decision = decideMarking({
        spam: i.spam !== null,
        merged: i.mergedInto !== null,
        status: i.status,
        actor: viewer,
        assignedTo:
            i.routingState === 'assigned' && agentId !== null
                ? { agentId, name: names.agent(agentId) }
                : null,
    });
    return decision.allowed ? null : refusal(decision);
}

function canReleaseSpam({ summary: i }: InteractionRows, viewer: Viewer): Possibility | null {
    if (i.spam === null) return no('It is not in the Spam list.');
    return viewer.role === 'agent' ? no('Managers and admins release spam.', 'Ask one of them.') : null;
}

function canSetPriority({ summary: i }: InteractionRows): Possibility | null {
    const { status } = i;
    const decision = decidePriorityChange({ status, merged: i.mergedInto !== null, spam: i.spam !== null });
    return decision.allowed ? null : refusal(decision);
}
