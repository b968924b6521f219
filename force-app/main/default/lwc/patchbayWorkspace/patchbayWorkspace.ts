import { LightningElement, wire } from 'lwc';
import { EnclosingTabId } from 'lightning/platformWorkspaceApi';
import { startAlerts } from 'c/patchbayAlerts';
import { focusTabWithId } from 'c/patchbayConsoleApi';
import { leaveText, macroKeyOf, shortcutOf } from 'c/patchbayKeys';
import type { MailAddress, PresenceView, QueueCounterView } from 'c/patchbayProtocol';
import { onOpen, rememberedOpen, rememberOpen } from 'c/patchbaySelection';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';
import { widthOf, type Width } from './panes';

type Focusable = HTMLElement & { moveFocus(step: 1 | -1): void };
type Inbox = Focusable & { refresh(): void };
type Search = Focusable & { focusSearch(): void };
type Offers = HTMLElement & { acceptFirst(): boolean };
type Interaction = HTMLElement & {
    act(action: string): void;
    transferTo(target: object): void;
    actByKey(key: string): boolean;
};
interface Shown {
    interactionId: number;
    customer: MailAddress;
    version: number;
    canTransfer: boolean;
}

/** The workspace tab: lists, interaction, customer; three panes, two and a drawer, or one column with back. */
export default class PatchbayWorkspace extends LightningElement {
    @wire(EnclosingTabId) tabId?: string;

    labels = labels;
    currentId: number | null = null;
    drawer = false;
    sheet = false;
    /** What was searched for stands in place of the inbox. */
    searching = false;
    /** The agent's own signature, quick replies and macros. */
    texts = false;
    /** R9's breach list stands in place of the interaction. */
    targets = false;
    /** Accepted or taken just now: the next thing is to write. */
    startWriting = false;
    private session = getSession(this).state;
    private width: Width = 'wide';
    private shown: Shown | null = null;
    private returnedAs: number | null = null;
    private observer?: ResizeObserver;
    private readonly stops: (() => void)[] = [];

    connectedCallback(): void {
        this.session = getSession(this).state;
        const handleKey = (event: KeyboardEvent): void => this.handleKey(event);
        window.addEventListener('keydown', handleKey);
        this.stops.push(
            getSession().subscribe((state) => {
                this.session = state;
                this.returnTo(state.me?.agent.id ?? null);
            }),
            onOpen((interactionId) => {
                this.open(interactionId);
                if (this.tabId) void focusTabWithId(this.tabId);
            }),
            startAlerts(),
            () => window.removeEventListener('keydown', handleKey),
        );
        this.returnTo(this.myId);
    }

    disconnectedCallback(): void {
        this.stops.splice(0).forEach((stop) => stop());
        this.observer?.disconnect();
    }

    renderedCallback(): void {
        const root = this.refs?.root;
        if (root && !this.observer && typeof ResizeObserver !== 'undefined') {
            this.observer = new ResizeObserver(() => this.measure());
            this.observer.observe(root);
            this.measure();
        }
    }

    get rootClass(): string {
        return `root root_${this.width}`;
    }
    get isSignedOut(): boolean {
        return this.session.phase === 'signed_out';
    }
    get isFailed(): boolean {
        return this.session.phase === 'failed';
    }
    get isStarting(): boolean {
        return !this.session.me;
    }
    get problem(): string | null {
        return this.session.problem;
    }
    get failedText(): string {
        return this.session.problem ?? labels.failedText;
    }
    get isNarrow(): boolean {
        return this.width === 'narrow';
    }
    get isFolded(): boolean {
        return this.width !== 'wide';
    }
    get isLead(): boolean {
        const role = this.session.me?.role;
        return role === 'manager' || role === 'admin';
    }
    /** In one column it is away while an interaction is read, and what was searched for or typed there stays. */
    get paneClass(): string {
        return this.showList ? 'list' : 'list list_away';
    }
    private get showList(): boolean {
        return !this.isNarrow || (this.currentId === null && !this.targets);
    }
    get showBack(): boolean {
        return this.isNarrow && !this.targets;
    }
    get interactionClass(): string {
        return this.targets ? 'interaction-body interaction-body_away' : 'interaction-body';
    }
    get listClass(): string {
        return this.searching ? 'list-scroll list-scroll_away' : 'list-scroll';
    }
    get searchClass(): string {
        return this.searching ? 'search search_open' : 'search';
    }
    get showInteraction(): boolean {
        return !this.isNarrow || this.currentId !== null || this.targets;
    }
    get showCustomer(): boolean {
        return this.width === 'wide' || this.drawer;
    }
    get queues(): readonly QueueCounterView[] {
        return this.session.queues;
    }
    get agents(): readonly PresenceView[] {
        return this.session.presence;
    }
    get myId(): number | null {
        return this.session.me?.agent.id ?? null;
    }
    get customer(): MailAddress | null {
        return this.shown?.interactionId === this.currentId ? this.shown.customer : null;
    }
    /** For the directory: there is something open that may be handed over. */
    get canTransfer(): boolean {
        return this.shown?.interactionId === this.currentId && this.shown.canTransfer;
    }
    get version(): number {
        return this.shown?.version ?? 0;
    }

