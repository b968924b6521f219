import { LightningElement, api } from 'lwc';
import { onTick, serverNow } from 'c/patchbayClock';
import { ago, clockTime, fill, fullTime } from 'c/patchbayFormat';
import { getSession } from 'c/patchbaySession';

/** An instant: relative in the text, absolute on hover, in the agent's zone. */
export default class PatchbayTime extends LightningElement {
    /** 'ago' for "3 min", 'clock' for "18:05". */
    @api form: 'ago' | 'clock' = 'ago';

    text = '';
    private instant?: number | null;
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
    get at(): number | null | undefined {
        return this.instant;
    }
    set at(value: number | null | undefined) {
        this.instant = value;
        this.show(serverNow());
    }

    get machine(): string {
        return this.instant == null ? '' : new Date(this.instant).toISOString();
    }

    get title(): string {
        return this.instant == null ? '' : fullTime(this.instant, this.zone);
    }

    private get zone(): string | undefined {
        return getSession().state.me?.timeZone;
    }

    connectedCallback(): void {
        this.stop = onTick((now) => this.show(now));
        this.show(serverNow());
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    private show(now: number): void {
        if (this.instant == null) {
            this.text = '';
            return;
        }
        const time =
            this.form === 'clock'
                ? clockTime(this.instant, now, this.zone)
                : ago(this.instant, now, this.zone);
        const text = fill(this.wording, time);
        if (text !== this.text) this.text = text;
    }
}
