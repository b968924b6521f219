import type { z } from 'zod';
import { failure, type Failure } from './replies.ts';

export type Parsed<T> = { readonly ok: true; readonly value: T } | Failure;

/** Says which field is wrong and why; never repeats what was sent. */
export function parse<S extends z.ZodType>(schema: S, raw: unknown): Parsed<z.output<S>> {
    const result = schema.safeParse(raw);
    if (result.success) return { ok: true, value: result.data };
    const [first] = result.error.issues;
    const where = first?.path.map(String).join('.');
    return failure(
        'bad_request',
        where ? `${where}: ${first?.message}` : (first?.message ?? 'Not understood.'),
    );
}
