import { listAgents, listAudit, listQueues } from '../../queries/lists.ts';
import { presentAgentAdmin, presentQueue } from '../presenters/administration.ts';
import { pageArgs, type QueryHandlers } from './queryHandlers.ts';

type AdminQuery = 'listQueues' | 'listAgents' | 'listAudit';

/** "An admin can do by API whatever the screens do." */
export const adminQueries: Pick<QueryHandlers, AdminQuery> = {
    async listQueues({ tx }) {
        return { items: (await listQueues(tx)).map(presentQueue) };
    },
    async listAgents({ tx, viewer }) {
        return { items: (await listAgents(tx, viewer)).map(presentAgentAdmin) };
    },
    async listAudit({ tx }, args) {
        const filter = { ...pageArgs(args), action: args.action ?? null, actor: args.actor ?? null };
        const { rows, more } = await listAudit(tx, filter);
        return { items: rows, more };
    },
};
