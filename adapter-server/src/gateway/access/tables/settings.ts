import type { SETTINGS_COMMANDS } from '../../../protocol/commands/settings.ts';
import type { SETTINGS_QUERIES } from '../../../protocol/queries/settings.ts';
import type { RulesOf } from '../../authorization.ts';
import { organization, self } from '../rules.ts';

export const SETTINGS_RULES: RulesOf<keyof typeof SETTINGS_COMMANDS | keyof typeof SETTINGS_QUERIES> = {
    setPauseReasons: organization,
    setDispositions: organization,
    setHiddenCounters: self,
    getPauseReasons: organization,
    listDispositions: organization,
};
