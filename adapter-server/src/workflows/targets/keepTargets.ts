import { isNoReply } from '../../core/policies/noReplyAddress.ts';
import {
    decideReplyTargets,
    decideResolutionTargets,
    targetPhase,
    type Target,
    type TargetFacts,
} from '../../core/policies/runningTargets.ts';
import { settingsAsked } from '../../storage/centerSettings.ts';
import type { Interaction } from '../../storage/interactions.ts';
import { queuesWithTargets, readQueuesSettings, type Queue } from '../../storage/queues.ts';
import {
    answerFacts,
    targetsOf,
    type AnswerFacts,
    type TargetRow,
} from '../../storage/targets/serviceTargets.ts';
import { changedIn, withoutTargetsIn, type Changed } from '../../storage/touched.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { writeTargets, type MovedBy } from './writeTargets.ts';

/**
 * R9, the one place that keeps service targets in step: the last work of every transaction, for whatever it saved
 * otherwise than it was. Where no queue concerned has targets, and none is open, nothing more is asked or written.
 */
export async function keepTargets(tx: Transaction): Promise<void> {
    const changed = changedIn(tx).filter(mayHaveTargets);
    if (changed.length === 0) return;
    const open = changed.filter(({ i }) => i.serviceTarget !== null);
    const none = changed.filter(({ i }) => i.serviceTarget === null);
    const having = await queuesHaving(tx, new Set(none.map(({ i }) => i.queueId)));
    await recompute(tx, [...open, ...none.filter(({ i }) => having.has(i.queueId))], 'change');
}

/** Those that have targets: by what this transaction has read already, and asked only where it has read nothing. */
async function queuesHaving(tx: Transaction, queueIds: ReadonlySet<number>): Promise<Set<number>> {
    const known = (await settingsAsked(tx))?.queues;
    const without = withoutTargetsIn(tx);
    const having = new Set<number>();
    const unknown: number[] = [];
    for (const id of queueIds) {
        const queue = known?.get(id);
        if (queue?.serviceTargets) having.add(id);
        else if (!queue && !without.has(id)) unknown.push(id);
    }
    for (const id of unknown.length === 0 ? [] : await queuesWithTargets(tx, unknown)) having.add(id);
    return having;
}

/** Nobody has written in what an agent has just begun, and what comes in as spam waits for nobody. */
const mayHaveTargets = ({ i, isNew }: Changed): boolean => !isNew || i.waitingSince !== null;

/** Their locks are held; asked again whatever has changed. */
export const recomputeTargets = (
    tx: Transaction,
    interactions: readonly Interaction[],
    because: MovedBy,
): Promise<void> =>
    recompute(
        tx,
        interactions.map((i) => ({ i, before: i, isNew: false })),
        because,
    );

async function recompute(tx: Transaction, changed: readonly Changed[], because: MovedBy): Promise<void> {
    if (changed.length === 0) return;
    const ids = changed.map(({ i }) => i.id);
    const waiting = changed.map(({ i }) => i.waitingSince).filter((at) => at !== null);
    const [rows, facts, queues] = await Promise.all([
        changed.every(({ isNew }) => isNew) ? [] : targetsOf(tx, ids),
        answerFacts(tx, ids, waiting),
        // Behind the interactions' locks, and with settings that nobody edits until this commits.
        readQueuesSettings(tx, [...new Set(changed.map(({ i }) => i.queueId))]),
    ]);
    const starts = mergedStarts(changed, rows);
    // What was merged first: it gives its open targets up.
    for (const each of [...changed].sort(
        (a, b) => Number(b.i.mergedInto !== null) - Number(a.i.mergedInto !== null),
    )) {
        const { i } = each;
        const queue = queues.find(({ id }) => id === i.queueId);
        const answer = facts.find(({ interactionId }) => interactionId === i.id);
        if (!queue || !answer) continue;
        const before = rows.filter(({ interactionId }) => interactionId === i.id);
        const after = decide(
            factsOf(tx, each, { queue, answer, mergedStart: starts.get(i.id) ?? null }),
            before,
        );
        await writeTargets(tx, i, { before, after, because });
    }
}

function decide(facts: TargetFacts, rows: readonly TargetRow[]): (TargetRow | Target)[] {
    const isResolution = ({ kind }: Target): boolean => kind === 'resolution';
    return [
        ...decideReplyTargets(
            facts,
            rows.filter((row) => !isResolution(row)),
        ),
        ...decideResolutionTargets(facts, rows.filter(isResolution)),
    ];
}

function factsOf(
    tx: Transaction,
    { i, before }: Changed,
    { queue, answer, mergedStart }: { queue: Queue; answer: AnswerFacts; mergedStart: number | null },
): TargetFacts {
    const arrivals = new Map(answer.arrivals.map(({ at, address }) => [at, address]));
    // A reply to an address that nobody reads is refused (E7): it is promised to nobody.
    const from = i.waitingSince === null ? undefined : arrivals.get(i.waitingSince);
    const fromSpam = before !== null && before.spam !== null && i.spam === null;
    return {
        now: tx.now,
        phase: targetPhase(i),
        queueId: i.queueId,
        priority: i.priority,
        settings: queue.serviceTargets,
        openingHours: queue.openingHours,
        waits: i.waitingSince !== null,
        unansweredSince: from === undefined ? null : i.waitingSince,
        canBeAnswered: from !== undefined && !isNoReply(from),
        answers: answer.answers,
        isHere: (arrival) => arrivals.has(arrival),
        resumesAt: fromSpam ? tx.now : Math.min(tx.now, i.waitingSince ?? tx.now),
        fromSpam,
        mergedStart,
    };
}

/** Of open resolutions that go with a merge, the earliest start by survivor. */
function mergedStarts(changed: readonly Changed[], rows: readonly TargetRow[]): Map<number, number> {
    const starts = new Map<number, number>();
    for (const { i } of changed) {
        if (i.mergedInto === null) continue;
        const open = rows.find(
            (row) => row.interactionId === i.id && row.kind === 'resolution' && row.endedAt === null,
        );
        if (open) starts.set(i.mergedInto, Math.min(open.startedAt, starts.get(i.mergedInto) ?? Infinity));
    }
    return starts;
}
