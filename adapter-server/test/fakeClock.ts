import type { Instant } from '../src/core/duration.ts';
import type { Clock } from '../src/ports/clock.ts';

/** Time that stands until a test moves it. */
export class FakeClock implements Clock {
    at: Instant;
    constructor(at: Instant) {
        this.at = at;
    }
    now(): Instant {
        return this.at;
    }
}
