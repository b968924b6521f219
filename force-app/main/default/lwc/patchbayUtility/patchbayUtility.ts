import { LightningElement, wire } from 'lwc';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { startAlerts } from 'c/patchbayAlerts';
import { showInUtilityBar } from 'c/patchbayConsoleApi';
import { fill } from 'c/patchbayFormat';
import { openInteraction, rememberedOpen } from 'c/patchbaySelection';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

type Interaction = HTMLElement & { transferTo(target: object): void };

/**
 * The strip beside a record: what needs the agent now first. An interaction opens in the workspace where one is on
 * this page, otherwise right here.
 */
export default class PatchbayUtility extends LightningElement {
    labels = labels;
    currentId: number | null = null;
    startWriting = false;
    subject = '';
    private lastId: number | null = null;
    private handing: object | null = null;
    private tab: 'inbox' | 'directory' = 'inbox';
    private session = getSession(this).state;
    private utilityId?: string;
    private shownInBar = '';
    private readonly stops: (() => void)[] = [];

    @wire(EnclosingUtilityId)
    handleUtilityId(utilityId: string | undefined): void {
        this.utilityId = utilityId;
        this.showCount();
    }

    connectedCallback(): void {
        this.session = getSession(this).state;
        this.stops.push(
            getSession().subscribe((state) => {
                this.session = state;
                this.showCount();
            }),
            startAlerts(),
        );
    }

    disconnectedCallback(): void {
        this.stops.splice(0).forEach((stop) => stop());
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
    /** An open interaction needs the room; its back button leads here again. */
    get showTabs(): boolean {
        return this.currentId === null;
    }
    get isInbox(): boolean {
        return this.tab === 'inbox';
    }
    /** What the directory hands over: the one of mine that was last looked at, here or in the workspace. */
    get handedId(): number | null {
        const me = this.session.me?.agent.id;
        const id = this.lastId ?? (me === undefined ? null : rememberedOpen(me));
        return this.session.mine.some((one) => one.id === id) ? id : null;
    }
    get pickLabel(): string | null {
        return this.handedId === null ? null : labels.transfer;
    }
    get tabs() {
        return [
            {
                name: 'inbox',
                label: labels.inbox,
                icon: 'utility:inbox',
                current: this.isInbox ? 'page' : null,
            },
            {
                name: 'directory',
                label: labels.directory,
                icon: 'utility:groups',
                current: this.isInbox ? null : 'page',
            },
        ];
    }

    handleTab(event: Event): void {
        this.tab = (event.currentTarget as HTMLElement).dataset.name === 'directory' ? 'directory' : 'inbox';
        this.back();
    }

    handleOpen(event: CustomEvent<{ interactionId: number }>): void {
        event.stopPropagation();
        this.open(event.detail.interactionId, false);
    }

    handleAccepted(event: CustomEvent<{ interactionId: number }>): void {
        this.open(event.detail.interactionId, true);
    }

    /** Why stands on the offer's card. */
    handleTakenBack(): void {
        this.startWriting = false;
    }

    handlePick(event: CustomEvent<object>): void {
        this.handing = event.detail;
        this.currentId = this.handedId;
    }

    handleLoaded(event: CustomEvent<{ subject: string }>): void {
        this.subject = event.detail.subject;
        const { handing } = this;
        this.handing = null;
        if (handing) (this.refs?.interaction as Interaction | undefined)?.transferTo(handing);
    }

    back(): void {
        this.currentId = null;
        this.subject = '';
    }

    reload(): void {
        window.location.reload();
    }

    private open(interactionId: number, startWriting: boolean): void {
        if (openInteraction(interactionId, getSession().serverNow())) return;
        this.startWriting = startWriting;
        this.currentId = interactionId;
        this.lastId = interactionId;
    }

    /** "Collapsed, the utility's label carries the count and highlights on an offer." */
    private showCount(): void {
        const { offers, mine, phase } = this.session;
        const count = offers.length + mine.filter(({ unread }) => unread).length;
        const highlighted = offers.length > 0;
        const name = phase === 'offline' ? labels.patchbayOffline : labels.patchbay;
        const label = count === 0 ? name : fill(labels.utilityCount, name, count);
        if (!this.utilityId || this.shownInBar === `${label}${highlighted}`) return;
        this.shownInBar = `${label}${highlighted}`;
        void showInUtilityBar(this.utilityId, { label, highlighted });
    }
}
