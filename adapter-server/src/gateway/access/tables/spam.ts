import type { SPAM_COMMANDS } from '../../../protocol/commands/spam.ts';
import type { SPAM_QUERIES } from '../../../protocol/queries/spam.ts';
import type { RulesOf } from '../../authorization.ts';
import { work } from '../rules.ts';

const LEADS = ['manager', 'admin'] as const;
const leads = { roles: LEADS, check: 'organization' } as const;

export const SPAM_RULES: RulesOf<keyof typeof SPAM_COMMANDS | keyof typeof SPAM_QUERIES> = {
    markSpam: work,
    blockSender: work,
    releaseSpam: { ...work, roles: LEADS },
    addBlock: leads,
    removeBlock: leads,
    listBlocks: leads,
};
