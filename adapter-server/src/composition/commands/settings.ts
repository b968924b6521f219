import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { SETTINGS_COMMANDS } from '../../protocol/commands/settings.ts';
import { setDispositions } from '../../workflows/setDispositions.ts';
import { setHiddenCounters } from '../../workflows/setHiddenCounters.ts';
import { setPauseReasons } from '../../workflows/setPauseReasons.ts';

export const settingsCommands: Pick<CommandHandlers, keyof typeof SETTINGS_COMMANDS> = {
    setPauseReasons,
    setDispositions,
    setHiddenCounters,
};
