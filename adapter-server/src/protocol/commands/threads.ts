import { z } from 'zod';
import { id } from '../primitives.ts';
import { onInteraction } from './shared.ts';

/** Which messages stand in which interaction. */
export const THREAD_COMMANDS = {
    /** A message of the customer becomes an interaction of its own. */
    splitMessage: {
        args: z.object({ ...onInteraction, messageId: id }),
        result: z.object({ interactionId: id }),
    },
} as const;
