import { cpus, loadavg, totalmem } from 'node:os';
import type pg from 'pg';
import { holds, judged, type Benchmark, type MeasuredRow } from './benchmark.ts';

export interface Measured {
    readonly benchmark: Pick<Benchmark, 'name' | 'what'>;
    readonly rows: readonly MeasuredRow[];
    /** Why it could not be measured; counts as missed. */
    readonly failed: string | null;
}

export interface RunFacts {
    readonly store: string;
    readonly sizes: readonly number[];
    readonly rounds: number;
    readonly seed: number;
    readonly seconds: number;
    readonly loadBefore: number;
}

/** What the numbers were measured on, in one line each. */
export const factLines = (facts: RunFacts): string[] => [
    `Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`,
    `Load when it began ${facts.loadBefore.toFixed(1)}, when it ended ${(loadavg()[0] ?? 0).toFixed(1)} (above ${cpus().length} others used the machine, too)`,
    `Store: ${facts.store}`,
    `Stored interactions: ${facts.sizes.join(', ')}; rounds: ${facts.rounds}, the median counts; seed ${facts.seed}; took ${Math.round(facts.seconds)} s`,
];

/** "PostgreSQL 18.0, synchronous_commit on, fsync on": a target of durable work means nothing without. */
export async function describeStore(pool: pg.Pool, kind: string): Promise<string> {
    const settings: string[] = [];
    for (const name of ['server_version', 'synchronous_commit', 'fsync', 'full_page_writes'] as const) {
        const { rows } = await pool.query<{ value: string }>(`select current_setting($1) as value`, [name]);
        settings.push(`${name} ${rows[0]?.value ?? ''}`);
    }
    return `${kind}: PostgreSQL with ${settings.join(', ')}`;
}

const number = (value: number): string =>
    Number.isFinite(value) ? value.toFixed(value >= 100 ? 0 : value >= 1 ? 1 : 3) : '–';

export function resultLine(row: MeasuredRow): string {
    const ratio = row.reference === null ? '' : ` = ${number(row.ours / row.reference)} ×`;
    const against = row.reference === null ? '' : ` against ${number(row.reference)} ${row.unit}`;
    const verdict = row.target === null ? '' : `  ${holds(row) ? 'holds' : 'MISSED'} (${targetText(row)})`;
    return `${row.name}: ${number(row.ours)} ${row.unit}${against}${ratio}${verdict}`;
}

function targetText({ target, unit }: MeasuredRow): string {
    if (target === null) return '';
    return `${target.at === 'most' ? '≤' : '≥'} ${target.value} ${target.of === 'ratio' ? '×' : unit}`;
}

export function markdown(facts: RunFacts, measured: readonly Measured[]): string {
    const head =
        '| measured | ours | reference | ratio | target | holds | samples |\n| --- | --- | --- | --- | --- | --- | --- |';
    const line = (row: MeasuredRow): string =>
        `| ${row.name} | ${number(row.ours)} ${row.unit} | ${row.reference === null ? '' : `${number(row.reference)} ${row.unit}`} | ${
            row.reference === null ? '' : number(row.ours / row.reference)
        } | ${targetText(row)} | ${row.target === null ? '' : holds(row) ? 'yes' : `**no** (${number(judged(row))})`} | ${row.count} |`;
    const sections = measured.map(({ benchmark, rows, failed }) =>
        [
            `## ${benchmark.name}`,
            benchmark.what,
            ...(failed === null ? [] : [`**Not measured:** ${failed}`]),
            ...(rows.length === 0 ? [] : [[head, ...rows.map(line)].join('\n')]),
        ].join('\n\n'),
    );
    return [
        '# Benchmarks',
        factLines(facts)
            .map((fact) => `- ${fact}`)
            .join('\n'),
        ...sections,
        '',
    ].join('\n\n');
}
