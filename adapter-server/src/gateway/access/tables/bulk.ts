import type { BULK_QUERIES } from '../../../protocol/queries/bulk.ts';
import type { RulesOf } from '../../authorization.ts';
import { directory } from '../rules.ts';

export const BULK_RULES: RulesOf<keyof typeof BULK_QUERIES> = {
    listQueueChoices: directory,
};
