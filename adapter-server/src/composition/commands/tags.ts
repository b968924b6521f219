import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { TAG_COMMANDS } from '../../protocol/commands/tags.ts';
import { createTag, deleteTag, renameTag, setWhoMakesTags } from '../../workflows/keepTags.ts';
import { addTag, removeTag } from '../../workflows/tagInteraction.ts';

export const tagCommands: Pick<CommandHandlers, keyof typeof TAG_COMMANDS> = {
    addTag,
    removeTag,
    createTag,
    renameTag,
    deleteTag,
    setWhoMakesTags,
};
