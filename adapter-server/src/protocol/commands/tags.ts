import { z } from 'zod';
import { id } from '../primitives.ts';
import { done, onInteraction } from './shared.ts';

/** As typed: longer than a tag may be, so that the rule says what is wrong (core/policies/tags.ts). */
export const tagText = z.string().max(200);

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
