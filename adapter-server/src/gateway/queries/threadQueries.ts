import { listCustomerInteractions } from '../../queries/summaries.ts';
import { sightOf } from '../../queries/viewer.ts';
import { presentSummary } from '../presenters/interactionSummary.ts';
import { pageArgs, type QueryHandlers } from './queryHandlers.ts';

export const threadQueries: Pick<QueryHandlers, 'listCustomerInteractions'> = {
    async listCustomerInteractions({ tx, viewer, now }, args) {
        const found = await listCustomerInteractions(tx, args.interactionId, sightOf(viewer), pageArgs(args));
        const showing = { names: found.names, viewer, now };
        return { items: found.rows.map((row) => presentSummary(row, showing)), more: found.more };
    },
};
