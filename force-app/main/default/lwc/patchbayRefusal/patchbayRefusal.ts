import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** Why something was refused and what to do instead. Fires `dismiss` and, where it has an action, `act`. */
export default class PatchbayRefusal extends LightningElement {
    @api message = '';
    @api nextStep: string | null = null;
    @api tone: 'refused' | 'warning' | 'note' = 'refused';
    @api actionLabel: string | null = null;
    @api dismissible = false;

    labels = labels;

    get classes(): string {
        return `refusal refusal_${this.tone}`;
    }
    get iconName(): string {
        return this.tone === 'note'
            ? 'utility:info'
            : this.tone === 'warning'
              ? 'utility:warning'
              : 'utility:error';
    }
    get iconText(): string {
        return this.tone === 'note'
            ? labels.toneNote
            : this.tone === 'warning'
              ? labels.toneWarning
              : labels.toneRefused;
    }

    handleDismiss(): void {
        this.dispatchEvent(new CustomEvent('dismiss'));
    }

    handleAction(): void {
        this.dispatchEvent(new CustomEvent('act'));
    }
}
