import type { InteractionSummary } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { PRIORITIES } from 'c/patchbayWords';
import type { Loading, SectionName } from './sections';

export type RemoteName = Exclude<SectionName, 'mine' | 'held_for_me'>;
export const REMOTE_NAMES: readonly RemoteName[] = [
    'queue',
    'with_others',
    'mentions',
    'follow_ups',
    'closed',
    'spam',
];

/** A list that is asked for when its section is opened: the queues', others', mentions, follow-ups, closed, spam. */
export class RemoteList {
    items: readonly InteractionSummary[] = [];
    state: Loading = { loading: true, more: false, problem: null };
    private wanted = 0;

    constructor(
        list: RemoteName,
        /** Queue ids for the list 'queue', which is read one queue at a time. */
        queueIds: () => readonly (number | null)[],
        changed: () => void,
    ) {
        this.list = list;
        this.queueIds = queueIds;
        this.changed = changed;
    }
    readonly list: RemoteName;
    private readonly queueIds: () => readonly (number | null)[];
    private readonly changed: () => void;

    async load(): Promise<void> {
        const turn = (this.wanted += 1);
        this.state = { ...this.state, loading: true };
        this.changed();
        const replies = await Promise.all(
            this.queueIds().map((queueId) =>
                getSession().query('listInteractions', { list: this.list, queueId, limit: 50 }),
            ),
        );
        // An answer that a newer question has overtaken is not shown.
        if (turn !== this.wanted) return;
        const items: InteractionSummary[] = [];
        let more = false;
        let problem: Loading['problem'] = null;
        for (const reply of replies) {
            if (reply.ok) {
                items.push(...reply.value.items);
                more ||= reply.value.more;
            } else problem = { message: reply.message, nextStep: reply.nextStep };
        }
        if (!problem) this.items = this.list === 'queue' ? items.sort(byPlaceInLine) : items;
        this.state = { loading: false, more, problem };
        this.changed();
    }

    async loadMore(): Promise<void> {
        const before = this.items[this.items.length - 1]?.id;
        if (before === undefined || this.list === 'queue') return;
        const turn = (this.wanted += 1);
        const reply = await getSession().query('listInteractions', { list: this.list, before, limit: 50 });
        if (turn !== this.wanted) return;
        if (reply.ok) {
            this.items = [...this.items, ...reply.value.items];
            this.state = { loading: false, more: reply.value.more, problem: null };
        } else this.state = { ...this.state, problem: { message: reply.message, nextStep: reply.nextStep } };
        this.changed();
    }
}

/** Priorities are named in the order in which routing takes them. */
const place = ({ priority }: InteractionSummary): number => PRIORITIES.indexOf(priority);

function byPlaceInLine(a: InteractionSummary, b: InteractionSummary): number {
    return place(a) - place(b) || a.routing.since - b.routing.since;
}
