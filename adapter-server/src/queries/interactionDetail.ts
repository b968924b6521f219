import type { TransferNote } from '../core/vocabulary.ts';
import { readAgentOnChannel, type AgentOnChannel } from '../storage/agents.ts';
import { attachmentsByIds, attachmentsOfMessages, type Attachment } from '../storage/attachments.ts';
import { dispositionsOfQueue } from '../storage/dispositions.ts';
import { readDraft, type Draft } from '../storage/drafts.ts';
import { readJournal, type JournalRow } from '../storage/journal.ts';
import { readMessage, type Message } from '../storage/messages.ts';
import { listOwnAddresses, readQueue } from '../storage/queues.ts';
import { shownMessagesOf } from '../storage/reads/shownMessages.ts';
import { summariesByIds } from '../storage/reads/summaries.ts';
import type { Transaction } from '../storage/transaction.ts';
import { collect, namedIn, readNames, type Names } from './names.ts';
import type { SummaryRow } from './summaries.ts';

export interface InteractionRows {
    readonly summary: SummaryRow;
    /** With as much of their bodies as is shown at first. */
    readonly messages: Message[];
    readonly attachments: Attachment[];
    readonly journal: JournalRow[];
    readonly draft: (Draft & { readonly files: Attachment[] }) | null;
    readonly dispositions: { id: number; label: string }[];
    readonly transferNote: TransferNote;
    readonly original: AgentOnChannel | null;
    /** The reader, for the capacity that is left; null where they have none on this channel. */
    readonly me: AgentOnChannel | null;
    readonly ownAddresses: readonly string[];
    readonly names: Names;
}

export async function readInteractionDetail(
    on: Pick<Transaction, 'run'>,
    interactionId: number,
    agentId: number,
    isEnough: (html: string) => boolean,
): Promise<InteractionRows | null> {
    const summary = (await summariesByIds(on, [interactionId]))[0];
    if (!summary) return null;
    const messages = await shownMessagesOf(on, interactionId, isEnough);
    const journal = await readJournal(on, interactionId);
    const draft = await readDraft(on, interactionId, agentId);
    const { originalAgentId, channel, queueId } = summary;
    return {
        summary,
        messages,
        journal,
        attachments: await attachmentsOfMessages(
            on,
            messages.map((message) => message.id),
        ),
        draft: draft && { ...draft, files: await ownFiles(on, draft, agentId) },
        dispositions: await dispositionsOfQueue(on, queueId),
        transferNote: (await readQueue(on, queueId)).transferNote,
        original: originalAgentId === null ? null : await readAgentOnChannel(on, originalAgentId, channel),
        me: await readAgentOnChannel(on, agentId, channel),
        ownAddresses: (await listOwnAddresses(on)).map(({ address }) => address),
        names: await readNames(on, namesWanted(summary, messages, journal)),
    };
}

/** One message with its files, to show more of it. */
export async function readShownMessage(
    on: Pick<Transaction, 'run'>,
    messageId: number,
): Promise<{ message: Message; attachments: Attachment[] } | null> {
    const message = await readMessage(on, messageId);
    return message && { message, attachments: await attachmentsOfMessages(on, [messageId]) };
}

const ownFiles = async (on: Pick<Transaction, 'run'>, draft: Draft, agentId: number): Promise<Attachment[]> =>
    (await attachmentsByIds(on, draft.uploads)).filter((file) => file.draftOf === agentId);

function namesWanted(summary: SummaryRow, messages: readonly Message[], journal: readonly JournalRow[]) {
    const { agents, queues } = namedIn([summary]);
    const dispositions = new Set<number | null>([summary.dispositionId]);
    for (const { agentId } of messages) if (agentId !== null) agents.add(agentId);
    for (const { agentId, data } of journal) {
        if (agentId !== null) agents.add(agentId);
        collect(data, agents, queues);
        if (typeof data['dispositionId'] === 'number') dispositions.add(data['dispositionId']);
    }
    return { agents, queues, dispositions };
}
