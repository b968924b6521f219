import type { z } from 'zod';
import { failure, type Failure } from './replies.ts';

export type Parsed<T> = { readonly ok: true; readonly value: T } | Failure;

/** Says which field is wrong and why; never repeats what was sent. */
export function parse<S extends z.ZodType>(schema: S, raw: unknown): Parsed<z.output<S>> {
    if (holdsNul(raw)) return failure('bad_request', 'It holds a character that cannot be stored (U+0000).');
    const result = schema.safeParse(raw);
    if (result.success) return { ok: true, value: result.data };
    const [first] = result.error.issues;
    const where = first?.path.map(String).join('.');
    return failure(
        'bad_request',
        where ? `${where}: ${first?.message}` : (first?.message ?? 'Not understood.'),
    );
}

/** PostgreSQL stores every character but this one. */
function holdsNul(value: unknown): boolean {
    if (typeof value === 'string') return value.includes('\0');
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
    return Object.entries(value).some(([key, part]) => key.includes('\0') || holdsNul(part));
}
