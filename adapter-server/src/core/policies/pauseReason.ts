/**
 * R7: "Pause reasons (offered or not per agent; required or not per organization)". They are offered to who
 * holds the permission "pause reasons"; nobody else is asked for one.
 */
import type { ChosenStatus, Decision } from '../vocabulary.ts';
import { MISSED_REASON } from './missedOffer.ts';

export const MOST_PAUSE_REASONS = 50;

export interface PauseReasonSettings {
    readonly reasons: readonly string[];
    readonly required: boolean;
}

/** Those that this agent may choose from, in the admin's order. */
export const offeredReasons = ({ reasons }: PauseReasonSettings, permitted: boolean): readonly string[] =>
    permitted ? reasons : [];

/** Whether going Unavailable needs a reason of this agent: never where there is none to choose. */
export const needsReason = (settings: PauseReasonSettings, permitted: boolean): boolean =>
    settings.required && offeredReasons(settings, permitted).length > 0;

/** Whether the agent may take this status with this reason. */
export function decidePauseReason(
    status: ChosenStatus,
    reason: string | null,
    settings: PauseReasonSettings,
    permitted: boolean,
): Decision {
    if (status !== 'unavailable') return { allowed: true };
    const offered = offeredReasons(settings, permitted);
    const nextStep =
        offered.length === 0
            ? 'Choose Unavailable without a reason.'
            : `Choose one of: ${offered.join(', ')}.`;
    if (reason === null)
        return needsReason(settings, permitted)
            ? { allowed: false, reason: 'Going Unavailable needs a reason here.', nextStep }
            : { allowed: true };
    return offered.includes(reason)
        ? { allowed: true }
        : { allowed: false, reason: `"${reason}" is not one of the pause reasons.`, nextStep };
}

/** Whether an admin may set these: each once, and none that the server gives by itself. */
export function decidePauseReasons(reasons: readonly string[]): Decision {
    const nextStep = 'Change it and save again.';
    const seen = new Set<string>();
    for (const reason of reasons) {
        const folded = reason.trim().toLowerCase();
        if (folded === '') return { allowed: false, reason: 'A pause reason is empty.', nextStep };
        if (folded === MISSED_REASON.toLowerCase())
            return {
                allowed: false,
                reason: `"${MISSED_REASON}" is what the server says after a missed offer.`,
                nextStep,
            };
        if (seen.has(folded))
            return { allowed: false, reason: `"${reason.trim()}" is there twice.`, nextStep };
        seen.add(folded);
    }
    return reasons.length > MOST_PAUSE_REASONS
        ? { allowed: false, reason: `There are more than ${MOST_PAUSE_REASONS} pause reasons.`, nextStep }
        : { allowed: true };
}
