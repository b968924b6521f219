import { removeSavedSearch, saveSearch } from '../../workflows/saveSearch.ts';
import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { SEARCH_COMMANDS } from '../../protocol/commands/search.ts';

export const searchCommands: Pick<CommandHandlers, keyof typeof SEARCH_COMMANDS> = {
    saveSearch,
    removeSavedSearch,
};
