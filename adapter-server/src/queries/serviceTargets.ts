import { firstInstantOf, parseDate } from '../core/localTime.ts';
import { readOrganization } from '../storage/organization.ts';
import {
    countTargets,
    listTargets,
    type CountFilter,
    type ListedTarget,
    type TargetCount,
    type TargetFilter,
} from '../storage/targets/targetReads.ts';
import type { Transaction } from '../storage/transaction.ts';
import { readNames, type Names } from './names.ts';
import { pageOf, type Page } from './summaries.ts';
import { sightOf, type Viewer } from './viewer.ts';

export type { ListedTarget, TargetCount };
type On = Pick<Transaction, 'run'>;
/** Dates (YYYY-MM-DD), both included. */
interface Days {
    readonly from: string | null;
    readonly to: string | null;
}

/** R9's breach list: running warnings and breaches of the queues that one leads, the newest first. */
export async function listServiceTargets(
    on: On,
    viewer: Viewer,
    { days, ...filter }: Omit<TargetFilter, 'from' | 'until'> & { days: Days },
): Promise<Page<ListedTarget> & { names: Names }> {
    const range = instantsOf(days, await zoneOf(on));
    const page = pageOf(await listTargets(on, sightOf(viewer), { ...filter, ...range }), filter.limit);
    const agents = page.rows.flatMap(({ agentId }) => (agentId === null ? [] : [agentId]));
    return { ...page, names: await namesOf(on, agents, page.rows) };
}

/** R9's counts. */
export async function countServiceTargets(
    on: On,
    viewer: Viewer,
    { days, ...filter }: Omit<CountFilter, 'from' | 'until' | 'timeZone'> & { days: Days },
): Promise<{ rows: TargetCount[]; names: Names }> {
    const timeZone = await zoneOf(on);
    const rows = await countTargets(on, sightOf(viewer), {
        ...filter,
        ...instantsOf(days, timeZone),
        timeZone,
    });
    return { rows, names: await namesOf(on, [], rows) };
}

/** The organization's, so that everybody counts the same days. */
const zoneOf = async (on: On): Promise<string> => (await readOrganization(on))?.timeZone ?? 'UTC';

function instantsOf({ from, to }: Days, timeZone: string): { from: number | null; until: number | null } {
    const midnight = (date: string | null, after: number): number | null => {
        const day = date === null ? null : parseDate(date);
        return day === null ? null : firstInstantOf(timeZone, day + after, 0);
    };
    return { from: midnight(from, 0), until: midnight(to, 1) };
}

const namesOf = (
    on: On,
    agents: readonly number[],
    rows: readonly { queueId: number | null }[],
): Promise<Names> =>
    readNames(on, {
        agents: new Set(agents),
        queues: new Set(rows.flatMap(({ queueId }) => (queueId === null ? [] : [queueId]))),
    });
