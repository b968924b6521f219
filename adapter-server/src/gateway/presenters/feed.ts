import type { FeedEntryView } from '../../protocol/views.ts';
import type { FeedRow } from '../../queries/contactFeed.ts';
import { journalSentence } from './journal.ts';
import { agentRef, agentRefOrNull, numberOf, type Presenting } from './presenting.ts';

export function presentFeedEntry(row: FeedRow, showing: Presenting): FeedEntryView {
    const isNote = row.text !== null;
    return {
        id: row.feedId,
        at: row.at,
        kind: isNote ? 'note' : 'event',
        agent: agentRefOrNull(showing.names, row.agentId),
        text:
            row.text ??
            journalSentence(
                { kind: row.kind ?? '', agentId: row.agentId, at: row.at, data: row.data ?? {} },
                showing,
            ),
        mentions: (row.mentions ?? []).map((id) => agentRef(showing.names, id)),
        interaction:
            row.interactionId === null
                ? null
                : {
                      id: row.interactionId,
                      number: numberOf(row.interactionId),
                      subject: row.subject ?? '',
                  },
    };
}
