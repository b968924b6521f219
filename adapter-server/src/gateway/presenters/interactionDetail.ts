import { setImmediate } from 'node:timers/promises';
import { presenceOf } from '../../core/policies/presence.ts';
import { replyRecipients } from '../../core/policies/replyRecipients.ts';
import { decideThreadOfAnother, noteTaggingOriginalAgent } from '../../core/policies/taggingOriginalAgent.ts';
import type { InteractionDetail, MessageView } from '../../protocol/views.ts';
import type { InteractionRows } from '../../queries/interactionDetail.ts';
import type { Viewer } from '../../queries/viewer.ts';
import type { Attachment } from '../../storage/attachments.ts';
import type { Message } from '../../storage/messages.ts';
import { defaultSubject } from '../../workflows/email/composeMail.ts';
import { replyTargets } from '../../workflows/email/composeReply.ts';
import { answerTo } from './answering.ts';
import { presentSummary, presentTransfer } from './interactionSummary.ts';
import { presentJournalEntry } from './journal.ts';
import { presentAttachment, presentMessage, type MailShowing } from './message.ts';
import { possibilities } from './possibilities.ts';

export async function presentDetail(
    rows: InteractionRows,
    viewer: Viewer,
    showing: Omit<MailShowing, 'names' | 'answerTo'>,
): Promise<InteractionDetail> {
    const { summary, messages, attachments, draft } = rows;
    const answered = messages.findLast(isFromCustomer);
    const customerMessages = messages.filter(isFromCustomer).map(({ at }) => at);
    const shown = { ...showing, names: rows.names, customerMessages, answerTo: answerTo(rows) };
    return {
        summary: presentSummary(summary, shown),
        messages: await presentMessages(messages, attachments, shown),
        journal: rows.journal.map((entry) => presentJournalEntry(entry, shown)),
        draft: draft && {
            kind: draft.kind,
            text: draft.text,
            html: draft.html,
            to: draft.to,
            cc: draft.cc,
            bcc: draft.bcc,
            subject: draft.subject,
            forwards: draft.forwards,
            answers: draft.answers,
            scheduledFor: draft.scheduledFor,
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
        replyAll: answered
            ? replyRecipients('reply_all', answered, rows.ownAddresses)
            : { to: [{ name: summary.customerName, address: summary.customerAddress }], cc: [] },
        subjects: {
            reply: defaultSubject('reply', summary, answered ?? null),
            forward: defaultSubject('forward', summary, answered ?? null),
        },
        forwards: (answered ?? messages.at(-1))?.id ?? null,
        transfer: presentTransfer(summary, shown),
        transferNote: rows.transferNote,
        spam: summary.spam !== null,
        originalAgentBanner: originalAgentBanner(rows, viewer),
        can: possibilities(rows, viewer),
    };
}

/** Milliseconds that others may wait for. */
const LONGEST_TURN = 20;

/** Cleaning a mail takes its time, and a thread may have many: between two of them others get their turn. */
async function presentMessages(
    messages: readonly Message[],
    attachments: readonly Attachment[],
    showing: MailShowing,
): Promise<MessageView[]> {
    const views: MessageView[] = [];
    let began = performance.now();
    for (const message of messages) {
        const files = attachments.filter((file) => file.messageId === message.id);
        views.push(presentMessage(message, files, showing));
        if (performance.now() - began < LONGEST_TURN) continue;
        await setImmediate();
        began = performance.now();
    }
    return views;
}

const isFromCustomer = (message: Message): boolean =>
    message.direction === 'inbound' && message.kind === 'message';

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
