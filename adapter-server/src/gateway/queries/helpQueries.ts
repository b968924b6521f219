import { TEXT_FIELDS } from '../../core/policies/textFields.ts';
import type { HELP_QUERIES } from '../../protocol/queries/help.ts';
import {
    readOwnSignature,
    readQueueSignatures,
    readQuickReplies,
    readWritingHelp,
} from '../../queries/writingHelp.ts';
import { macrosFor } from '../../queries/macros.ts';
import { presentMacroChoice } from '../presenters/macros.ts';
import { presentFilledReply, presentQuickReply } from '../presenters/help.ts';
import type { QueryHandlers } from './queryHandlers.ts';

export const helpQueries: Pick<QueryHandlers, keyof typeof HELP_QUERIES> = {
    async getWritingHelp({ tx, viewer, now }, { interactionId }) {
        const help = await readWritingHelp(tx, interactionId, viewer.agentId, now);
        const { macros, names } = await macrosFor(tx, interactionId, viewer.agentId);
        return (
            help && {
                quickReplies: help.quickReplies.map(presentFilledReply),
                macros: macros.map((macro) => presentMacroChoice(macro, names)),
                signature: help.signature,
            }
        );
    },
    async listQuickReplies({ tx, viewer }) {
        const { rows, queueNames } = await readQuickReplies(tx, viewer);
        return { items: rows.map((row) => presentQuickReply(row, queueNames)), fields: [...TEXT_FIELDS] };
    },
    async getOwnSignature({ tx, viewer }) {
        return { text: await readOwnSignature(tx, viewer.agentId) };
    },
    async listQueueSignatures({ tx }) {
        return { items: await readQueueSignatures(tx) };
    },
};
