import type { PauseReasonSettings } from '../core/policies/pauseReason.ts';
import { readAgentOnChannel, type AgentOnChannel } from '../storage/agents.ts';
import { pauseReasonSettings, readOrganization } from '../storage/organization.ts';
import { listNotificationRows, type NotificationRow } from '../storage/reads/notifications.ts';
import { readCounters, readPresence, type CounterRow, type PresenceRow } from '../storage/reads/presence.ts';
import { listSummaries } from '../storage/reads/summaries.ts';
import { streamBounds } from '../storage/streams.ts';
import type { Transaction } from '../storage/transaction.ts';
import { namedIn, readNames, type Names } from './names.ts';
import { readRingingOffers, type OfferRow, type SummaryRow } from './summaries.ts';
import { sightOf, type Viewer } from './viewer.ts';

export interface WorkspaceRows {
    readonly streamHead: number;
    readonly me: AgentOnChannel;
    readonly pause: PauseReasonSettings;
    readonly offers: OfferRow[];
    readonly mine: SummaryRow[];
    readonly heldForMe: SummaryRow[];
    readonly presence: PresenceRow[];
    readonly counters: CounterRow[];
    readonly notifications: NotificationRow[];
    readonly names: Names;
}

/** More than anyone works on at once; the rest is a list's next page. */
const MOST_IN_A_LIST = 200;
const NOTIFICATIONS_AT_START = 50;

/** All that a screen needs at its start. In one snapshot, so that resuming from `streamHead` misses nothing. */
export async function loadWorkspace(
    on: Pick<Transaction, 'run'>,
    viewer: Viewer,
): Promise<WorkspaceRows | null> {
    const me = await readAgentOnChannel(on, viewer.agentId, 'email');
    if (!me) return null;
    const sight = sightOf(viewer);
    const all = { queueId: null, status: null, before: null, limit: MOST_IN_A_LIST };
    const { head } = await streamBounds(on, viewer.agentId);
    const offers = await readRingingOffers(on, viewer.agentId);
    const mine = await listSummaries(on, 'mine', sight, all);
    const heldForMe = await listSummaries(on, 'held_for_me', sight, all);
    const { agents, queues } = namedIn([...offers.map((offer) => offer.summary), ...mine, ...heldForMe]);
    return {
        streamHead: head,
        me,
        pause: pauseReasonSettings(await readOrganization(on)),
        offers,
        mine: mine.slice(0, MOST_IN_A_LIST),
        heldForMe: heldForMe.slice(0, MOST_IN_A_LIST),
        presence: await readPresence(on),
        counters: await readCounters(on),
        notifications: (await listNotificationRows(on, viewer.agentId, null, NOTIFICATIONS_AT_START)).slice(
            0,
            NOTIFICATIONS_AT_START,
        ),
        names: await readNames(on, { agents, queues: [...queues, ...viewer.queueIds] }),
    };
}
