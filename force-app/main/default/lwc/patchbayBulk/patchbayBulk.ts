import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { CommandArgs, InteractionSummary } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import {
    actionsFor,
    asks,
    assigning,
    closing,
    markingSpam,
    pending,
    plainly,
    resolving,
    tagging,
    transferring,
    type BulkAction,
} from './bulkActions';
import type { BulkItem, BulkRun, Job, Refusal, RunState } from './bulkRun';
import { labels } from './labels';
import { beginRun, forgetRun, runOf } from './latestRun';
import { reportOf, type Report } from './report';
import { noteSettingFor, sharedOutcomes, type QueueChoices, type SharedOutcome } from './outcomes';

/**
 * The same with all selected interactions, one after the other. Fires `running` {running}, `keepselected` {ids} (those that stay
 * selected: refused, or not tried), `selectall`, `clear`, and `open` {interactionId}.
 */
export default class PatchbayBulk extends LightningElement {
    @api items: readonly InteractionSummary[] = [];
    /** How many could be selected where something is. */
    @api shown = 0;

    labels = labels;
    refusal: Refusal | null = null;
    private panel: BulkAction | null = null;
    private choices: readonly QueueChoices[] = [];
    private run: BulkRun | null = null;
    private state: RunState | null = null;
    private session = getSession().state;
    private stopListening?: () => void;
    private stopWatching?: () => void;
    private looked = false;
    private focusWanted: string | null = null;

    connectedCallback(): void {
        this.session = getSession().state;
        this.stopListening = getSession().subscribe((state) => {
            this.session = state;
            this.lookForRun();
        });
        this.lookForRun();
    }

    disconnectedCallback(): void {
        this.stopListening?.();
        this.stopWatching?.();
    }

    renderedCallback(): void {
        const wanted = this.focusWanted;
        this.focusWanted = null;
        if (wanted === null) return;
        const element = this.template?.querySelector<HTMLElement & { focusField?(): void }>(wanted);
        if (element?.focusField) element.focusField();
        else element?.focus();
    }

    get isRunning(): boolean {
        return this.state !== null && !this.state.isOver;
    }
    get isChoosing(): boolean {
        return !this.isRunning && this.items.length > 0;
    }
    get isShown(): boolean {
        return this.isRunning || this.items.length > 0 || this.report !== null;
    }
    get countText(): string {
        return fill(labels.selected, this.items.length);
    }
    get canSelectAll(): boolean {
        return this.shown > this.items.length;
    }
    get selectAllText(): string {
        return fill(labels.selectAll, this.shown);
    }
    get actions() {
        return actionsFor(this.session.me?.role).map((one) => ({
            ...one,
            pressed: String(one.action === this.panel),
        }));
    }
    /** By name, for the template: one at most is true. */
    get open(): Readonly<Record<string, boolean>> {
        return this.panel === null || !this.isChoosing ? {} : { [this.panel]: true };
    }
    get outcomes(): SharedOutcome[] {
        return sharedOutcomes(this.items, this.choices);
    }
    get noteSetting(): 'required' | 'optional' {
        return noteSettingFor(this.items, this.choices);
    }
    get timeZone(): string {
        return this.session.me?.timeZone ?? 'UTC';
    }
    get agents() {
        return this.session.presence;
    }
    /** The one queue of all of them; null where there are several. */
    get queue(): { id: number; name: string } | null {
        const [first] = this.items;
        return first && this.items.every(({ queue }) => queue.id === first.queue.id) ? first.queue : null;
    }
    get queueId(): number | null {
        return this.queue?.id ?? null;
    }
    get tags() {
        return [...new Set(this.items.flatMap(({ tags }) => tags))].map((name) => ({
            name,
            title: `${labels.tagRemove}: ${name}`,
        }));
    }
    get progress() {
        const { title = '', total = 0, left = [], isStopping = false } = this.state ?? {};
        const done = total - left.length;
        const isOffline = this.session.phase === 'offline';
        return {
            total,
            done,
            text: fill(labels.progress, title, done, total),
            hint: isOffline ? labels.offline : isStopping ? labels.stopping : '',
            isStopping,
        };
    }
    get report(): Report | null {
        return this.state?.isOver ? reportOf(this.state, (item) => this.isMine(item)) : null;
    }

    async handleAction(event: Event): Promise<void> {
        const action = (event.currentTarget as HTMLElement).dataset.action as BulkAction;
        this.refusal = null;
        if (action === this.panel) return this.closePanel();
        if (!asks(action)) return this.begin(labels[action], this.plain(action));
        if ((action === 'close' || action === 'transfer') && !(await this.readChoices())) return undefined;
        this.panel = action;
        if (action === 'tag') this.focusWanted = 'c-patchbay-tag-field';
        return undefined;
    }

