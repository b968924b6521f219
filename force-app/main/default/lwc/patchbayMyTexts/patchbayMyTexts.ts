import { LightningElement } from 'lwc';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

/** What an agent keeps for themselves: signature, quick replies, macros. Fires `close`. */
export default class PatchbayMyTexts extends LightningElement {
    labels = labels;
    refusal: { message: string; nextStep: string | null } | null = null;
    state = '';
    private signature: string | null = null;
    private focused = false;

    get isLoading(): boolean {
        return this.signature === null;
    }

    connectedCallback(): void {
        void this.load();
    }

    renderedCallback(): void {
        const area = this.refs?.signature as HTMLTextAreaElement | undefined;
        if (area && this.signature !== null && area.value !== this.signature) area.value = this.signature;
        if (this.focused) return;
        this.focused = true;
        (this.refs?.close as HTMLElement | undefined)?.focus();
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        this.close();
    }

    handleSignature(event: Event): void {
        this.signature = (event.target as HTMLTextAreaElement).value;
        this.state = '';
    }

    async save(): Promise<void> {
        const reply = await getSession().command('saveOwnSignature', { text: this.signature ?? '' });
        this.refusal = reply.ok ? null : { message: reply.message, nextStep: reply.nextStep };
        this.state = reply.ok ? labels.saved : '';
    }

    close(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }

    private async load(): Promise<void> {
        const reply = await getSession(this).query('getOwnSignature', {});
        if (reply.ok) this.signature ??= reply.value.text ?? '';
        else this.refusal = { message: reply.message, nextStep: reply.nextStep };
    }
}
