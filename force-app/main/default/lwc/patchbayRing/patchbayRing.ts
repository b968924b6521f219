import { LightningElement, api } from 'lwc';
import { onTick, serverNow } from 'c/patchbayClock';
import { fill } from 'c/patchbayFormat';
import { labels } from './labels';

/** How long an offer still rings. The arc is one CSS animation started at the server's elapsed time. */
export default class PatchbayRing extends LightningElement {
    @api from = 0;
    @api until = 0;

    seconds = 0;
    drain = '';
    private stop?: () => void;

    get spoken(): string {
        return fill(labels.secondsLeft, this.seconds);
    }

    get numberClass(): string {
        return this.seconds <= 10 ? 'number number_soon' : 'number';
    }

    connectedCallback(): void {
        const now = serverNow();
        this.drain = `animation-duration: ${Math.max(1, this.until - this.from)}ms; animation-delay: ${this.from - now}ms`;
        this.count(now);
        this.stop = onTick((tick) => this.count(tick));
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    private count(now: number): void {
        const seconds = Math.max(0, Math.ceil((this.until - now) / 1_000));
        if (seconds !== this.seconds) this.seconds = seconds;
    }
}
