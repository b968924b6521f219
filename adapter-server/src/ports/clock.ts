import type { Instant } from '../core/duration.ts';

/** The only source of time. The real one samples the database's clock; tests and the demo can move it. */
export interface Clock {
    now(): Instant;
}
