/** A priority queue: the smallest by `compare` first. Push and pop cost O(log n). */
export class BinaryHeap<T> {
    readonly #items: T[] = [];
    readonly #compare: (a: T, b: T) => number;

    constructor(compare: (a: T, b: T) => number) {
        this.#compare = compare;
    }

    get size(): number {
        return this.#items.length;
    }

    push(item: T): void {
        const items = this.#items;
        let hole = items.length;
        items.push(item);
        while (hole > 0) {
            const above = (hole - 1) >> 1;
            const parent = items[above] as T;
            if (this.#compare(parent, item) <= 0) break;
            items[hole] = parent;
            hole = above;
        }
        items[hole] = item;
    }

    pop(): T | undefined {
        const items = this.#items;
        const top = items[0];
        const last = items.pop();
        if (items.length > 0) this.#sinkFromTop(last as T);
        return top;
    }

    #sinkFromTop(item: T): void {
        const items = this.#items;
        let hole = 0;
        for (;;) {
            let below = 2 * hole + 1;
            if (below >= items.length) break;
            const right = below + 1;
            if (right < items.length && this.#compare(items[right] as T, items[below] as T) < 0)
                below = right;
            if (this.#compare(item, items[below] as T) <= 0) break;
            items[hole] = items[below] as T;
            hole = below;
        }
        items[hole] = item;
    }
}
