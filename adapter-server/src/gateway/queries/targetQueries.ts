import type { TARGET_QUERIES } from '../../protocol/queries/targets.ts';
import { countServiceTargets, listServiceTargets } from '../../queries/serviceTargets.ts';
import { presentTarget, presentTargetCount } from '../presenters/targets.ts';
import { pageArgs, type QueryHandlers } from './queryHandlers.ts';

/** R9's breach list and counts, of the queues that the viewer leads. */
export const targetQueries: Pick<QueryHandlers, keyof typeof TARGET_QUERIES> = {
    async listServiceTargets({ tx, viewer }, args) {
        const { rows, more, names } = await listServiceTargets(tx, viewer, {
            ...pageArgs(args),
            queueId: args.queueId ?? null,
            agentId: args.agentId ?? null,
            kind: args.kind ?? null,
            state: args.state ?? null,
            days: { from: args.from ?? null, to: args.to ?? null },
        });
        return { items: rows.map((row) => presentTarget(row, names)), more };
    },
    async getServiceTargetCounts({ tx, viewer }, args) {
        const { rows, names } = await countServiceTargets(tx, viewer, {
            queueId: args.queueId ?? null,
            kind: args.kind ?? null,
            by: args.by,
            days: { from: args.from ?? null, to: args.to ?? null },
        });
        return { items: rows.map((row) => presentTargetCount(row, names)) };
    },
};
