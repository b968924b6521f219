import { LightningElement, api } from 'lwc';
import { labels } from './labels';

type Scope = 'sender' | 'domain';

/** Why it is spam (E12), and where it blocks, whom. Fires `confirm` {reason, scope: null where it does not block}, `cancel`. */
export default class PatchbaySpam extends LightningElement {
    @api blocks = false;
    @api mayBlockDomain = false;
    @api busy = false;
    @api refusal: { message: string; nextStep: string | null } | null = null;

    labels = labels;
    private scope: Scope = 'sender';
    private reason = '';
    private focused = false;

    renderedCallback(): void {
        if (this.focused) return;
        this.focused = true;
        (this.refs?.reason as HTMLElement | undefined)?.focus();
    }

    get title(): string {
        return this.blocks ? labels.blockTitle : labels.title;
    }
    get text(): string {
        return this.blocks ? labels.blockText : labels.text;
    }
    get offersDomain(): boolean {
        return this.blocks && this.mayBlockDomain;
    }
    get scopes() {
        const choice = (value: Scope, label: string) => ({ value, label, checked: value === this.scope });
        return [choice('sender', labels.scopeSender), choice('domain', labels.scopeDomain)];
    }
    get cannotConfirm(): boolean {
        return this.busy || this.reason.trim() === '';
    }

    handleScope(event: Event): void {
        this.scope = (event.currentTarget as HTMLInputElement).value === 'domain' ? 'domain' : 'sender';
    }

    handleReason(event: Event): void {
        this.reason = (event.currentTarget as HTMLInputElement).value;
    }

    handleSubmit(event: Event): void {
        event.preventDefault();
        if (this.cannotConfirm) return;
        const detail = { reason: this.reason.trim(), scope: this.blocks ? this.scope : null };
        this.dispatchEvent(new CustomEvent('confirm', { detail }));
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.cancel();
    }

    cancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
}
