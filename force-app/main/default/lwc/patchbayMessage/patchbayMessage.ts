import { LightningElement, api } from 'lwc';
import { fill, initials, personName } from 'c/patchbayFormat';
import type { AttachmentView, MailAddress, MessageView } from 'c/patchbayProtocol';
import { deliveryOf, type Delivery } from './delivery';
import { labels } from './labels';

/** One mail. Fires `showremote` when the agent asks for remote images, `resend` {messageId, to} where it came back,
 * `split` {messageId}: make it an interaction of its own, `forward` {messageId}: send it on to somebody else, `answer`
 * {messageId, kind}: reply to it, to one or to all. */
export default class PatchbayMessage extends LightningElement {
    @api message!: MessageView;
    /** Older mails begin as one line. */
    @api collapsible = false;
    @api remote = false;
    @api canSplit = false;
    @api canForward = false;
    @api canAnswer = false;
    /** Not yet confirmed by the server. */
    @api sending = false;

    labels = labels;
    quotedOpen = false;
    private opened = false;

    get isCollapsed(): boolean {
        return this.collapsible && !this.opened;
    }
    get isExpanded(): boolean {
        return !this.isCollapsed;
    }
    get expanded(): string {
        return String(this.isExpanded);
    }
    get isInbound(): boolean {
        return this.message.direction === 'inbound';
    }
    get classes(): string {
        return `message message_${this.message.direction}${this.sending ? ' message_sending' : ''}`;
    }
    get avatarClass(): string {
        return this.isInbound ? 'avatar' : 'avatar avatar_us';
    }
    get who(): string {
        return this.message.agent?.name ?? personName(this.message.from);
    }
    get initials(): string {
        return initials(this.who);
    }
    get spoken(): string {
        return fill(this.isInbound ? labels.messageFrom : labels.messageTo, this.who);
    }
    get kindText(): string {
        if (this.message.kind === 'acknowledgement') return labels.kindAcknowledgement;
        return this.message.kind === 'automatic' ? labels.kindAutomatic : '';
    }
    get addressLine(): string {
        const { from, to, cc, bcc } = this.message;
        const parts = [fill(labels.fromTo, from.address, people(to))];
        if (cc.length > 0) parts.push(fill(labels.ccTo, people(cc)));
        if (bcc.length > 0) parts.push(fill(labels.bccTo, people(bcc)));
        return parts.join(' · ');
    }
    get firstLine(): string {
        return this.message.text.visible.trim().split('\n')[0]?.slice(0, 200) ?? '';
    }
    get delivery(): Delivery | null {
        return this.isInbound ? null : deliveryOf(this.message.delivery, this.sending);
    }
    get failed(): string {
        const { delivery } = this.message;
        return delivery?.state === 'failed'
            ? fill(labels.deliveryFailedBecause, delivery.detail ?? labels.noReason)
            : '';
    }
    /** Those who did not get it, where that is known. */
    get failedTo(): string {
        const refused = this.message.delivery?.refused ?? [];
        return (refused.length > 0 ? refused : this.message.to.map(({ address }) => address)).join(', ');
    }
    get showBlocked(): boolean {
        return this.message.blockedRemote > 0 && !this.remote;
    }
    get blockedText(): string {
        return fill(labels.imagesBlocked, this.message.blockedRemote);
    }
    get quotedHtml(): string | null {
        return this.message.html?.quoted ?? null;
    }
    get hasQuoted(): boolean {
        return this.message.html ? this.quotedHtml !== null : this.message.text.quoted !== null;
    }
    get quotedExpanded(): string {
        return String(this.quotedOpen);
    }
    get quotedText(): string {
        return this.quotedOpen ? labels.hideQuoted : labels.showQuoted;
    }
    get attachments(): AttachmentView[] {
        // Inline images are seen in the text already; without HTML they are files like others.
        return this.message.attachments.filter((file) => !file.inline || this.message.html === null);
    }

    get showSplit(): boolean {
        return this.canSplit && this.isInbound && this.message.kind === 'message';
    }

    get showForward(): boolean {
        return this.canForward && !this.sending && this.message.kind === 'message';
    }

    get showAnswer(): boolean {
        return this.canAnswer && !this.sending && this.message.answer !== null;
    }

    /** Where it would go to nobody else than a reply, it is not offered. */
    get showAnswerAll(): boolean {
        const { answer } = this.message;
        return this.showAnswer && !!answer && answer.all.to.length + answer.all.cc.length > answer.to.length;
    }

    toggle(): void {
        this.opened = !this.opened;
    }

    toggleQuoted(): void {
        this.quotedOpen = !this.quotedOpen;
    }

    handleSplit(): void {
        this.dispatchEvent(new CustomEvent('split', { detail: { messageId: this.message.id } }));
    }

    handleAnswer(event: Event): void {
        const { kind } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('answer', { detail: { messageId: this.message.id, kind } }));
    }

    handleForward(): void {
        this.dispatchEvent(new CustomEvent('forward', { detail: { messageId: this.message.id } }));
    }

    /** To the same addresses, or to those that stand there now. */
    sendAgain(): void {
        const typed = (this.refs?.again as HTMLInputElement | undefined)?.value ?? this.failedTo;
        const to = typed.split(/[,;\s]+/).filter((address) => address !== '');
        const same = to.join(', ') === this.failedTo;
        const detail = { messageId: this.message.id, to: same ? null : to };
        this.dispatchEvent(new CustomEvent('resend', { detail }));
    }

    handleShowRemote(): void {
        this.dispatchEvent(new CustomEvent('showremote'));
    }
}

function people(list: readonly MailAddress[]): string {
    return list.map((one) => (one.name ? `${one.name} <${one.address}>` : one.address)).join(', ');
}
