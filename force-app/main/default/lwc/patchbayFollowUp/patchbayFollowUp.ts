import { LightningElement, api } from 'lwc';
import { serverNow } from 'c/patchbayClock';
import { fullTime } from 'c/patchbayFormat';
import { labels } from './labels';
import { instantOf, wallTimeAt } from './wallTime';

const HOUR = 3_600_000;

/** Until when it stays pending. Fires `confirm` {followUpAt} and `cancel`. */
export default class PatchbayFollowUp extends LightningElement {
    @api timeZone = 'UTC';
    @api busy = false;
    @api refusal: { message: string; nextStep: string | null } | null = null;

    labels = labels;
    private chosen: number | null = null;
    private readonly now = serverNow();

    get quick() {
        return [
            { label: labels.inOneHour, at: this.now + HOUR },
            { label: labels.inFourHours, at: this.now + 4 * HOUR },
            { label: labels.inOneDay, at: this.now + 24 * HOUR },
            { label: labels.inOneWeek, at: this.now + 7 * 24 * HOUR },
        ].map((choice) => ({ ...choice, title: fullTime(choice.at, this.timeZone) }));
    }
    get value(): string {
        return this.chosen === null ? '' : wallTimeAt(this.chosen, this.timeZone);
    }
    get min(): string {
        return wallTimeAt(this.now, this.timeZone);
    }
    get cannotConfirm(): boolean {
        return this.busy || this.chosen === null || this.chosen <= serverNow();
    }

    handleQuick(event: Event): void {
        this.chosen = Number((event.currentTarget as HTMLElement).dataset.at);
        this.confirm();
    }

    handleDate(event: Event): void {
        this.chosen = instantOf((event.target as HTMLInputElement).value, this.timeZone);
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.cancel();
    }

    confirm(): void {
        if (this.cannotConfirm) return;
        this.dispatchEvent(new CustomEvent('confirm', { detail: { followUpAt: this.chosen } }));
    }

    cancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
}
