import { z } from 'zod';
import { id, instant } from '../primitives.ts';
import { interactionSummary } from './interaction.ts';

/** A piece of plain text, and whether it is what was looked for. Never markup. */
export const pieceView = z.object({ text: z.string(), hit: z.boolean() });

export const searchTermView = z.object({
    /** As typed, and where in the query it stands. */
    text: z.string(),
    start: z.int(),
    end: z.int(),
    kind: z.enum([
        'words',
        'number',
        'status',
        'agent',
        'queue',
        'tag',
        'date',
        'attachment',
        'direction',
        'unclear',
    ]),
    negated: z.boolean(),
    /** What is wrong with it, and what to write. */
    problem: z.string().nullable(),
});

export const searchHitView = z.object({
    summary: interactionSummary,
    messageId: id,
    at: instant,
    direction: z.enum(['inbound', 'outbound']),
    from: z.array(pieceView),
    subject: z.array(pieceView),
    /** One line of its text, around what was looked for. */
    line: z.array(pieceView),
    /** The first file whose name is what was looked for. */
    file: z.array(pieceView).nullable(),
});

export type PieceView = z.infer<typeof pieceView>;
export type SearchTermView = z.infer<typeof searchTermView>;
export type SearchHitView = z.infer<typeof searchHitView>;
