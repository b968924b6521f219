import { z } from 'zod';
import { id } from '../primitives.ts';

/** A page of a list, newest first; `before` is the id of the last item of the page before. */
export const page = { limit: z.int().min(1).max(200).default(50), before: id.nullish() };
