import { permissionToSearch } from '../../../core/policies/emailSearch.ts';
import type { SEARCH_COMMANDS } from '../../../protocol/commands/search.ts';
import type { SEARCH_QUERIES } from '../../../protocol/queries/search.ts';
import type { Permission } from '../../../core/vocabulary.ts';
import type { RulesOf } from '../../authorization.ts';
import { filtered, self } from '../rules.ts';

const withPermission = { ...self, permission: (): Permission => 'email_search' };

export const SEARCH_RULES: RulesOf<keyof typeof SEARCH_COMMANDS | keyof typeof SEARCH_QUERIES> = {
    searchInteractions: { ...filtered, permission: ({ query }) => permissionToSearch(query) },
    listSavedSearches: withPermission,
    saveSearch: withPermission,
    removeSavedSearch: withPermission,
};
