import { pauseReasonSettings, queueDispositions, readOrganization } from '../../queries/settings.ts';
import type { QueryHandlers } from './queryHandlers.ts';

export const settingsQueries: Pick<QueryHandlers, 'getPauseReasons' | 'listDispositions'> = {
    async getPauseReasons({ tx }) {
        const { reasons, required } = pauseReasonSettings(await readOrganization(tx));
        return { reasons: [...reasons], required };
    },
    async listDispositions({ tx }, { queueId }) {
        return { items: await queueDispositions(tx, queueId), ofAll: await queueDispositions(tx, null) };
    },
};
