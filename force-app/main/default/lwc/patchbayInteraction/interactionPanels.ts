import type { CommandArgs, CommandName, InteractionSummary, MacroChoiceView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import type { Conversation } from './conversation';
import { InteractionView } from './interactionView';

type WrittenAs = 'reply' | 'reply_all' | 'forward';
export type ReplyElement = HTMLElement & {
    write(mode: 'reply' | 'note'): void;
    writeAs(kind: WrittenAs, messageId?: number): void;
    insert(text: string, formatted: string | null): void;
    openQuickReplies(): void;
    send(close: { dispositionId: number; notes: string } | null): Promise<boolean>;
};

type PanelCommand =
    | 'closeInteraction'
    | 'setPending'
    | 'assignInteraction'
    | 'transferInteraction'
    | 'markSpam'
    | 'blockSender'
    | 'setPriority';

/** What stands in the reply's place for a moment, and the commands that it gives. */
export class InteractionPanels extends InteractionView {
    panelBusy = false;
    macros: readonly MacroChoiceView[] = [];
    /** The customer's other interactions; null while they are being read. */
    mergeable: readonly InteractionSummary[] | null = null;
    protected conversation: Conversation | null = null;

    async handleClose(event: CustomEvent<{ dispositionId: number; notes: string }>): Promise<void> {
        const { dispositionId, notes } = event.detail;
        this.panelBusy = true;
        const done =
            this.panel === 'send'
                ? await this.reply()?.send({ dispositionId, notes })
                : await this.inPanel('closeInteraction', { dispositionId, notes }, { status: 'closed' });
        this.panelBusy = false;
        // What could not be sent says why above the text itself.
        if (done || this.panel === 'send') this.closePanel();
    }

    async handlePending(event: CustomEvent<{ followUpAt: number }>): Promise<void> {
        const { followUpAt } = event.detail;
        if (await this.inPanel('setPending', { followUpAt }, { status: 'pending', followUpAt }))
            this.closePanel();
    }

    async handleAssign(event: CustomEvent<{ agentId: number }>): Promise<void> {
        if (await this.inPanel('assignInteraction', { agentId: event.detail.agentId })) this.closePanel();
    }

    async handlePriority(event: CustomEvent<CommandArgs<'setPriority'>>): Promise<void> {
        const { priority } = event.detail;
        if (await this.inPanel('setPriority', { priority }, { priority })) this.closePanel();
    }

    /** What is given away goes on elsewhere. */
    async handleTransferTo(event: CustomEvent<Omit<CommandArgs<'transferInteraction'>, 'interactionId'>>) {
        const interactionId = this.openId;
        if (!(await this.inPanel('transferInteraction', event.detail))) return;
        this.closePanel();
        this.finish(interactionId);
    }

    /** E12. The lists change by it, and there is nothing left to do here. */
    async handleSpam(event: CustomEvent<{ reason: string; scope: 'sender' | 'domain' | null }>) {
        const { reason, scope } = event.detail;
        const interactionId = this.openId;
        const done = scope
            ? await this.inPanel('blockSender', { reason, scope })
            : await this.inPanel('markSpam', { reason });
        if (!done) return;
        this.closePanel();
        this.finish(interactionId);
    }

    handleMerge(event: CustomEvent<{ intoInteractionId: number }>): void {
        const { intoInteractionId } = event.detail;
        void this.run('mergeInteraction', { interactionId: this.openId, intoInteractionId }).then((done) => {
            if (done)
                this.dispatchEvent(new CustomEvent('open', { detail: { interactionId: intoInteractionId } }));
        });
    }

    async handleSplit(event: CustomEvent<{ messageId: number }>): Promise<void> {
        const args = { interactionId: this.openId, messageId: event.detail.messageId };
        const reply = await getSession().command('splitMessage', args);
        if (reply.ok) this.dispatchEvent(new CustomEvent('open', { detail: reply.value }));
        else this.refusal = { message: reply.message, nextStep: reply.nextStep };
    }

    /** Nothing was sent, so there is nothing to close. */
    handleDiscarded(): void {
        this.finish(this.openId);
    }

    handleForward(event: CustomEvent<{ messageId: number }>): void {
        this.writeAs('forward', event.detail.messageId);
    }

    /** A reply to another message than the newest. */
    handleAnswer(event: CustomEvent<{ messageId: number; kind: WrittenAs }>): void {
        this.writeAs(event.detail.kind, event.detail.messageId);
    }

    protected writeAs(kind: WrittenAs, messageId?: number): void {
        if (this.panel !== null) this.closePanel();
        this.reply()?.writeAs(kind, messageId);
    }

    /** The pane is for the next one. */
    protected finish(interactionId: number): void {
        this.dispatchEvent(new CustomEvent('finished', { detail: { interactionId } }));
    }

    protected async readMergeable(): Promise<void> {
        this.mergeable = null;
        const reply = await getSession().query('listCustomerInteractions', { interactionId: this.openId });
        if (reply.ok) this.mergeable = reply.value.items;
        else this.panelRefusal = { message: reply.message, nextStep: reply.nextStep };
    }

    handleHelp(event: CustomEvent<{ macros?: readonly MacroChoiceView[] }>): void {
        this.macros = event.detail.macros ?? [];
    }

    handleMacro(event: CustomEvent<{ macroId: number }>): void {
        void this.runMacro(event.detail.macroId);
    }

    /** The key of a macro: the nearest that has it, one's own before the queue's. */
    protected runMacroOf(key: string): boolean {
        const macro = this.macros.find((one) => one.key === key);
        if (!macro || this.panelBusy) return false;
        this.openPanel('macros');
        void this.runMacro(macro.id);
        return true;
    }

    /** W10: all of its steps or none; what it does not send goes to the composer. */
    private async runMacro(macroId: number): Promise<void> {
        this.panelBusy = true;
        this.panelRefusal = null;
        const reply = await getSession().command('runMacro', { interactionId: this.openId, macroId });
        await this.conversation?.load();
        this.panelBusy = false;
        if (!reply.ok) {
            this.panelRefusal = { message: reply.message, nextStep: reply.nextStep };
            return;
        }
        this.closePanel();
        const { insert } = reply.value;
        if (insert) this.reply()?.insert(insert.text, insert.html);
    }

    /** E7's next step: a mail of its own to the customer's address, from the same queue. */
    protected async startMail(): Promise<void> {
        const { customer, queue, subject } = this.detail.summary;
        const args = { queueId: queue.id, address: customer.address, name: customer.name, subject };
        const reply = await getSession().command('startMail', args);
        if (!reply.ok) {
            this.refusal = { message: reply.message, nextStep: reply.nextStep };
            return;
        }
        const detail = { interactionId: reply.value.interactionId };
        this.dispatchEvent(new CustomEvent('open', { detail }));
    }

    /** What could not be delivered, again: to the same address or a corrected one. */
    handleResend(event: CustomEvent<{ messageId: number; to: string[] | null }>): void {
        void this.run('resendMail', { interactionId: this.openId, ...event.detail });
    }

    protected async run<N extends CommandName>(
        name: N,
        args: CommandArgs<N>,
        expected: Partial<InteractionSummary> | null = null,
    ): Promise<boolean> {
        this.refusal = null;
        this.refusal = (await this.conversation?.run(name, args, expected)) ?? null;
        return this.refusal === null;
    }

    protected async inPanel<N extends PanelCommand>(
        name: N,
        args: Omit<CommandArgs<N>, 'interactionId'>,
        expected: Partial<InteractionSummary> | null = null,
    ): Promise<boolean> {
        this.panelBusy = true;
        const whole = { ...args, interactionId: this.openId } as unknown as CommandArgs<N>;
        this.panelRefusal = (await this.conversation?.run(name, whole, expected)) ?? null;
        this.panelBusy = false;
        return this.panelRefusal === null;
    }

    protected reply(): ReplyElement | null {
        return this.template?.querySelector<ReplyElement>('c-patchbay-reply') ?? null;
    }
}