    handleClose(event: CustomEvent<{ dispositionId: number; notes: string }>): void {
        const { dispositionId, notes } = event.detail;
        const outcome = this.outcomes.find(({ id }) => id === dispositionId);
        if (outcome) void this.begin(labels.close, closing(this.items, outcome, notes, this.myId));
    }
    handlePending(event: CustomEvent<{ followUpAt: number }>): void {
        void this.begin(labels.pending, pending(this.items, event.detail.followUpAt, this.myId));
    }
    handleTag(event: CustomEvent<{ name: string }>): void {
        void this.begin(labels.tag, tagging(this.items, event.detail.name, true));
    }
    handleLeaveTags(event: CustomEvent<{ byKey?: boolean } | null>): void {
        if (event.detail?.byKey) this.closePanel();
    }
    handleUntag(event: Event): void {
        const { name = '' } = (event.currentTarget as HTMLElement).dataset;
        const items = this.items.filter(({ tags }) => tags.includes(name));
        void this.begin(labels.untag, tagging(items, name, false));
    }
    handleTransfer(event: CustomEvent<Omit<CommandArgs<'transferInteraction'>, 'interactionId'>>): void {
        void this.begin(labels.transfer, transferring(this.items, event.detail));
    }
    handleAssign(event: CustomEvent<{ agentId: number }>): void {
        void this.begin(labels.assign, assigning(this.items, event.detail.agentId));
    }
    handleSpam(event: CustomEvent<{ reason: string }>): void {
        void this.begin(labels.spam, markingSpam(this.items, event.detail.reason));
    }
    handleDismissThese(): void {
        const resting = this.report?.resting ?? [];
        void this.begin(labels.dismiss, plainly(resting, 'dismissInteraction'));
    }
    /** On from where the reload interrupted it. */
    handleGoOn(): void {
        const { run } = this;
        if (run && !this.isRunning) void this.carryOut(run, () => run.start());
    }
    handleStop(): void {
        this.run?.stop();
    }
    handleSelectAll(): void {
        // Its button goes when all are selected, and must not take the focus along.
        this.focusWanted = '[data-id="clear"]';
        this.dispatchEvent(new CustomEvent('selectall'));
    }
    handleClear(): void {
        this.closePanel();
        this.dispatchEvent(new CustomEvent('clear'));
    }
    handleOpen(event: Event): void {
        const detail = { interactionId: Number((event.currentTarget as HTMLElement).dataset.id) };
        this.dispatchEvent(new CustomEvent('open', { detail, bubbles: true, composed: true }));
    }
    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'Escape' || this.panel === null) return;
        event.stopPropagation();
        this.closePanel();
    }
    forgetReport(): void {
        this.state = null;
        forgetRun();
    }

    closePanel(): void {
        if (this.panel !== null) this.focusWanted = `[data-action="${this.panel}"]`;
        this.panel = null;
    }

    private get myId(): number | null {
        return this.session.me?.agent.id ?? null;
    }

    private isMine({ routing }: BulkItem): boolean {
        return routing.state === 'assigned' && routing.agent?.id === this.myId;
    }

    private plain(action: BulkAction): Job[] {
        if (action === 'resolve') return resolving(this.items, this.myId);
        return plainly(this.items, action === 'return' ? 'returnToQueue' : 'dismissInteraction');
    }

    private async readChoices(): Promise<boolean> {
        const reply = await getSession().query('listQueueChoices', {});
        if (reply.ok) this.choices = reply.value.items;
        else this.refusal = { message: reply.message, nextStep: reply.nextStep };
        return reply.ok;
    }

    private async begin(title: string, jobs: readonly Job[]): Promise<void> {
        if (this.isRunning || jobs.length === 0) return;
        this.panel = null;
        const run = beginRun(this.myId ?? 0, title, jobs);
        await this.carryOut(run, () => run.start());
    }

    private async carryOut(run: BulkRun, work: () => Promise<RunState>): Promise<void> {
        this.run = run;
        this.follow(run);
        this.focusWanted = '[data-id="stop"]';
        this.tell('running', { running: true });
        const { title, refused, left } = await work();
        // Whoever went on to something else meanwhile is left there.
        if (this.template?.activeElement) this.focusWanted = '[data-id="report"]';
        const ids = [...refused.map(({ item }) => item.id), ...left.map(({ id }) => id)];
        // One tag is often followed by another.
        if (ids.length > 0 || (title !== labels.tag && title !== labels.untag))
            this.tell('keepselected', { ids });
        this.tell('running', { running: false });
    }

    /** One that goes on, or is reported; after a reload what was on its way then is settled first. */
    private lookForRun(): void {
        if (this.looked || this.myId === null) return;
        this.looked = true;
        const found = runOf(this.myId);
        if (!found) return;
        const { run, wasReloaded } = found;
        this.run = run;
        this.follow(run);
        if (!wasReloaded || run.state.isOver) return;
        this.tell('running', { running: true });
        void run.settle().then(() => this.tell('running', { running: false }));
    }

    private follow(run: BulkRun): void {
        this.state = run.state;
        this.stopWatching?.();
        this.stopWatching = run.watch((state) => (this.state = state));
    }

    private tell(name: string, detail: object): void {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
