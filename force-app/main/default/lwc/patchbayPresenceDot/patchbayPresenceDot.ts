import { LightningElement, api } from 'lwc';
import type { Presence } from 'c/patchbayProtocol';
import { presenceWord } from 'c/patchbayWords';

/** Presence by color, shape and word; `dot-only` keeps the word for screen readers and the hover. */
export default class PatchbayPresenceDot extends LightningElement {
    @api presence: Presence = 'logged_out';
    @api reason: string | null = null;
    @api dotOnly = false;

    get isAvailable(): boolean {
        return this.presence === 'available';
    }
    get isBusy(): boolean {
        return this.presence === 'busy';
    }
    get isUnavailable(): boolean {
        return this.presence === 'unavailable';
    }
    get word(): string {
        return presenceWord(this.presence);
    }
    get title(): string {
        return this.reason ? `${this.word}: ${this.reason}` : this.word;
    }
    get dotClass(): string {
        return `dot dot_${this.presence}`;
    }
    get wordClass(): string {
        return this.dotOnly ? 'slds-assistive-text' : 'word';
    }
}
