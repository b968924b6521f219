import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { MailAddress } from 'c/patchbayProtocol';
import { labels } from './labels';

const ADDRESS = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/;

/** Addresses as chips: To, Cc or Bcc. Fires `addresses` {addresses}. */
export default class PatchbayAddressField extends LightningElement {
    @api label = '';
    @api addresses: readonly string[] = [];
    /** Whose names are known. */
    @api known: readonly MailAddress[] = [];

    labels = labels;
    typed = '';

    get chips() {
        return this.addresses.map((address) => ({
            key: address,
            text: this.known.find((one) => one.address === address)?.name || address,
            className: ADDRESS.test(address) ? 'chip' : 'chip chip_wrong',
            title: ADDRESS.test(address) ? address : labels.notAnAddress,
            removeText: fill(labels.removeFile, address),
        }));
    }
    get placeholder(): string {
        return this.addresses.length === 0 ? labels.addAddress : '';
    }

    @api
    focusField(): void {
        (this.refs?.input as HTMLElement | undefined)?.focus();
    }

    handleInput(event: Event): void {
        this.typed = (event.target as HTMLInputElement).value;
        if (/[,;]\s*$/.test(this.typed)) this.commit();
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            this.commit();
        } else if (event.key === 'Backspace' && this.typed === '' && this.addresses.length > 0) {
            this.tell(this.addresses.slice(0, -1));
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
        this.tell(this.addresses.filter((one) => one !== address));
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
            .filter((part) => part !== '' && !this.addresses.includes(part));
        if (found.length > 0) this.tell([...this.addresses, ...new Set(found)]);
    }

    private tell(addresses: readonly string[]): void {
        this.dispatchEvent(new CustomEvent('addresses', { detail: { addresses: [...addresses] } }));
    }
}
