import { z } from 'zod';
import { id } from '../primitives.ts';

/** The answer of a command that has nothing to tell but that it was done. */
export const done = z.object({});

export const onInteraction = { interactionId: id };
