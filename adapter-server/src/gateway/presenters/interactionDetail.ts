import { decideThreadOfAnother, noteTaggingOriginalAgent } from '../../core/policies/taggingOriginalAgent.ts';
import type { InteractionDetail } from '../../protocol/views.ts';
import type { InteractionRows } from '../../queries/interactionDetail.ts';
import type { Viewer } from '../../queries/viewer.ts';
import { replyTargets } from '../../workflows/email/composeReply.ts';
import { presentSummary, presentTransfer } from './interactionSummary.ts';
import { presentJournalEntry } from './journal.ts';
import { presentAttachment, presentMessage, type MailShowing } from './message.ts';
import { presenceOf } from './people.ts';
import { possibilities } from './possibilities.ts';

export function presentDetail(
    rows: InteractionRows,
    viewer: Viewer,
    showing: Omit<MailShowing, 'names'>,
): InteractionDetail {
    const { summary, messages, attachments, draft } = rows;
    const shown = { ...showing, names: rows.names };
    const answered = messages.findLast((each) => each.direction === 'inbound' && each.kind === 'message');
    return {
        summary: presentSummary(summary, shown),
        messages: messages.map((message) =>
            presentMessage(
                message,
                attachments.filter((file) => file.messageId === message.id),
                shown,
            ),
        ),
        journal: rows.journal.map((entry) => presentJournalEntry(entry, shown)),
        draft: draft && {
            text: draft.text,
            cc: draft.cc,
            uploads: draft.files.map(presentAttachment),
            savedAt: draft.savedAt,
            version: draft.version,
        },
        dispositions: rows.dispositions.map(({ id, label }) => ({ id, label })),
        disposition:
            summary.dispositionId === null
                ? null
                : {
                      label: rows.names.disposition(summary.dispositionId),
                      notes: summary.dispositionNotes,
                  },
        replyTo: answered
            ? replyTargets(answered).map(({ name, address }) => ({ name, address }))
            : [{ name: summary.customerName, address: summary.customerAddress }],
        transfer: presentTransfer(summary, shown),
        transferNote: rows.transferNote,
        originalAgentBanner: originalAgentBanner(rows, viewer),
        can: possibilities(rows, viewer),
    };
}

/** E5: whose thread it is, their presence, and the note that is prefilled where they are away. */
function originalAgentBanner(
    { original, summary }: InteractionRows,
    viewer: Viewer,
): InteractionDetail['originalAgentBanner'] {
    if (!original) return null;
    const presence = presenceOf(original);
    const duty = decideThreadOfAnother(viewer.agentId, { agentId: original.id, presence });
    if (duty === 'none') return null;
    const name = `${original.firstName} ${original.lastName}`;
    return {
        agent: { id: original.id, name },
        presence,
        since: original.statusSince,
        taggingNote:
            duty === 'tag'
                ? noteTaggingOriginalAgent({
                      agentName: viewer.name,
                      originalName: name,
                      originalPresence: presence,
                      customerName: summary.customerName || null,
                      subject: summary.subject,
                  })
                : null,
    };
}
