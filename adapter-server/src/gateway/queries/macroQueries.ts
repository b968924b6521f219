import type { MACRO_QUERIES } from '../../protocol/queries/macros.ts';
import { readMacros } from '../../queries/macros.ts';
import { presentMacro } from '../presenters/macros.ts';
import type { QueryHandlers } from './queryHandlers.ts';

export const macroQueries: Pick<QueryHandlers, keyof typeof MACRO_QUERIES> = {
    async listMacros({ tx, viewer }) {
        const { macros, names, dispositions } = await readMacros(tx, viewer);
        return {
            items: macros.map((macro) => presentMacro(macro, names)),
            dispositions: dispositions.map(({ id, label, queueId }) => ({
                id,
                label,
                queue: queueId === null ? null : { id: queueId, name: names.queue(queueId) },
            })),
        };
    },
};
