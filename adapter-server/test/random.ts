/** A repeatable source of chance: whoever fails prints the seed. */
export class Random {
    readonly seed: number;
    #state: number;

    constructor(seed: number) {
        this.seed = seed;
        this.#state = seed >>> 0;
    }

    /** From 0 up to, without, 1 (mulberry32). */
    next(): number {
        this.#state = (this.#state + 0x6d2b79f5) >>> 0;
        let t = this.#state;
        t = Math.imul(t ^ (t >>> 15), t | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    }

    below(n: number): number {
        return Math.floor(this.next() * n);
    }

    pick<T>(from: readonly T[]): T {
        const chosen = from[this.below(from.length)];
        if (chosen === undefined) throw new Error('nothing to pick from');
        return chosen;
    }
}
