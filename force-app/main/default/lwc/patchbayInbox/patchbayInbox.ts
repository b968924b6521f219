import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { InteractionSummary, QueueCounterView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';
import { REMOTE_NAMES, RemoteList, type RemoteName } from './remoteList';
import { SECTION_NAMES, sectionModel, type Loading, type SectionModel, type SectionName } from './sections';
import { nothingSelected, selecting, stillThere, type Selection } from './selection';
import { emptyList, steady, type SteadyList } from './steadyList';

const LIVE: Loading = { loading: false, more: false, problem: null };

/**
 * The agent's lists. Mine and Held for me come with the session, the others are read when opened and when the
 * counters move, Spam also when something joins or leaves it. Fires `open` {interactionId} (from the rows, bubbling) and `taken` {interactionId}.
 */
export default class PatchbayInbox extends LightningElement {
    @api currentId: number | null = null;

    labels = labels;
    takingQueueId: number | null = null;
    refusal: { message: string; nextStep: string | null } | null = null;
    private opened = new Set<SectionName>(['mine', 'held_for_me', 'queue']);
    private lists: Partial<Record<SectionName, SteadyList>> = {};
    private still = false;
    private selection: Selection = nothingSelected;
    /** Something is being done with several: nothing of the list moves until it is over. */
    private running = false;
    private focusId: number | null = null;
    private countersSeen = '';
    private spamSeen = 0;
    private turn = 0;
    private stop?: () => void;
    private readonly remote = Object.fromEntries(
        REMOTE_NAMES.map((name) => [
            name,
            new RemoteList(
                name,
                () => (name === 'queue' ? this.queueIds() : [null]),
                () => this.settle(),
            ),
        ]),
    ) as Record<RemoteName, RemoteList>;

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
                selected: this.selection.ids,
            }),
        );
    }

    get isSelecting(): boolean {
        return this.selection.ids.size > 0;
    }
    get selectedItems(): InteractionSummary[] {
        const items = new Map(this.shownItems().map((item) => [item.id, item]));
        return [...items.values()].filter(({ id }) => this.selection.ids.has(id));
    }
    get selectableCount(): number {
        return this.selectableIds().size;
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
        this.focusOn(next);
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
        const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
        // There the arrows move in a text or a list.
        const inBulk = (event.target as HTMLElement).closest('.bulk') !== null;
        if (event.key === 'Escape' && this.isSelecting) this.clearSelection();
        else if (!isArrow || inBulk) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key !== 'Escape') this.moveFocus(event.key === 'ArrowDown' ? 1 : -1);
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

    handleSelect(event: CustomEvent<{ interactionId: number; isRange: boolean }>): void {
        const { interactionId, isRange } = event.detail;
        this.selection = selecting(this.selection, interactionId, this.shownIds(), isRange);
        // The keys go on from here.
        this.focusId = interactionId;
    }

    /** Refused, or not tried: they stay selected. */
    handleSelectOnly(event: CustomEvent<{ ids: number[] }>): void {
        this.selection = stillThere({ ids: new Set(event.detail.ids), anchor: null }, this.shownIds());
    }

    handleSelectAll(): void {
        this.selection = { ids: this.selectableIds(), anchor: null };
    }

    clearSelection(): void {
        this.selection = nothingSelected;
        // The bar goes, and must not take the focus along.
        if (this.template?.activeElement && this.focusId !== null) this.focusOn(this.focusId);
    }

    handleRunning(event: CustomEvent<{ running: boolean }>): void {
        this.running = event.detail.running;
        if (this.running) return;
        this.settle();
        this.refresh();
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

    private focusOn(id: number): void {
        this.template?.querySelector<HTMLElement & { focusRow(): void }>(`[data-row="${id}"]`)?.focusRow();
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
        const { mine, heldForMe, spamVersion } = getSession().state;
        const seen = JSON.stringify([this.counters(), mine.map(mark), heldForMe.map(mark)]);
        if (seen !== this.countersSeen) {
            this.countersSeen = seen;
            this.refresh();
        } else if (spamVersion !== this.spamSeen && this.opened.has('spam')) void this.remote.spam.load();
        this.spamSeen = spamVersion;
        this.settle();
    }

    private settle(still: boolean = this.still || this.running): void {
        const { mine, heldForMe } = getSession().state;
        const items = (name: SectionName): readonly InteractionSummary[] =>
            name === 'mine' ? mine : name === 'held_for_me' ? heldForMe : this.remote[name].items;
        const known = this.lists;
        this.lists = Object.fromEntries(
            SECTION_NAMES.map((name) => {
                const shown = known[name] ?? emptyList;
                return [name, steady(shown, items(name), still && shown.rows.length > 0)];
            }),
        );
        if (!this.running) this.selection = stillThere(this.selection, this.shownIds());
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

    /** One's own; a lead also sees the lines of those who report to them. */
    private queueIds(): number[] {
        const { me, queues } = getSession().state;
        const own = (me?.queues ?? []).map((queue) => queue.id);
        const led = me?.role === 'manager' ? queues.map(({ queue }) => queue.id) : [];
        return [...new Set([...own, ...led])];
    }

    private itemsOf(name: SectionName): InteractionSummary[] {
        if (!this.opened.has(name)) return [];
        return (this.lists[name]?.rows ?? []).filter((row) => !row.gone).map((row) => row.item);
    }

    private shownItems(): InteractionSummary[] {
        return SECTION_NAMES.flatMap((name) => this.itemsOf(name));
    }

    private shownIds(): number[] {
        return this.shownItems().map(({ id }) => id);
    }

    /** Of the lists in which something is selected. */
    private selectableIds(): Set<number> {
        const lists = SECTION_NAMES.map((name) => this.itemsOf(name).map(({ id }) => id));
        return new Set(lists.filter((ids) => ids.some((id) => this.selection.ids.has(id))).flat());
    }

    private firstId(): number | null {
        return this.shownIds()[0] ?? null;
    }
}

function mark(item: InteractionSummary): string {
    return `${item.id}:${item.version}`;
}
