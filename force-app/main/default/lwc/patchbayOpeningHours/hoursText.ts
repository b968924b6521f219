import type { CommandArgs } from 'c/patchbayProtocol';

export type Hours = NonNullable<CommandArgs<'updateQueue'>['openingHours']>;
export type Day = keyof Hours['weekly'];
type Range = Hours['weekly']['monday'][number];

export const DAYS: readonly Day[] = [
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
];

export const rangesText = (ranges: readonly Range[]): string =>
    ranges.map(({ from, to }) => `${from}–${to}`).join(', ');

/** "9-12, 13:00–17:30" → ranges; null where it cannot be read. Blank: closed. */
export function readRanges(text: string): Range[] | null {
    const ranges: Range[] = [];
    for (const part of text.split(',').map((one) => one.trim())) {
        if (part === '') continue;
        const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] =
            /^(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?$/.exec(part) ?? [];
        if (fromHour === undefined || toHour === undefined) return null;
        const from = `${fromHour.padStart(2, '0')}:${fromMinute}`;
        const to = `${toHour.padStart(2, '0')}:${toMinute}`;
        if (from >= to || to > '24:00' || fromMinute > '59' || toMinute > '59') return null;
        ranges.push({ from, to });
    }
    return ranges;
}

export const exceptionsText = (exceptions: Hours['exceptions']): string =>
    exceptions
        .map(({ date, name, ranges }) =>
            `${date} ${name}${ranges.length > 0 ? `: ${rangesText(ranges)}` : ''}`.trim(),
        )
        .join('\n');

/** "2027-12-24 Christmas Eve: 9-12", one a line; without hours it is closed. Null where a line cannot be read. */
export function readExceptions(text: string): Hours['exceptions'] | null {
    const exceptions: Hours['exceptions'] = [];
    for (const line of text.split('\n').map((one) => one.trim())) {
        if (line === '') continue;
        const [, date, rest = ''] = /^(\d{4}-\d{2}-\d{2})\s*(.*)$/.exec(line) ?? [];
        if (date === undefined) return null;
        const colon = rest.indexOf(':') < 0 ? -1 : rest.search(/:\s*\d/);
        const ranges = colon < 0 ? [] : readRanges(rest.slice(colon + 1));
        if (ranges === null) return null;
        const name = (colon < 0 ? rest : rest.slice(0, colon)).trim().slice(0, 100);
        exceptions.push({ date, name, ranges });
    }
    return exceptions;
}
