import { readInteraction } from '../storage/interactions.ts';
import { readFeed, type FeedRow } from '../storage/reads/feed.ts';
import type { Transaction } from '../storage/transaction.ts';
import { collect, readNames, type Names } from './names.ts';
import { pageOf, type Page } from './summaries.ts';
import { sightOf, type Viewer } from './viewer.ts';

/** What of an interaction's journal the whole story of a customer tells. Notes are in it as themselves. */
const KEY_EVENTS = [
    'received',
    'replied',
    'send_failed',
    'assigned_manually',
    'set_pending',
    'follow_up_due',
    'resolved',
    'closed',
    'reopened',
    'merged',
    'merged_into',
];

export type { FeedRow };

/** Vocabulary: "the notes, @mentions and events of one customer, newest first, across channels". */
export async function readContactFeed(
    on: Pick<Transaction, 'run'>,
    viewer: Viewer,
    interactionId: number,
    page: { before: number | null; limit: number },
): Promise<(Page<FeedRow> & { names: Names }) | null> {
    const interaction = await readInteraction(on, interactionId);
    if (!interaction) return null;
    const found = await readFeed(on, interaction.customerId, sightOf(viewer), KEY_EVENTS, page);
    const { rows, more } = pageOf(found, page.limit);
    const agents = new Set<number>();
    const queues = new Set<number>();
    const dispositions = new Set<number>();
    for (const row of rows) {
        for (const id of [row.agentId, ...(row.mentions ?? [])]) if (id !== null) agents.add(id);
        collect(row.data ?? {}, agents, queues);
        if (typeof row.data?.['dispositionId'] === 'number') dispositions.add(row.data['dispositionId']);
    }
    return { rows, more, names: await readNames(on, { agents, queues, dispositions }) };
}
