import type { MACRO_COMMANDS } from '../../../protocol/commands/macros.ts';
import type { MACRO_QUERIES } from '../../../protocol/queries/macros.ts';
import type { RulesOf } from '../../authorization.ts';
import { filtered, organization, self, work } from '../rules.ts';

export const MACRO_RULES: RulesOf<keyof typeof MACRO_COMMANDS | keyof typeof MACRO_QUERIES> = {
    saveMacro: organization,
    deleteMacro: organization,
    saveOwnMacro: self,
    deleteOwnMacro: self,
    runMacro: work,
    listMacros: filtered,
};
