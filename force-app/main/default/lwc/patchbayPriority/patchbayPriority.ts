import { LightningElement, api } from 'lwc';
import type { InteractionPriority } from 'c/patchbayProtocol';
import { priorityWord } from 'c/patchbayWords';

const SHAPES: Readonly<Record<InteractionPriority, string>> = {
    urgent: 'utility:priority',
    high: 'utility:arrowup',
    normal: '',
    low: 'utility:arrowdown',
};

/** How soon an interaction is wanted: a shape and a word, and nothing where it is as usual. */
export default class PatchbayPriority extends LightningElement {
    @api priority: InteractionPriority = 'normal';

    get isShown(): boolean {
        return this.priority !== 'normal';
    }
    get icon(): string {
        return SHAPES[this.priority];
    }
    get word(): string {
        return priorityWord(this.priority);
    }
    get classes(): string {
        return `mark mark_${this.priority}`;
    }
}
