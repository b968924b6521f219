import type { TARGET_QUERIES } from '../../../protocol/queries/targets.ts';
import type { RulesOf } from '../../authorization.ts';

const leads = { roles: ['manager', 'admin'], check: 'filtered' } as const;

export const TARGET_RULES: RulesOf<keyof typeof TARGET_QUERIES> = {
    listServiceTargets: leads,
    getServiceTargetCounts: leads,
};
