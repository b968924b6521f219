import type { TAG_COMMANDS } from '../../../protocol/commands/tags.ts';
import type { TAG_QUERIES } from '../../../protocol/queries/tags.ts';
import type { RulesOf } from '../../authorization.ts';
import { directory, organization, work } from '../rules.ts';

export const TAG_RULES: RulesOf<keyof typeof TAG_COMMANDS | keyof typeof TAG_QUERIES> = {
    addTag: work,
    removeTag: work,
    createTag: organization,
    renameTag: organization,
    deleteTag: organization,
    setWhoMakesTags: organization,
    suggestTags: directory,
    listTags: organization,
};
