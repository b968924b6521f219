import type { ADMINISTRATION_COMMANDS } from '../../../protocol/commands/administration.ts';
import type { ADMINISTRATION_QUERIES } from '../../../protocol/queries/administration.ts';
import type { RulesOf } from '../../authorization.ts';
import { directory, filtered, organization } from '../rules.ts';

export const ADMINISTRATION_RULES: RulesOf<
    keyof typeof ADMINISTRATION_COMMANDS | keyof typeof ADMINISTRATION_QUERIES
> = {
    createAgent: organization,
    updateAgent: organization,
    setMembership: organization,
    updateQueue: organization,
    retryQuarantined: organization,
    retryOutbox: organization,
    listQueues: directory,
    listAgents: filtered,
    listAudit: organization,
};
