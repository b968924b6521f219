import { z } from 'zod';
import { id } from '../primitives.ts';
import { interactionSummary } from '../views.ts';
import { page } from './shared.ts';

/** Threads beside the one that is open. */
export const THREAD_QUERIES = {
    /** The other interactions of its customer, newest first: to read, or to merge with. */
    listCustomerInteractions: {
        args: z.object({ interactionId: id, ...page }),
        result: z.object({ items: z.array(interactionSummary), more: z.boolean() }),
    },
} as const;
