import { z } from 'zod';
import {
    decideServiceTargets,
    WARN_AT_PERCENT,
    WARN_BEFORE,
    type ServiceTargets,
} from '../core/policies/serviceTargets.ts';
import { duration } from './fileFields.ts';

const times = {
    firstReply: duration.nullable().default(null),
    nextReply: duration.nullable().default(null),
    resolution: duration.nullable().default(null),
};
const ofPriority = z.strictObject(times).optional();

/**
 * A queue's service targets (R9): `{"firstReply": "1h", "resolution": "3d", "byPriority": {"urgent": {"firstReply": "15m"}},
 * "warnAt": "75%"}`; `warnAt` may also be a time before it is due: "10m". In opening hours: a day has 24 of them.
 */
export const serviceTargetsField = z
    .strictObject({
        ...times,
        byPriority: z
            .strictObject({ urgent: ofPriority, high: ofPriority, normal: ofPriority, low: ofPriority })
            .default({}),
        warnAt: z
            .union(
                [
                    z
                        .string()
                        .regex(/^\d{1,2}%$/)
                        .transform((text) => ({ percent: Number.parseInt(text, 10) })),
                    duration.transform((before) => ({ before })),
                ],
                { error: 'write a share of the time ("75%") or a time before it is due ("10m")' },
            )
            .default({ percent: WARN_AT_PERCENT }),
    })
    .transform(({ byPriority, warnAt, ...all }, context): ServiceTargets | null => {
        const decision = decideServiceTargets({
            all,
            byPriority,
            warnBy: 'percent' in warnAt ? 'percent' : 'before',
            warnPercent: 'percent' in warnAt ? warnAt.percent : WARN_AT_PERCENT,
            warnBefore: 'before' in warnAt ? warnAt.before : WARN_BEFORE,
        });
        if (decision.allowed) return decision.settings;
        const message = `${decision.reason} ${decision.nextStep ?? ''}`.trim().replace(/[.]$/, '');
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
    });
