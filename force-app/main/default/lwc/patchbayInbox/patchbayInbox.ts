import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { InteractionSummary, QueueCounterView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';
import { RemoteList } from './remoteList';
import { SECTION_NAMES, sectionModel, type Loading, type SectionModel, type SectionName } from './sections';
import { emptyList, steady, type SteadyList } from './steadyList';

const LIVE: Loading = { loading: false, more: false, problem: null };

/**
 * The agent's lists. Mine and Held for me come with the session, the others are read when opened and when the
 * counters move. Fires `open` {interactionId} (from the rows, bubbling) and `taken` {interactionId}.
 */
export default class PatchbayInbox extends LightningElement {
    @api currentId: number | null = null;

    labels = labels;
    takingQueueId: number | null = null;
    refusal: { message: string; nextStep: string | null } | null = null;
    private opened = new Set<SectionName>(['mine', 'held_for_me', 'queue']);
    private lists: Partial<Record<SectionName, SteadyList>> = {};
    private still = false;
    private focusId: number | null = null;
    private countersSeen = '';
    private turn = 0;
    private stop?: () => void;
    private readonly remote = {
        queue: new RemoteList(
            'queue',
            () => this.queueIds(),
            () => this.settle(),
        ),
        with_others: new RemoteList(
            'with_others',
            () => [null],
            () => this.settle(),
        ),
        mentions: new RemoteList(
            'mentions',
            () => [null],
            () => this.settle(),
        ),
        follow_ups: new RemoteList(
            'follow_ups',
            () => [null],
            () => this.settle(),
        ),
        closed: new RemoteList(
            'closed',
            () => [null],
            () => this.settle(),
        ),
        spam: new RemoteList(
            'spam',
            () => [null],
            () => this.settle(),
        ),
    };

    connectedCallback(): void {
        this.stop = getSession().subscribe(() => this.follow());
        this.follow();
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    get sections(): SectionModel[] {
        const focusId = this.focusId ?? this.currentId ?? this.firstId();
        return SECTION_NAMES.map((name) =>
            sectionModel({
                name,
                open: this.opened.has(name),
                list: this.lists[name] ?? emptyList,
                state: this.stateOf(name),
                currentId: this.currentId,
                focusId,
                counters: name === 'queue' ? this.counters() : [],
            }),
        );
    }

    get freshText(): string {
        const fresh = Object.values(this.lists).reduce((sum, list) => sum + (list?.fresh ?? 0), 0);
        return fresh === 0 ? '' : fill(labels.freshCount, fresh);
    }

    /** The keyboard's j and k, from anywhere in the workspace. */
    @api
    moveFocus(step: 1 | -1): void {
        const ids = this.shownIds();
        const at = ids.indexOf(this.focusId ?? this.currentId ?? -1);
        const next = ids[at === -1 ? 0 : Math.min(ids.length - 1, Math.max(0, at + step))];
        if (next === undefined) return;
        this.focusId = next;
        const row = this.template?.querySelector<HTMLElement & { focusRow(): void }>(`[data-row="${next}"]`);
        row?.focusRow();
    }

    /** Reads again what the session does not carry, where it is open. */
    @api
    refresh(): void {
        for (const list of Object.values(this.remote)) if (this.opened.has(list.list)) void list.load();
    }

    hold(): void {
        this.still = true;
    }

    release(): void {
        this.still = false;
        this.settle();
    }

    handleFocusOut(event: FocusEvent): void {
        const next = event.relatedTarget;
        if (next instanceof Node && this.template?.contains(next)) return;
        // A pointer that still rests on the list keeps it still.
        if (!this.template?.querySelector('.inbox:hover')) this.release();
    }

    showFresh(): void {
        this.settle(false);
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        event.stopPropagation();
        this.moveFocus(event.key === 'ArrowDown' ? 1 : -1);
    }

    handleToggle(event: Event): void {
        const name = (event.currentTarget as HTMLElement).dataset.name as SectionName;
        const opened = new Set(this.opened);
        if (!opened.delete(name)) {
            opened.add(name);
            if (name in this.remote) void this.remote[name as keyof typeof this.remote].load();
        }
        this.opened = opened;
    }

    handleRetry(event: Event): void {
        void this.remoteOf(event)?.load();
    }

    handleMore(event: Event): void {
        void this.remoteOf(event)?.loadMore();
    }

    async handleTake(event: CustomEvent<{ interactionId: number }>): Promise<void> {
        event.stopPropagation();
        const { interactionId } = event.detail;
        const reply = await getSession().command('pullInteraction', { interactionId });
        if (reply.ok) this.taken(interactionId);
        else this.refuse(reply);
    }

    async handleTakeNext(event: CustomEvent<{ queueId: number }>): Promise<void> {
        this.takingQueueId = event.detail.queueId;
        const reply = await getSession().command('pullNext', { queueId: event.detail.queueId });
        this.takingQueueId = null;
        if (!reply.ok) this.refuse(reply);
        else if (reply.value.interactionId === null)
            this.refuse({ message: labels.nothingWaits, nextStep: null });
        else this.taken(reply.value.interactionId);
    }

    forgetRefusal(): void {
        this.refusal = null;
    }

    private taken(interactionId: number): void {
        this.refusal = null;
        void this.remote.queue.load();
        this.dispatchEvent(new CustomEvent('taken', { detail: { interactionId } }));
    }

    private refuse(reply: { message: string; nextStep: string | null }): void {
        this.refusal = { message: reply.message, nextStep: reply.nextStep };
        void this.remote.queue.load();
    }

    /** The session said something: lists that it does not carry are read again when the counters moved. */
    private follow(): void {
        const { mine, heldForMe } = getSession().state;
        const seen = JSON.stringify([this.counters(), mine.map(mark), heldForMe.map(mark)]);
        if (seen !== this.countersSeen) {
            this.countersSeen = seen;
            this.refresh();
        }
        this.settle();
    }

    private settle(still: boolean = this.still): void {
        const { mine, heldForMe } = getSession().state;
        const shown = (name: SectionName, items: readonly InteractionSummary[]): SteadyList =>
            steady(this.lists[name] ?? emptyList, items, still && (this.lists[name]?.rows.length ?? 0) > 0);
        this.lists = {
            mine: shown('mine', mine),
            held_for_me: shown('held_for_me', heldForMe),
            queue: shown('queue', this.remote.queue.items),
            with_others: shown('with_others', this.remote.with_others.items),
            mentions: shown('mentions', this.remote.mentions.items),
            follow_ups: shown('follow_ups', this.remote.follow_ups.items),
            closed: shown('closed', this.remote.closed.items),
            spam: shown('spam', this.remote.spam.items),
        };
        this.turn += 1;
    }

    private stateOf(name: SectionName): Loading {
        if (name === 'mine' || name === 'held_for_me')
            return { ...LIVE, loading: getSession().state.phase === 'loading' };
        // Read, so that a change of a remote list's state renders.
        return this.turn >= 0 ? this.remote[name].state : LIVE;
    }

    private remoteOf(event: Event): RemoteList | undefined {
        const name = (event.currentTarget as HTMLElement).dataset.name;
        return name && name in this.remote ? this.remote[name as keyof typeof this.remote] : undefined;
    }

    private counters(): readonly QueueCounterView[] {
        const ids = new Set(this.queueIds());
        return getSession().state.queues.filter((counter) => ids.has(counter.queue.id));
    }

    private queueIds(): number[] {
        return (getSession().state.me?.queues ?? []).map((queue) => queue.id);
    }

    private shownIds(): number[] {
        return SECTION_NAMES.filter((name) => this.opened.has(name)).flatMap((name) =>
            (this.lists[name]?.rows ?? []).filter((row) => !row.gone).map((row) => row.item.id),
        );
    }

    private firstId(): number | null {
        return this.shownIds()[0] ?? null;
    }
}

function mark(item: InteractionSummary): string {
    return `${item.id}:${item.version}`;
}
