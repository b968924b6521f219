import { LightningElement, api } from 'lwc';
import { onTick, serverNow } from 'c/patchbayClock';
import { fullTime } from 'c/patchbayFormat';
import type { NearestTargetView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { targetWords, type TargetState } from './targetWords';

const ICONS: Readonly<Record<TargetState, string | null>> = {
    running: null,
    warned: 'utility:warning',
    overdue: 'utility:error',
};

/** A service target (R9) in words that tick by the minute; soon due and overdue have a word and a shape, too. */
export default class PatchbayTarget extends LightningElement {
    text = '';
    state: TargetState = 'running';
    private shown: NearestTargetView | null = null;
    private stop?: () => void;

    @api
    get target(): NearestTargetView | null {
        return this.shown;
    }
    set target(value: NearestTargetView | null) {
        this.shown = value;
        this.show(serverNow());
    }

    connectedCallback(): void {
        this.stop = onTick((now) => this.show(now));
        this.show(serverNow());
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    get icon(): string | null {
        return ICONS[this.state];
    }
    get classes(): string {
        return `target target_${this.state}`;
    }
    get title(): string {
        const dueAt = this.shown?.dueAt ?? null;
        return dueAt === null ? '' : fullTime(dueAt, this.zone);
    }
    private get zone(): string | undefined {
        return getSession().state.me?.timeZone;
    }

    private show(now: number): void {
        const words = this.shown && targetWords(this.shown, now, this.zone);
        // Assigned only on a change: a text of minutes must not render sixty times.
        if (this.text !== (words?.text ?? '')) this.text = words?.text ?? '';
        if (words && this.state !== words.state) this.state = words.state;
    }
}
