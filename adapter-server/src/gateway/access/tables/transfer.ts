import type { TRANSFER_COMMANDS } from '../../../protocol/commands/transfer.ts';
import type { DIRECTORY_QUERIES } from '../../../protocol/queries/directory.ts';
import type { RulesOf } from '../../authorization.ts';
import { directory, work } from '../rules.ts';

export const TRANSFER_RULES: RulesOf<keyof typeof TRANSFER_COMMANDS | keyof typeof DIRECTORY_QUERIES> = {
    transferInteraction: work,
    searchDirectory: directory,
};