    handleOpen(event: CustomEvent<{ interactionId: number }>): void {
        event.stopPropagation();
        this.open(event.detail.interactionId);
    }

    handleSearching(event: CustomEvent<{ active: boolean }>): void {
        this.searching = event.detail.active;
    }

    handleTaken(event: CustomEvent<{ interactionId: number }>): void {
        this.open(event.detail.interactionId);
        this.startWriting = true;
    }

    handleAccepted(event: CustomEvent<{ interactionId: number }>): void {
        this.handleTaken(event);
    }

    /** Why stands on the offer's card. */
    handleTakenBack(): void {
        this.startWriting = false;
    }

    handleLoaded(event: CustomEvent<Shown>): void {
        this.shown = event.detail;
    }

    handleFinished(event: CustomEvent<{ interactionId: number }>): void {
        if (this.currentId === event.detail.interactionId) this.back();
        (this.refs?.inbox as Inbox | undefined)?.refresh();
    }

    /** Picked in the directory beside it: the note is written where the interaction is. */
    handleTransfer(event: CustomEvent<object>): void {
        this.drawer = false;
        (this.refs?.interaction as Interaction | undefined)?.transferTo(event.detail);
    }

    back(): void {
        this.currentId = null;
        this.remember();
        this.drawer = false;
    }

    toggleDrawer(): void {
        this.drawer = !this.drawer;
    }

    toggleTexts(): void {
        this.texts = !this.texts;
    }

    toggleTargets(): void {
        this.targets = !this.targets;
    }

    toggleSheet(): void {
        this.sheet = !this.sheet;
    }

    reload(): void {
        window.location.reload();
    }

    private open(interactionId: number): void {
        this.currentId = interactionId;
        this.targets = false;
        this.startWriting = false;
        this.remember();
    }

    private remember(): void {
        if (this.myId !== null) rememberOpen(this.myId, this.currentId);
    }

    /** R5: a reload changes nothing, the open interaction included. */
    private returnTo(agentId: number | null): void {
        if (agentId === this.returnedAs) return;
        this.returnedAs = agentId;
        if (agentId === null) this.currentId = null;
        else this.currentId ??= rememberedOpen(agentId);
    }

    private measure(): void {
        const root = this.refs?.root;
        // A hidden tab has no width; it keeps its panes.
        if (!root || root.clientWidth === 0) return;
        this.width = widthOf(root.clientWidth);
        if (this.width === 'wide') this.drawer = false;
    }

    private handleKey(event: KeyboardEvent): void {
        const root = this.refs?.root;
        if (!root || root.clientWidth === 0 || this.isStarting) return;
        if (leaveText(event, root)) return;
        const shortcut = shortcutOf(event);
        const list = this.showList ? this.refs : undefined;
        const search = list?.search as Search | undefined;
        const inbox = this.searching ? search : (list?.inbox as Inbox | undefined);
        const interaction = this.refs?.interaction as Interaction | undefined;
        const macroKey = macroKeyOf(event);
        if (macroKey !== null && interaction?.actByKey(macroKey)) return event.preventDefault();
        switch (shortcut) {
            case 'next':
                inbox?.moveFocus(1);
                break;
            case 'previous':
                inbox?.moveFocus(-1);
                break;
            case 'accept':
                if (!(list?.offers as Offers | undefined)?.acceptFirst()) interaction?.act('accept');
                break;
            case 'reply':
            case 'replyAll':
            case 'forward':
            case 'note':
            case 'close':
            case 'transfer':
            case 'pending':
            case 'quickReply':
            case 'macros':
            case 'tags':
                interaction?.act(shortcut);
                break;
            case 'search':
                if (!search) return;
                search.focusSearch();
                break;
            case 'sheet':
                this.toggleSheet();
                break;
            case 'back':
                if (this.drawer) this.drawer = false;
                else if (this.isNarrow) this.back();
                else return;
                break;
            case null:
                return;
        }
        event.preventDefault();
    }
}
