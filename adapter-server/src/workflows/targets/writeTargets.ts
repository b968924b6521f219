import type { Target } from '../../core/policies/runningTargets.ts';
import { TARGET_WORDS } from '../../core/policies/serviceTargets.ts';
import { describeDuration } from '../../core/duration.ts';
import { saveNearestTarget, type Interaction, type NearestTarget } from '../../storage/interactions.ts';
import { record } from '../../storage/journal.ts';
import { notify } from '../../storage/people.ts';
import { leadsToTell } from '../../storage/targets/leads.ts';
import { insertTarget, updateTarget, type TargetRow } from '../../storage/targets/serviceTargets.ts';
import { clearTimer, setTimer } from '../../storage/timers.ts';
import type { Transaction } from '../../storage/transaction.ts';

/** Why they were asked again: something on the interaction, its timer, or what an admin set. */
export type MovedBy = 'change' | 'timer' | 'settings';

type Kept = TargetRow | Target;
const isOpen = ({ endedAt }: Target): boolean => endedAt === null;
const idOf = (target: Kept): number | null => ('id' in target ? target.id : null);

/** Rows, timer, journal and notifications of what was decided; the interaction's lock is held, and it is saved already. */
export async function writeTargets(
    tx: Transaction,
    i: Interaction,
    { before, after, because }: { before: readonly TargetRow[]; after: readonly Kept[]; because: MovedBy },
): Promise<void> {
    const pairs = after.map((now) => ({ now, was: before.find(({ id }) => id === idOf(now)) ?? null }));
    const changed = pairs.filter(({ now, was }) => was === null || !isSame(was, now));
    const nearest = nearestOf(after);
    if (changed.length === 0 && JSON.stringify(nearest) === JSON.stringify(i.serviceTarget)) return;
    const agentId = i.agentId ?? i.heldFor;
    // One is open of a kind: what has ended goes first.
    for (const { now, was } of changed.toSorted((a, b) => Number(isOpen(a.now)) - Number(isOpen(b.now))))
        if (was === null) await insertTarget(tx, i.id, agentId, now);
        else await updateTarget(tx, was.id, isEvent(was, now) ? agentId : was.agentId, now);
    await armTimer(tx, i.id, after);
    await journal(tx, i, changed, because);
    if (because !== 'settings') await tell(tx, i, changed);
    i.serviceTarget = nearest;
    await saveNearestTarget(tx, i);
    if (because !== 'change' && agentId !== null)
        tx.tell(agentId, 'interaction_changed', { interactionId: i.id });
}

interface Pair {
    readonly now: Kept;
    readonly was: TargetRow | null;
}

const MEASURES = [
    'queueId',
    'priority',
    'startedAt',
    'stoppedAt',
    'target',
    'dueAt',
    'warnAt',
    'warnedAt',
    'breachedAt',
    'metAt',
    'endedAt',
] as const satisfies readonly (keyof Target)[];
const isSame = (was: Target, now: Target): boolean =>
    MEASURES.every((name) => was[name] === now[name]) && was.stops.length === now.stops.length;

/** Whoever has it then is whom the breach list and the counts name. */
const isEvent = (was: Target, now: Target): boolean =>
    was.warnedAt !== now.warnedAt || was.breachedAt !== now.breachedAt || was.metAt !== now.metAt;

/** What people look at: the first that comes due; null where none is open. */
function nearestOf(targets: readonly Target[]): NearestTarget | null {
    const open = targets.filter(({ endedAt }) => endedAt === null);
    const time = (target: Target): number => target.dueAt ?? Infinity;
    const first = open.toSorted((a, b) => time(a) - time(b))[0];
    if (!first) return null;
    const stands = first.stoppedAt !== null && first.breachedAt === null;
    return { kind: first.kind, dueAt: stands ? null : first.dueAt, warnAt: stands ? null : first.warnAt };
}

/** One timer an interaction: at the next moment at which there is something to be said. */
async function armTimer(tx: Transaction, interactionId: number, targets: readonly Target[]): Promise<void> {
    const moments = targets
        .filter(({ endedAt }) => endedAt === null)
        .flatMap(({ warnAt, dueAt }) => [warnAt, dueAt])
        .filter((at) => at !== null && at > tx.now);
    if (moments.length === 0) await clearTimer(tx, 'service_target', interactionId);
    else await setTimer(tx, 'service_target', interactionId, Math.min(...(moments as number[])));
}

/** R3's "explained in words", for targets. */
async function journal(
    tx: Transaction,
    i: Interaction,
    changed: readonly Pair[],
    because: MovedBy,
): Promise<void> {
    const began = changed
        .filter(({ now, was }) => was === null && now.endedAt === null)
        .map(({ now }) => now);
    if (began.length > 0)
        await record(tx, i, {
            kind: 'targets_started',
            data: {
                queueId: i.queueId,
                targets: began.map(({ kind, target, dueAt }) => ({ kind, target, dueAt })),
            },
        });
    for (const { now, was } of changed) {
        const { kind, dueAt } = now;
        const entry = (name: string, data: object = {}) =>
            record(tx, i, { kind: name, data: { target: kind, dueAt, ...data } });
        if (was && now.endedAt === null && was.endedAt === null && dueAt !== was.dueAt && dueAt !== null)
            await entry('target_moved', {
                because: was.stoppedAt !== null ? 'resumed' : reasonOf(was, now, because),
            });
        if (was && now.endedAt === null && was.metAt !== null) await entry('target_reopened');
        if (now.warnedAt !== null && was?.warnedAt !== now.warnedAt && now.endedAt === null)
            await entry('target_warned');
        if (now.breachedAt !== null && !was?.breachedAt && now.metAt === null) await entry('target_breached');
        if (now.metAt !== null && was?.metAt !== now.metAt)
            await entry('target_met', {
                late: now.breachedAt === null ? null : now.metAt - (dueAt ?? now.metAt),
            });
    }
}

const reasonOf = (was: Target, now: Target, because: MovedBy): string =>
    was.queueId !== now.queueId
        ? 'queue'
        : was.priority !== now.priority
          ? 'priority'
          : because === 'settings'
            ? 'settings'
            : 'message';

/** R9's warnings: to whoever has it; a breach to the leads of its queue as well. */
async function tell(tx: Transaction, i: Interaction, changed: readonly Pair[]): Promise<void> {
    const agentId = i.agentId ?? i.heldFor;
    for (const { now, was } of changed) {
        if (was === null || now.endedAt !== null) continue;
        const what = TARGET_WORDS[now.kind];
        if (now.breachedAt !== null && was.breachedAt === null) {
            const leads = await leadsToTell(tx, i.queueId);
            const told = new Set(agentId === null ? leads : [agentId, ...leads]);
            for (const each of told)
                await notify(tx, each, 'target_breached', `Overdue: ${what} of "${i.subject}".`, i.id);
        } else if (now.warnedAt !== null && was.warnedAt === null && agentId !== null && now.dueAt !== null) {
            const left = describeDuration(now.dueAt - tx.now);
            await notify(
                tx,
                agentId,
                'target_warning',
                `${capital(what)} of "${i.subject}" is due in ${left}.`,
                i.id,
            );
        }
    }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
