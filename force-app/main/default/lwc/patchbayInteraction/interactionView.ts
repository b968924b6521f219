import { LightningElement } from 'lwc';
import { fill, personName } from 'c/patchbayFormat';
import type {
    FeedEntryView,
    InteractionDetail,
    MessageView,
    Possibility,
    PresenceView,
} from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { asMine, isWith } from './arriving';
import { ownerOf, type Owner } from './actions';
import type { ConversationState, Refused } from './conversation';
import { labels } from './labels';

export type Panel =
    | 'close'
    | 'send'
    | 'pending'
    | 'assign'
    | 'transfer'
    | 'macros'
    | 'merge'
    | 'spam'
    | 'block'
    | 'priority'
    | null;

/** Whom or where to hand it, chosen in the directory. */
export interface TransferTarget {
    readonly agentId?: number;
    readonly queueId?: number;
    readonly name: string;
}

/** What the template reads: everything that follows from the interaction, the session and the open panel. */
export class InteractionView extends LightningElement {
    panel: Panel = null;
    panelRefusal: Refused | null = null;
    refusal: Refused | null = null;
    transferTarget: TransferTarget | null = null;
    protected shownId: number | null = null;
    protected view: ConversationState | null = null;
    protected session = getSession().state;

    /** Accepted or taken just now, and not yet seen as this agent's. */
    protected isArriving(): boolean {
        return false;
    }

    /** E5: what to do with another's thread follows from their presence, which is no entry of its journal. */
    protected isBannerStale(): boolean {
        const banner = this.view?.detail?.originalAgentBanner;
        const original = this.session.presence.find(({ agent }) => agent.id === banner?.agent.id);
        return !!banner && !!original && original.presence !== banner.presence;
    }

    get isLoading(): boolean {
        return !this.view?.detail;
    }
    get problem(): Refused | null {
        // A read that fails later must not take away what is on the screen.
        return this.view?.detail ? null : (this.view?.problem ?? null);
    }
    get detail(): InteractionDetail {
        const detail = this.view?.detail;
        if (!detail) throw new Error('The interaction is read before it is there.');
        const expected = this.view?.expected;
        const me = this.session.me?.agent;
        if (me && this.isArriving() && !isWith(detail, me.id))
            return asMine(detail, me, getSession().serverNow());
        return expected ? { ...detail, summary: { ...detail.summary, ...expected } } : detail;
    }
    /** 0 while none is open; no command is given then. */
    get openId(): number {
        return this.shownId ?? 0;
    }
    get spoken(): string {
        const { customer, subject } = this.detail.summary;
        return fill(labels.offerFrom, personName(customer), subject || labels.noSubject);
    }
    get messages(): MessageView[] {
        return this.view?.detail ? [...this.view.detail.messages, ...this.view.sending] : [];
    }
    get sendingIds(): ReadonlySet<number> {
        return new Set(this.view?.sending.map(({ id }) => id));
    }
    get notes(): readonly FeedEntryView[] {
        return this.view?.notes ?? [];
    }
    get remote(): boolean {
        return this.view?.remote ?? false;
    }
    get replies(): { key: string }[] {
        // A keyed list of one: another interaction gets another element, and with it another draft.
        return [{ key: `reply-${this.shownId}` }];
    }
    get replyClass(): string {
        // An open panel stands in its place; the element stays, and with it what is typed.
        return this.panel === null ? '' : 'slds-hide';
    }
    get agents(): readonly PresenceView[] {
        return this.session.presence;
    }
    get myId(): number | null {
        return this.session.me?.agent.id ?? null;
    }
    get timeZone(): string {
        return this.session.me?.timeZone ?? 'UTC';
    }
    get ownerId(): number | null {
        return this.detail.summary.routing.agent?.id ?? null;
    }
    get isMine(): boolean {
        return isWith(this.detail, this.myId);
    }
    get owner(): Owner | null {
        return ownerOf(this.detail.summary, this.agents, this.myId);
    }
    get offerId(): number | null {
        return this.session.offers.find(({ interaction }) => interaction.id === this.shownId)?.id ?? null;
    }
    get canAccept(): boolean {
        return this.offerId !== null && this.detail.can.accept.allowed;
    }
    get isClosing(): boolean {
        return this.panel === 'close' || this.panel === 'send';
    }
    get closingSends(): boolean {
        return this.panel === 'send';
    }
    get isPending(): boolean {
        return this.panel === 'pending';
    }
    get isMerging(): boolean {
        return this.panel === 'merge';
    }
    get colleagues(): NonNullable<typeof this.session.colleagues>['agents'] {
        const { colleagues } = this.session;
        return colleagues?.interactionId === this.shownId ? colleagues.agents : [];
    }
    /** The customer's only message cannot be split off. */
    get canSplit(): boolean {
        const { messages, can } = this.detail;
        const theirs = messages.filter(
            ({ direction, kind }) => direction === 'inbound' && kind === 'message',
        );
        return can.merge.allowed && theirs.length > 1;
    }
    get canForward(): boolean {
        return this.detail.can.forward.allowed;
    }
    /** What stands in the way of every mail; that of one message is said when it is chosen (E7). */
    get canAnswer(): boolean {
        return this.detail.can.forward.allowed;
    }
    get isAssigning(): boolean {
        return this.panel === 'assign';
    }
    get isMarkingSpam(): boolean {
        return this.panel === 'spam' || this.panel === 'block';
    }
    get isBlocking(): boolean {
        return this.panel === 'block';
    }
    /** Whole domains are for those who lead. */
    get mayBlockDomain(): boolean {
        return this.session.me?.role !== 'agent';
    }
    get isRunningMacro(): boolean {
        return this.panel === 'macros';
    }
    get isSettingPriority(): boolean {
        return this.panel === 'priority';
    }
    get isTransferring(): boolean {
        return this.panel === 'transfer';
    }

    closePanel(): void {
        this.panel = null;
        this.panelRefusal = null;
        this.transferTarget = null;
    }

    protected refuse({ reason, nextStep }: Possibility): void {
        this.refusal = { message: reason ?? labels.notNow, nextStep };
    }

    protected openIf(can: Possibility, panel: Panel): void {
        if (can.allowed) this.openPanel(panel);
        else this.refuse(can);
    }

    protected openPanel(panel: Panel): void {
        this.panelRefusal = null;
        this.panel = panel;
    }
}
