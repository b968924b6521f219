import { LightningElement, api } from 'lwc';
import { onTick, serverNow } from 'c/patchbayClock';
import { duration, fill } from 'c/patchbayFormat';

/**
 * "Every wait has a number": one duration that ticks with the shared clock. Give `since` to count up or `until`
 * to count down; `words` is a custom label such as "Waiting {0}".
 */
export default class PatchbayTimer extends LightningElement {
    /** Milliseconds of waiting after which it turns to the warning color and says so in its shape (bold). */
    @api warnAfter?: number;
    @api title = '';

    text = '';
    private late = false;
    private from?: number | null;
    private to?: number | null;
    private wording = '{0}';
    private stop?: () => void;

    @api
    get words(): string {
        return this.wording;
    }
    set words(value: string) {
        this.wording = value;
        this.show(serverNow());
    }

    @api
    get since(): number | null | undefined {
        return this.from;
    }
    set since(value: number | null | undefined) {
        this.from = value;
        this.show(serverNow());
    }

    @api
    get until(): number | null | undefined {
        return this.to;
    }
    set until(value: number | null | undefined) {
        this.to = value;
        this.show(serverNow());
    }

    get classes(): string {
        return this.late ? 'timer timer_late' : 'timer';
    }

    connectedCallback(): void {
        this.stop = onTick((now) => this.show(now));
        this.show(serverNow());
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    private show(now: number): void {
        const length = this.to != null ? this.to - now : this.from != null ? now - this.from : null;
        // Assigned only on a change: a minute-long text must not render sixty times.
        const text = length === null ? '' : fill(this.wording, duration(length));
        if (text !== this.text) this.text = text;
        const late =
            length !== null && this.warnAfter !== undefined && this.from != null && length >= this.warnAfter;
        if (late !== this.late) this.late = late;
    }
}
