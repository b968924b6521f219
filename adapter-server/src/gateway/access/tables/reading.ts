import type { READING_QUERIES } from '../../../protocol/queries/reading.ts';
import type { RulesOf } from '../../authorization.ts';
import { EVERYONE } from '../rules.ts';

export const READING_RULES: RulesOf<keyof typeof READING_QUERIES> = {
    getMessageSlice: { roles: EVERYONE, check: 'message:read', message: (args) => args.messageId },
};
