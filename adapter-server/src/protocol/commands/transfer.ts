import { z } from 'zod';
import { id } from '../primitives.ts';
import { done, onInteraction } from './shared.ts';

/** Handing work to somebody else (E10). */
export const TRANSFER_COMMANDS = {
    transferInteraction: {
        args: z.object({
            ...onInteraction,
            /** One of the two. */
            toAgentId: id.nullish(),
            toQueueId: id.nullish(),
            note: z.string().max(20_000).default(''),
            /** Where the agent is away: let it wait for them. */
            holdIfAway: z.boolean().default(false),
        }),
        result: done,
    },
} as const;
