/** Half-open on the wall clock: open at `from`, closed at `to`. 'HH:MM'; `to` may be '24:00'. */
export interface TimeRange {
    readonly from: string;
    readonly to: string;
}

export const WEEKDAYS = [
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A date (YYYY-MM-DD) whose ranges replace the weekday's: none for a holiday. */
export interface ScheduleException {
    readonly date: string;
    readonly name: string;
    readonly ranges: readonly TimeRange[];
}

/**
 * Opening hours of a queue or working hours of an agent, in an IANA zone. Never change one in place:
 * what was worked out from it is remembered by identity.
 */
export interface Schedule {
    readonly timeZone: string;
    readonly weekly: Readonly<Record<Weekday, readonly TimeRange[]>>;
    readonly exceptions: readonly ScheduleException[];
}

const ALL_DAY: readonly TimeRange[] = [{ from: '00:00', to: '24:00' }];

export const ALWAYS_OPEN: Schedule = {
    timeZone: 'UTC',
    weekly: {
        monday: ALL_DAY,
        tuesday: ALL_DAY,
        wednesday: ALL_DAY,
        thursday: ALL_DAY,
        friday: ALL_DAY,
        saturday: ALL_DAY,
        sunday: ALL_DAY,
    },
    exceptions: [],
};
