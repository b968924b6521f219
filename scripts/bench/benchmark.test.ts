import { describe, expect, it } from '@jest/globals';
import { growth, holds, type MeasuredRow, type Target } from './benchmark.ts';
import { median, percentile } from './statistics.ts';

const row = (ours: number, reference: number | null, target: Target | null): MeasuredRow => ({
    name: 'x',
    unit: 'ms',
    ours,
    reference,
    target,
    count: 1,
});

describe('what a benchmark is judged by', () => {
    const most = { of: 'ratio', at: 'most', value: 4 } as const;
    it.each([
        [row(8, 2, most), true],
        [row(8.01, 2, most), false],
        [row(8, null, most), false],
        [row(1, 2, { of: 'ratio', at: 'least', value: 0.5 }), true],
        [row(0.99, 2, { of: 'ratio', at: 'least', value: 0.5 }), false],
        [row(200, 1, { of: 'ours', at: 'most', value: 200 }), true],
        [row(200.1, 1, { of: 'ours', at: 'most', value: 200 }), false],
        [row(9, 1, null), true],
    ])('%#: %j holds: %s', (measured, expected) => expect(holds(measured)).toBe(expected));

    it('lets a store that is a hundred times larger cost half as much again, and no more', () => {
        expect(holds(growth('g', row(2, 1, null), row(6, 2, null)))).toBe(true);
        expect(holds(growth('g', row(2, 1, null), row(6.1, 2, null)))).toBe(false);
    });

    it('reads fewer a second as dearer', () => {
        const rate = (ours: number): MeasuredRow => ({ ...row(ours, 100, null), unit: '/s' });
        expect(holds(growth('g', rate(90), rate(60)))).toBe(true);
        expect(holds(growth('g', rate(90), rate(59)))).toBe(false);
    });

    it('takes percentiles that were measured', () => {
        expect(median([3, 1, 2])).toBe(2);
        expect(percentile([4, 1, 3, 2], 0.99)).toBe(4);
        expect(percentile([], 0.5)).toBeNaN();
    });
});
