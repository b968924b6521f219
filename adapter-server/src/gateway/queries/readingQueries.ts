import { readShownMessage } from '../../queries/interactionDetail.ts';
import { bodyOf, showOptions } from '../presenters/message.ts';
import type { QueryHandlers } from './queryHandlers.ts';

export const readingQueries: Pick<QueryHandlers, 'getMessageSlice'> = {
    async getMessageSlice({ tx, display, inlineUrl }, { messageId, slice, showRemote }) {
        const found = await readShownMessage(tx, messageId);
        if (!found) return null;
        const options = showOptions(found.attachments, { showRemote, inlineUrl });
        return display.showMailSlice(bodyOf(found.message), slice, options);
    },
};
