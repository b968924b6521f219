import { LightningElement, api } from 'lwc';
import { fill, personName } from 'c/patchbayFormat';
import type { MailAddress } from 'c/patchbayProtocol';
import { labels } from './labels';

const ADDRESS = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/;

/** To, which the thread decides, and Cc as chips. Fires `ccchange` {cc}. */
export default class PatchbayRecipients extends LightningElement {
    @api to: readonly MailAddress[] = [];
    @api cc: readonly string[] = [];

    labels = labels;
    typed = '';
    private opened = false;
    private focusNext = false;

    get toChips() {
        return this.to.map((one) => ({ key: one.address, address: one.address, text: personName(one) }));
    }
    get ccChips() {
        return this.cc.map((address) => ({
            key: address,
            text: address,
            className: ADDRESS.test(address) ? 'chip' : 'chip chip_wrong',
            title: ADDRESS.test(address) ? address : labels.notAnAddress,
            removeText: fill(labels.removeFile, address),
        }));
    }
    get ccOpen(): boolean {
        return this.opened || this.cc.length > 0;
    }
    get showCcLink(): boolean {
        return !this.ccOpen;
    }
    get ccPlaceholder(): string {
        return this.cc.length === 0 ? labels.ccPlaceholder : '';
    }

    renderedCallback(): void {
        if (!this.focusNext) return;
        this.focusNext = false;
        (this.refs?.cc as HTMLElement | undefined)?.focus();
    }

    openCc(): void {
        this.opened = true;
        this.focusNext = true;
    }

    handleInput(event: Event): void {
        this.typed = (event.target as HTMLInputElement).value;
        if (/[,;]\s*$/.test(this.typed)) this.commit();
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            this.commit();
        } else if (event.key === 'Backspace' && this.typed === '' && this.cc.length > 0) {
            this.tell(this.cc.slice(0, -1));
        }
    }

    handlePaste(event: ClipboardEvent): void {
        const text = event.clipboardData?.getData('text') ?? '';
        if (!/[,;\n]/.test(text)) return;
        event.preventDefault();
        this.add(text);
    }

    handleRemove(event: Event): void {
        const address = (event.currentTarget as HTMLElement).dataset.address;
        this.tell(this.cc.filter((one) => one !== address));
    }

    commit(): void {
        const text = this.typed;
        this.typed = '';
        this.add(text);
    }

    /** "Ana <ana@…>, ben@…" becomes its addresses, each once. */
    private add(text: string): void {
        const found = text
            .split(/[,;\n]/)
            .map((part) => (/<([^<>]+)>/.exec(part)?.[1] ?? part).trim())
            .filter((part) => part !== '' && !this.cc.includes(part));
        if (found.length > 0) this.tell([...this.cc, ...new Set(found)]);
    }

    private tell(cc: readonly string[]): void {
        this.dispatchEvent(new CustomEvent('ccchange', { detail: { cc: [...cc] } }));
    }
}
