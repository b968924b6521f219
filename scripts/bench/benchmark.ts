import type { TestDatabase } from '../../adapter-server/test/database.ts';

/** A measured value beside what it is compared with, both from the same run. */
export interface MeasuredRow {
    readonly name: string;
    readonly unit: 'ms' | '/s' | '×';
    readonly ours: number;
    /** Null where there is nothing to compare with. */
    readonly reference: number | null;
    /** Null: shown for the reader alone. */
    readonly target: Target | null;
    /** How many measurements of ours the value is made of. */
    readonly count: number;
}

/** What must hold of `ours / reference`, or of `ours` itself. */
export interface Target {
    readonly of: 'ratio' | 'ours';
    readonly at: 'most' | 'least';
    readonly value: number;
}

export interface BenchContext {
    /** Stored interactions before each measurement, ascending. */
    readonly sizes: readonly number[];
    readonly rounds: number;
    readonly seed: number;
    /** An empty database of the newest schema on the durable store of this run; whoever opens it drops it. */
    readonly openDatabase: () => Promise<TestDatabase>;
    readonly progress: (line: string) => void;
}

/** One file each; `scripts/bench.ts` lists them. */
export interface Benchmark {
    readonly name: string;
    /** What is measured, against what: one sentence for the report. */
    readonly what: string;
    run(context: BenchContext): Promise<readonly MeasuredRow[]>;
}

/** What the target judges; NaN where its reference is missing, which holds for nothing. */
export const judged = ({ ours, reference, target }: MeasuredRow): number =>
    target?.of === 'ours' ? ours : ours / (reference ?? Number.NaN);

export function holds(row: MeasuredRow): boolean {
    if (row.target === null) return true;
    const value = judged(row);
    return row.target.at === 'most' ? value <= row.target.value : value >= row.target.value;
}

/** How much the same measurement may grow from the smallest to the largest store. */
const MOST_GROWTH = 1.5;

/**
 * The row that compares the largest store with the smallest, by ratios where there are references: the machine's
 * other work weighs on both alike.
 */
export function growth(name: string, small: MeasuredRow, large: MeasuredRow): MeasuredRow {
    const cost = (row: MeasuredRow): number => {
        const value = row.reference === null ? row.ours : row.ours / row.reference;
        return row.unit === '/s' ? 1 / value : value;
    };
    return {
        name,
        unit: '×',
        ours: cost(large),
        reference: cost(small),
        target: { of: 'ratio', at: 'most', value: MOST_GROWTH },
        count: large.count,
    };
}
