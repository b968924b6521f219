import { z } from 'zod';
import { TRANSFER_NOTES } from '../../core/vocabulary.ts';
import { queueRef } from '../primitives.ts';
import { dispositionView } from '../views/interaction.ts';

/** What has to be chosen before the same is done with several interactions. */
export const BULK_QUERIES = {
    /** Of every queue: the outcomes to close with, its own first, and whether a transfer out of it needs a note. */
    listQueueChoices: {
        args: z.object({}),
        result: z.object({
            items: z.array(
                z.object({
                    queue: queueRef,
                    transferNote: z.enum(TRANSFER_NOTES),
                    dispositions: z.array(dispositionView),
                }),
            ),
        }),
    },
} as const;
