import type { FilledReplyView, QuickReplyView } from '../../protocol/views/help.ts';
import type { QuickReply, WritingHelp } from '../../queries/writingHelp.ts';

export const presentQuickReply = (
    row: QuickReply,
    queueNames: ReadonlyMap<number, string>,
): QuickReplyView => ({
    id: row.id,
    queue:
        row.queueId === null
            ? null
            : { id: row.queueId, name: queueNames.get(row.queueId) ?? 'a former queue' },
    own: row.agentId !== null,
    shortcut: row.shortcut,
    title: row.title,
    text: row.text,
    format: row.format,
});

export const presentFilledReply = (row: WritingHelp['quickReplies'][number]): FilledReplyView => ({
    id: row.id,
    own: row.agentId !== null,
    shortcut: row.shortcut,
    title: row.title,
    text: row.text,
    html: row.html,
    unfilled: [...row.unfilled],
});
