import type { InteractionSummary, QueueCounterView } from 'c/patchbayProtocol';
import { labels } from './labels';
import type { SteadyList } from './steadyList';

export type SectionName =
    'mine' | 'held_for_me' | 'queue' | 'with_others' | 'mentions' | 'follow_ups' | 'closed' | 'spam';

/** What a list knows about itself besides its rows. */
export interface Loading {
    loading: boolean;
    more: boolean;
    problem: { message: string; nextStep: string | null } | null;
}

export interface SectionTexts {
    title: string;
    emptyHeading: string;
    emptyText: string;
}

export const SECTION_NAMES: readonly SectionName[] = [
    'mine',
    'held_for_me',
    'queue',
    'with_others',
    'mentions',
    'follow_ups',
    'closed',
    'spam',
];

export const SECTION_TEXTS: Readonly<Record<SectionName, SectionTexts>> = {
    mine: { title: labels.sectionMine, emptyHeading: labels.mineEmpty, emptyText: labels.mineEmptyText },
    held_for_me: {
        title: labels.sectionHeld,
        emptyHeading: labels.heldEmpty,
        emptyText: labels.heldEmptyText,
    },
    queue: { title: labels.sectionQueue, emptyHeading: labels.queueEmpty, emptyText: labels.queueEmptyText },
    with_others: {
        title: labels.sectionOthers,
        emptyHeading: labels.othersEmpty,
        emptyText: labels.othersEmptyText,
    },
    mentions: {
        title: labels.sectionMentions,
        emptyHeading: labels.mentionsEmpty,
        emptyText: labels.mentionsEmptyText,
    },
    follow_ups: {
        title: labels.sectionFollowUps,
        emptyHeading: labels.followUpsEmpty,
        emptyText: labels.followUpsEmptyText,
    },
    closed: {
        title: labels.sectionClosed,
        emptyHeading: labels.closedEmpty,
        emptyText: labels.closedEmptyText,
    },
    spam: { title: labels.sectionSpam, emptyHeading: labels.spamEmpty, emptyText: labels.spamEmptyText },
};

export interface RowModel {
    key: number;
    item: InteractionSummary;
    current: boolean;
    takeable: boolean;
    /** Whose it is, where that is not the agent themselves. */
    whose: string | null;
    goneText: string | null;
    focusable: boolean;
    selected: boolean;
}

export interface SectionModel extends SectionTexts, Loading {
    name: SectionName;
    open: boolean;
    expanded: string;
    icon: string;
    count: string;
    /** One group; in Queue one a queue, headed by what waits in it. */
    groups: Group[];
    isEmpty: boolean;
    isSkeleton: boolean;
    showMore: boolean;
}

export interface Group {
    key: number;
    counters: readonly QueueCounterView[];
    rows: RowModel[];
}

export interface SectionInput {
    name: SectionName;
    open: boolean;
    list: SteadyList;
    state: Loading;
    currentId: number | null;
    focusId: number | null;
    counters: readonly QueueCounterView[];
    selected: ReadonlySet<number>;
}

export function sectionModel(input: SectionInput): SectionModel {
    const { name, open, list, state, currentId, focusId, counters, selected } = input;
    const rows = list.rows.map(({ item, gone }) => ({
        key: item.id,
        item,
        current: item.id === currentId,
        takeable: name === 'queue' && item.routing.state === 'queued',
        whose: name === 'with_others' ? whoseIs(item) : null,
        goneText: gone ? labels.rowGone : null,
        focusable: item.id === focusId,
        selected: selected.has(item.id),
    }));
    const length = rows.filter((row) => row.goneText === null).length + list.fresh;
    const waiting = counters.reduce((sum, counter) => sum + counter.waiting, 0);
    const counted = name === 'queue' ? waiting : length;
    return {
        ...SECTION_TEXTS[name],
        ...state,
        name,
        open,
        expanded: String(open),
        icon: open ? 'utility:chevrondown' : 'utility:chevronright',
        // What is not loaded yet has no number rather than a wrong one.
        count:
            state.loading && rows.length === 0 && name !== 'queue'
                ? ''
                : String(counted) + (state.more ? '+' : ''),
        groups: name === 'queue' ? byQueue(rows, counters) : [{ key: 0, counters: [], rows }],
        isEmpty: rows.length === 0 && !state.loading && !state.problem,
        isSkeleton: rows.length === 0 && state.loading,
        showMore: state.more && rows.length > 0,
    };
}

function whoseIs({ routing, originalAgent }: InteractionSummary): string | null {
    return (routing.agent ?? routing.heldFor ?? originalAgent)?.name ?? null;
}

function byQueue(rows: readonly RowModel[], counters: readonly QueueCounterView[]): Group[] {
    return counters.map((counter) => ({
        key: counter.queue.id,
        counters: [counter],
        rows: rows.filter(({ item }) => item.queue.id === counter.queue.id),
    }));
}
