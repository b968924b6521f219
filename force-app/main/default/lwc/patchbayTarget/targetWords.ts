import { clockTime, fill } from 'c/patchbayFormat';
import type { NearestTargetView } from 'c/patchbayProtocol';
import { labels } from './labels';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type TargetState = 'running' | 'warned' | 'overdue';
export interface TargetWords {
    state: TargetState;
    text: string;
}

/** What is left is rounded up: "1 min" until it is over. */
const wholeMinutes = (length: number): number => Math.ceil(length / MINUTE) * MINUTE;

/** How it stands at this moment; null where nothing is counted down. */
export function targetWords(
    { kind, dueAt, warnAt }: NearestTargetView,
    now: number,
    zone?: string,
): TargetWords | null {
    if (dueAt === null) return null;
    const isReply = kind !== 'resolution';
    if (now >= dueAt) {
        const words = isReply ? labels.replyOverdue : labels.resolutionOverdue;
        return { state: 'overdue', text: fill(words, roughly(now - dueAt)) };
    }
    const left = dueAt - now;
    const warned = warnAt !== null && now >= warnAt;
    if (warned) {
        const words = isReply ? labels.replySoon : labels.resolutionSoon;
        return { state: 'warned', text: fill(words, roughly(wholeMinutes(left))) };
    }
    if (left >= DAY) {
        const words = isReply ? labels.replyDueAt : labels.resolutionDueAt;
        return { state: 'running', text: fill(words, clockTime(dueAt, now, zone)) };
    }
    const words = isReply ? labels.replyDue : labels.resolutionDue;
    return { state: 'running', text: fill(words, roughly(wholeMinutes(left))) };
}

/** In minutes, since seconds would have every row of a list move. */
function roughly(length: number): string {
    if (length < MINUTE) return labels.underAMinute;
    if (length < HOUR) return fill(labels.minutes, Math.floor(length / MINUTE));
    if (length < DAY) {
        const minutes = String(Math.floor((length % HOUR) / MINUTE)).padStart(2, '0');
        return fill(labels.hours, Math.floor(length / HOUR), minutes);
    }
    return fill(labels.days, Math.floor(length / DAY), Math.floor((length % DAY) / HOUR));
}
