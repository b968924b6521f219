import { api } from 'lwc';
import type { CommandArgs, DraftView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import type { InteractionAction } from './actions';
import { isWith } from './arriving';
import { Conversation, remember, type ConversationState } from './conversation';
import { InteractionPanels } from './interactionPanels';
import type { TransferTarget } from './interactionView';
import { labels } from './labels';
import { isAtEnd, scrollToNewest } from './scrolling';
import { Typing } from './typing';

type Header = Element & { openTags(): void };

/** One interaction: header, timeline, reply. Fires `customer`, `open`, `loaded`, `finished`. */
export default class PatchbayInteraction extends InteractionPanels {
    /** The customer's pane is a drawer now and wants a button. */
    @api showCustomer = false;
    /** Accepted or taken just now: puts the caret into the reply as soon as one may be written. */
    @api startWriting = false;

    labels = labels;
    newBelow = false;
    private readonly typing = new Typing((typing) => getSession().typing(this.openId, typing));
    private stop?: () => void;
    /** Those seen before are there at once, and offline at all. */
    private readonly known = new Map<number, ConversationState>();
    private atEnd = true;
    private reading = false;
    private started = false;
    private arrived = false;
    private taking = false;
    private messagesSeen = 0;

    protected isArriving(): boolean {
        return this.taking || (this.startWriting && !this.arrived);
    }

    @api
    get interactionId(): number | null {
        return this.shownId;
    }
    set interactionId(value: number | null) {
        if (value === this.shownId) return;
        this.shownId = value;
        if (this.isConnected) this.begin();
    }

    connectedCallback(): void {
        this.stop = getSession().subscribe((state) => {
            const moved = state.presence !== this.session.presence;
            this.session = state;
            if (moved && this.isBannerStale()) void this.conversation?.load();
        });
        this.begin();
    }

    disconnectedCallback(): void {
        this.stop?.();
        this.leave();
    }

    renderedCallback(): void {
        this.startReply();
        const count = this.messages.length;
        if (count === this.messagesSeen) return;
        const first = this.messagesSeen === 0;
        this.messagesSeen = count;
        if (first || this.atEnd) this.showNewest();
        else this.newBelow = true;
    }

    /** The keys r, R, f, n, c, and Accept's focus. */
    @api
    act(action: InteractionAction): void {
        void this.perform(action);
    }

    /** Ctrl+Shift and a digit. @returns false where no macro has this key */
    @api
    actByKey(key: string): boolean {
        return this.runMacroOf(key);
    }

    /** Chosen in the directory: only the note is left to write. */
    @api
    transferTo(target: TransferTarget): void {
        if (!this.view?.detail) return;
        this.openIf(this.detail.can.transfer, 'transfer');
        if (this.isTransferring) this.transferTarget = target;
    }

    retry(): void {
        void this.conversation?.load();
    }

    handleAct(event: CustomEvent<{ action: InteractionAction }>): void {
        void this.perform(event.detail.action);
    }

    handleCustomer(): void {
        this.dispatchEvent(new CustomEvent('customer'));
    }

    /** Whoever else has it open sees that somebody writes here. */
    handleInput(): void {
        this.typing.typed();
    }

    handleTransfer(event: CustomEvent<{ agentId: number }>): void {
        void this.run('assignInteraction', { interactionId: this.openId, agentId: event.detail.agentId });
    }

    handleShowRemote(): void {
        this.conversation?.showRemote();
    }

    handleSending(event: CustomEvent<{ text: string; to: string[]; cc: string[] }>): void {
        this.atEnd = true;
        this.conversation?.addSending(event.detail);
    }

    handleSent(): void {
        this.typing.stop();
        void this.conversation?.confirmSending();
    }

    handleDraft(event: CustomEvent<{ draft: DraftView | null }>): void {
        this.conversation?.setDraft(event.detail.draft);
    }

    handleSendFailed(): void {
        this.conversation?.dropSending();
    }

    handleSendAndClose(): void {
        this.openPanel('send');
    }

    forgetRefusal(): void {
        this.refusal = null;
    }

    handleScroll(): void {
        const scroll = this.refs?.scroll;
        if (!scroll) return;
        this.atEnd = isAtEnd(scroll);
        if (this.atEnd) this.newBelow = false;
    }

    /** Frames grow as their mail loads: the newest message stays where one begins to read it. */
    handleGrown(): void {
        if (!this.reading) scrollToNewest(this.refs);
    }

    /** From the first touch on, only the agent scrolls. */
    handleReading(): void {
        this.reading = true;
    }

    showNewest(): void {
        this.reading = false;
        this.newBelow = false;
        scrollToNewest(this.refs);
    }

    private leave(): void {
        this.typing.stop();
        const { conversation } = this;
        this.conversation = null;
        if (!conversation) return;
        conversation.stop();
        remember(this.known, conversation);
    }

    private begin(): void {
        this.leave();
        this.view = null;
        this.refusal = null;
        this.closePanel();
        this.messagesSeen = 0;
        this.newBelow = false;
        this.started = false;
        this.arrived = false;
        this.macros = [];
        if (this.shownId === null) return;
        const known = this.known.get(this.shownId);
        this.conversation = new Conversation(this.shownId, (view) => this.show(view), known);
        this.conversation.start();
    }

    private show(view: ConversationState): void {
        this.view = view;
        if (!view.detail) return;
        const { summary } = view.detail;
        this.arrived ||= isWith(view.detail, this.myId);
        const { id, customer, subject, version } = summary;
        const canTransfer = view.detail.can.transfer.allowed;
        const detail = { interactionId: id, customer, subject, version, canTransfer };
        this.dispatchEvent(new CustomEvent('loaded', { detail }));
    }

    private startReply(): void {
        if (!this.startWriting || this.started || !this.view?.detail?.can.reply.allowed) return;
        this.started = true;
        this.reply()?.write('reply');
    }

    private async perform(action: InteractionAction): Promise<void> {
        if (!this.view?.detail) return;
        const { can } = this.detail;
        const interactionId = this.openId;
        switch (action) {
            case 'reply':
            case 'note':
                this.reply()?.write(action);
                return;
            case 'replyAll':
                this.writeAs('reply_all');
                return;
            case 'forward':
                this.writeAs('forward');
                return;
            case 'close':
                this.openIf(can.close, 'close');
                return;
            case 'pending':
                this.openIf(can.setPending, 'pending');
                return;
            case 'merge':
                this.openIf(can.merge, 'merge');
                if (this.isMerging) void this.readMergeable();
                return;
            case 'assign':
            case 'transfer':
                this.openIf(can[action], action);
                return;
            case 'priority':
                this.openIf(can.setPriority, 'priority');
                return;
            case 'macros':
                this.openPanel('macros');
                return;
            case 'tags':
                (this.refs?.header as Header | undefined)?.openTags();
                return;
            case 'quickReply':
                if (can.reply.allowed) this.reply()?.openQuickReplies();
                else this.refuse(can.reply);
                return;
            case 'accept':
                if (this.offerId !== null) await this.take('acceptOffer', { offerId: this.offerId });
                return;
            case 'take':
                await this.take('pullInteraction', { interactionId });
                return;
            case 'newMail':
                await this.startMail();
                return;
            case 'resolve':
                if (can.resolve.allowed)
                    await this.run('resolveInteraction', { interactionId }, { status: 'resolved' });
                else this.refuse(can.resolve);
                return;
            case 'reopen':
                await this.run('reopenInteraction', { interactionId }, { status: 'open' });
                return;
            case 'return':
                await this.run('returnToQueue', { interactionId });
                return;
            case 'dismiss':
                if (await this.run('dismissInteraction', { interactionId })) this.finish(interactionId);
                return;
            case 'markSpam':
                this.openIf(can.markSpam, 'spam');
                return;
            case 'blockSender':
                this.openPanel('block');
                return;
            case 'releaseSpam':
                if (!can.releaseSpam.allowed) this.refuse(can.releaseSpam);
                else if (await this.run('releaseSpam', { interactionId })) this.finish(interactionId);
        }
    }

    private async take<N extends 'acceptOffer' | 'pullInteraction'>(
        name: N,
        args: CommandArgs<N>,
    ): Promise<void> {
        this.taking = true;
        const done = await this.run(name, args);
        this.taking = false;
        if (done) this.reply()?.write('reply');
    }
}
