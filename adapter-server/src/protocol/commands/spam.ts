import { z } from 'zod';
import { id } from '../primitives.ts';
import { done, onInteraction } from './shared.ts';

const reason = z.string().trim().max(300).default('');
const scope = z.enum(['sender', 'domain']);

/** E12: spam and blocks. */
export const SPAM_COMMANDS = {
    markSpam: { args: z.object({ ...onInteraction, reason }), result: done },
    blockSender: { args: z.object({ ...onInteraction, scope, reason }), result: z.object({ blockId: id }) },
    releaseSpam: { args: z.object(onInteraction), result: done },
    addBlock: {
        args: z.object({ scope, address: z.string().trim().min(1).max(320), reason }),
        result: z.object({ blockId: id }),
    },
    removeBlock: {
        args: z.object({ blockId: id, release: z.boolean() }),
        result: z.object({ released: z.int(), left: z.boolean() }),
    },
} as const;
