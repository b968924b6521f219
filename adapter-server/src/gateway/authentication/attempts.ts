import { minutes } from '../../core/duration.ts';
import type { Instant } from '../../core/duration.ts';

const WINDOW = minutes(15);
const MOST_PER_NAME = 10;
/** An office behind one address has many people who mistype. */
const MOST_PER_ADDRESS = 100;
const MOST_REMEMBERED = 100_000;

/**
 * Failed sign-ins of the last 15 minutes, per username and address, and per address. In this process's memory: with
 * several processes a guesser has as many tries more, which against argon2id and ten tries is nothing.
 */
export class SignInAttempts {
    readonly #failed = new Map<string, Instant[]>();

    /** When to try again; null where it may be tried now. */
    retryAt(username: string, address: string, now: Instant): Instant | null {
        const times = [
            limitOf(this.#recent(nameKey(username, address), now), MOST_PER_NAME),
            limitOf(this.#recent(address, now), MOST_PER_ADDRESS),
        ].filter((at) => at !== null);
        return times.length === 0 ? null : Math.max(...times);
    }

    /** Counted before the password is looked at, so that many at once are no way round; success takes it back. */
    began(username: string, address: string, now: Instant): void {
        if (this.#failed.size > MOST_REMEMBERED) this.#forgetOld(now);
        for (const key of [nameKey(username, address), address])
            this.#failed.set(key, [...this.#recent(key, now), now].slice(-MOST_PER_ADDRESS));
    }

    succeeded(username: string, address: string): void {
        this.#failed.delete(nameKey(username, address));
        this.#failed.get(address)?.pop();
    }

    #recent(key: string, now: Instant): Instant[] {
        return (this.#failed.get(key) ?? []).filter((at) => at > now - WINDOW);
    }

    #forgetOld(now: Instant): void {
        for (const key of this.#failed.keys())
            if (this.#recent(key, now).length === 0) this.#failed.delete(key);
        if (this.#failed.size > MOST_REMEMBERED) this.#failed.clear();
    }
}

const nameKey = (username: string, address: string): string => `${address} ${username.toLowerCase()}`;
const limitOf = (times: readonly Instant[], most: number): Instant | null =>
    times.length < most ? null : (times[times.length - most] ?? 0) + WINDOW;
