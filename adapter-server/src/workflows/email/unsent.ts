import type { ParsedMail } from '../../ports/mailboxEvents.ts';
import type { Interaction } from '../../storage/interactions.ts';
import { record } from '../../storage/journal.ts';
import { saveBounce } from '../../storage/messages.ts';
import { notify } from '../../storage/people.ts';
import type { Transaction } from '../../storage/transaction.ts';

/** A mail of ours came back: shown at the message, and told to whoever has the interaction or wrote it. */
export async function cameBack(tx: Transaction, i: Interaction, report: ParsedMail): Promise<void> {
    if (report.isDelayReport === true) {
        await record(tx, i, { kind: 'send_delayed', data: { detail: report.subject.trim().slice(0, 300) } });
        return;
    }
    const detail = report.subject.trim().slice(0, 300) || 'It was returned by a mail server.';
    const mail =
        report.bouncedMessageId === null
            ? null
            : await saveBounce(tx, i.id, {
                  messageId: report.bouncedMessageId,
                  detail: `Came back: ${detail}`,
                  unspecific: `Came back from at least one recipient, and the report does not say from whom: ${detail}`,
                  recipients: report.bouncedRecipients ?? [],
              });
    if (mail) await record(tx, i, { kind: 'bounced', data: { messageId: mail.id, detail } });
    const whom = i.agentId ?? mail?.agentId ?? i.originalAgentId;
    if (whom !== null)
        await notify(
            tx,
            whom,
            'delivery_failed',
            `A mail of ours on "${i.subject}" could not be delivered.`,
            i.id,
        );
}

/** scheduledMail.ts: it is kept, and who scheduled it is told. */
export async function tellScheduled(
    tx: Transaction,
    i: Interaction,
    agents: readonly number[],
): Promise<void> {
    for (const agentId of agents)
        await notify(
            tx,
            agentId,
            'scheduled_mail',
            `The customer wrote on "${i.subject}" before your scheduled mail left. It leaves at its time unless you edit it.`,
            i.id,
        );
}
