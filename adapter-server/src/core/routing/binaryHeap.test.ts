import { describe, it, expect } from '@jest/globals';
import { BinaryHeap } from './binaryHeap.ts';

describe('BinaryHeap', () => {
    it.each([[[]], [[1]], [[2, 1]], [[3, 1, 2, 1, 5, 4, 4]], [[7, 6, 5, 4, 3, 2, 1, 0]]])(
        'pops %j in order',
        (items) => {
            const heap = new BinaryHeap<number>((a, b) => a - b);
            for (const item of items) heap.push(item);
            expect(heap.size).toBe(items.length);
            const popped = items.map(() => heap.pop());
            expect(popped).toEqual([...items].sort((a, b) => a - b));
            expect(heap.pop()).toBeUndefined();
        },
    );

    it('keeps order when pushed to between pops', () => {
        const heap = new BinaryHeap<number>((a, b) => a - b);
        for (const item of [5, 3, 9]) heap.push(item);
        expect(heap.pop()).toBe(3);
        heap.push(1);
        heap.push(7);
        expect([heap.pop(), heap.pop(), heap.pop(), heap.pop()]).toEqual([1, 5, 7, 9]);
    });
});
