import { LightningElement, api } from 'lwc';
import type { MailAddress, WrittenKind } from 'c/patchbayProtocol';
import { labels } from './labels';

type Field = 'to' | 'cc' | 'bcc';

/** To whom, as what, about what. Fires `mailchange` with the part that changed: {kind}, {to}, {cc}, {bcc}, {subject}. */
export default class PatchbayRecipients extends LightningElement {
    @api kind: WrittenKind = 'reply';
    @api to: readonly string[] = [];
    @api cc: readonly string[] = [];
    @api bcc: readonly string[] = [];
    @api subject = '';
    @api known: readonly MailAddress[] = [];
    @api canForward = false;

    labels = labels;
    private opened = false;

    get isOpen(): boolean {
        return this.opened || this.cc.length > 0 || this.bcc.length > 0;
    }
    get isClosed(): boolean {
        return !this.isOpen;
    }
    /** A reply has the thread's, until it is looked at. */
    get showsSubject(): boolean {
        return this.isOpen || this.kind === 'new' || this.kind === 'forward';
    }
    get kinds() {
        if (this.kind === 'new') return [];
        const all: { value: WrittenKind; label: string }[] = [
            { value: 'reply', label: labels.reply },
            { value: 'reply_all', label: labels.replyAll },
        ];
        if (this.canForward) all.push({ value: 'forward', label: labels.forward });
        return all.map((one) => ({ ...one, selected: one.value === this.kind }));
    }

    renderedCallback(): void {
        const select = this.template?.querySelector('select');
        if (select && select.value !== this.kind) select.value = this.kind;
    }

    open(): void {
        this.opened = true;
    }

    handleKind(event: Event): void {
        this.tell({ kind: (event.target as HTMLSelectElement).value });
    }

    handleAddresses(event: CustomEvent<{ addresses: string[] }>): void {
        const field = (event.currentTarget as HTMLElement).dataset.field as Field;
        this.tell({ [field]: event.detail.addresses });
    }

    handleSubject(event: Event): void {
        this.tell({ subject: (event.target as HTMLInputElement).value });
    }

    private tell(detail: object): void {
        this.dispatchEvent(new CustomEvent('mailchange', { detail }));
    }
}
