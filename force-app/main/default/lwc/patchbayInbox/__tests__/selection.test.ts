import { nothingSelected, selecting, stillThere } from '../selection';

const order = [1, 2, 3, 4, 5];
const ids = ({ ids: selected }: { ids: ReadonlySet<number> }): number[] => [...selected].sort();

it('selects and lets go, one by one', () => {
    const one = selecting(nothingSelected, 3, order, false);
    expect(ids(one)).toEqual([3]);
    expect(ids(selecting(one, 5, order, false))).toEqual([3, 5]);
    expect(ids(selecting(one, 3, order, false))).toEqual([]);
});

it('selects a range from the last one, in both directions, and keeps where it began', () => {
    const one = selecting(nothingSelected, 3, order, false);
    const down = selecting(one, 5, order, true);
    expect(ids(down)).toEqual([3, 4, 5]);
    expect(ids(selecting(down, 1, order, true))).toEqual([1, 2, 3, 4, 5]);
    expect(ids(selecting(nothingSelected, 2, order, true))).toEqual([2]);
});

it('lets go of what has left', () => {
    const two = selecting(selecting(nothingSelected, 3, order, false), 4, order, false);
    expect(ids(stillThere(two, [1, 4]))).toEqual([4]);
    expect(stillThere(two, order)).toBe(two);
});
