import { z } from 'zod';
import { id, tagText } from '../primitives.ts';
import { done, onInteraction } from './shared.ts';

export const TAG_COMMANDS = {
    /** Answers the tag as it is called. */
    addTag: { args: z.object({ ...onInteraction, name: tagText }), result: z.object({ tag: z.string() }) },
    removeTag: { args: z.object({ ...onInteraction, name: tagText }), result: done },
    /** Of the organization. */
    createTag: { args: z.object({ name: tagText }), result: z.object({ tagId: id }) },
    /** Where the name is taken, the two become one. The former name goes on meaning it. */
    renameTag: {
        args: z.object({ tagId: id, name: tagText }),
        result: z.object({ tagId: id, merged: z.boolean() }),
    },
    deleteTag: { args: z.object({ tagId: id }), result: z.object({ interactions: z.int() }) },
    setWhoMakesTags: { args: z.object({ newTags: z.enum(['everybody', 'admins']) }), result: done },
} as const;
