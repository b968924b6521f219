import type { THREAD_COMMANDS } from '../../../protocol/commands/threads.ts';
import type { THREAD_QUERIES } from '../../../protocol/queries/threads.ts';
import type { RulesOf } from '../../authorization.ts';
import { read, work } from '../rules.ts';

export const THREAD_RULES: RulesOf<keyof typeof THREAD_COMMANDS | keyof typeof THREAD_QUERIES> = {
    splitMessage: work,
    /** Others of the customer's are left out where the viewer may not see them. */
    listCustomerInteractions: read,
};
