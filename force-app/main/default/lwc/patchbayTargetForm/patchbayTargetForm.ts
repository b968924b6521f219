import { durationText, readDuration } from 'c/patchbayDuration';
import type { ServiceTargetsView } from 'c/patchbayProtocol';

export const TIMES = ['firstReply', 'nextReply', 'resolution'] as const;
export const LEVELS = ['all', 'urgent', 'high', 'normal', 'low'] as const;
type Time = (typeof TIMES)[number];
type Level = (typeof LEVELS)[number];
export type CellName = `${Level}.${Time}`;

/** A queue's targets as they are being typed; an empty cell is no target, or in a priority that of all. */
export interface TargetForm {
    readonly cells: Readonly<Partial<Record<CellName, string>>>;
    readonly warnBy: ServiceTargetsView['warnBy'];
    readonly warnPercent: string;
    readonly warnBefore: string;
}

const PERCENT = 75;
const BEFORE = 900_000;

export function targetFormOf(targets: ServiceTargetsView | null): TargetForm {
    const cells: Partial<Record<CellName, string>> = {};
    for (const level of LEVELS)
        for (const time of TIMES) {
            const times = level === 'all' ? targets?.all : targets?.byPriority[level];
            const text = durationText(times?.[time] ?? null);
            if (text !== '') cells[`${level}.${time}`] = text;
        }
    return {
        cells,
        warnBy: targets?.warnBy ?? 'percent',
        warnPercent: String(targets?.warnPercent ?? PERCENT),
        warnBefore: durationText(targets?.warnBefore ?? BEFORE),
    };
}

const filled = ({ cells }: TargetForm): [CellName, string][] =>
    (Object.entries(cells) as [CellName, string][]).filter(([, text]) => text.trim() !== '');
const percentOf = ({ warnPercent }: TargetForm): number | null => {
    const percent = /^\d{1,2}$/.test(warnPercent.trim()) ? Number(warnPercent) : 0;
    return percent >= 1 ? percent : null;
};

export type WarnProblem = 'percent' | 'unreadable' | 'too_late' | null;
/** The cells that cannot be read, and what is wrong with the warning. */
export function wrongTargets(form: TargetForm): { cells: ReadonlySet<CellName>; warn: WarnProblem } {
    const set = filled(form).map(([name, text]) => ({ name, time: readDuration(text) }));
    const cells = new Set(set.filter(({ time }) => time === null).map(({ name }) => name));
    return {
        cells,
        warn: warnProblem(
            form,
            set.flatMap(({ time }) => (time === null ? [] : [time])),
        ),
    };
}

function warnProblem(form: TargetForm, times: readonly number[]): WarnProblem {
    if (form.warnBy === 'percent') return percentOf(form) === null ? 'percent' : null;
    const before = readDuration(form.warnBefore);
    if (before === null) return 'unreadable';
    return times.some((time) => time <= before) ? 'too_late' : null;
}

/** What to send; null: none. Only of a form in which nothing is wrong. */
export function targetsOf(form: TargetForm): ServiceTargetsView | null {
    const given = new Map(filled(form));
    if (given.size === 0) return null;
    const times = (level: Level) => ({
        firstReply: readDuration(given.get(`${level}.firstReply`) ?? ''),
        nextReply: readDuration(given.get(`${level}.nextReply`) ?? ''),
        resolution: readDuration(given.get(`${level}.resolution`) ?? ''),
    });
    const has = (level: Level): boolean => TIMES.some((time) => given.has(`${level}.${time}`));
    return {
        all: times('all'),
        byPriority: {
            ...(has('urgent') && { urgent: times('urgent') }),
            ...(has('high') && { high: times('high') }),
            ...(has('normal') && { normal: times('normal') }),
            ...(has('low') && { low: times('low') }),
        },
        warnBy: form.warnBy,
        warnPercent: percentOf(form) ?? PERCENT,
        warnBefore: readDuration(form.warnBefore) ?? BEFORE,
    };
}
