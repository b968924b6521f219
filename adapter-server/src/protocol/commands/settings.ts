import { z } from 'zod';
import { channel, id } from '../primitives.ts';
import { done } from './shared.ts';

const label = z.string().trim().min(1).max(100);

/** What admins set for everybody (A11, R7), and what everybody sets for themself. */
export const SETTINGS_COMMANDS = {
    /** In the order in which they are offered; what is left out is no longer. */
    setPauseReasons: {
        args: z.object({ reasons: z.array(label).max(200), required: z.boolean() }),
        result: done,
    },
    /** Those of one queue in their order; one without an id is new, one that is left out is no longer offered. */
    setDispositions: {
        args: z.object({ queueId: id, items: z.array(z.object({ id: id.nullish(), label })).max(200) }),
        result: done,
    },
    /** Of the counters of what waits, those that I do not want to see. */
    setHiddenCounters: { args: z.object({ channels: z.array(channel).max(3) }), result: done },
} as const;
