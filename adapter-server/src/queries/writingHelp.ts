import { fieldValues } from '../core/policies/fieldValues.ts';
import { chooseSignature, type Signature } from '../core/policies/signature.ts';
import { fillFields, unfilledFields } from '../core/policies/textFields.ts';
import { textOfTemplate } from '../core/templateText.ts';
import { readWritingFacts } from '../storage/fieldFacts.ts';
import { listQueues } from '../storage/queues.ts';
import { listQuickReplies, type QuickReply } from '../storage/quickReplies.ts';
import { queueOfInteraction } from '../storage/reads/help.ts';
import { readAgentSignature } from '../storage/signatures.ts';
import type { Transaction } from '../storage/transaction.ts';
import type { Viewer } from './viewer.ts';

type On = Pick<Transaction, 'run'>;
export type { QuickReply };

export interface WritingHelp {
    readonly quickReplies: readonly (QuickReply & {
        readonly html: string | null;
        readonly unfilled: string[];
    })[];
    readonly signature: Signature;
}

/** What this agent may insert into a mail on this interaction, its fields filled. */
export async function readWritingHelp(
    on: On,
    interactionId: number,
    agentId: number,
    now: number,
): Promise<WritingHelp | null> {
    const queueId = await queueOfInteraction(on, interactionId);
    const writing = await readWritingFacts(on, interactionId, agentId);
    if (queueId === null || !writing) return null;
    const values = fieldValues(writing.facts, now);
    const quickReplies = (await listQuickReplies(on, agentId, [queueId])).map((reply) => {
        const isHtml = reply.format === 'html';
        const filled = fillFields(reply.text, values, { html: isHtml, unfilled: 'keep' });
        const text = isHtml ? textOfTemplate(filled) : filled;
        return {
            ...reply,
            text,
            html: isHtml ? filled : null,
            unfilled: unfilledFields(text).map(({ field }) => field),
        };
    });
    return { quickReplies, signature: chooseSignature(writing.signatures, values) };
}

/** Those that the viewer keeps or may use: an admin those of every queue. */
export async function readQuickReplies(
    on: On,
    viewer: Viewer,
): Promise<{ rows: QuickReply[]; queueNames: ReadonlyMap<number, string> }> {
    const queueIds = viewer.role === 'admin' ? null : [...viewer.queueIds, ...viewer.reportQueueIds];
    const rows = await listQuickReplies(on, viewer.agentId, queueIds);
    const queues = await listQueues(on);
    return { rows, queueNames: new Map(queues.map(({ id, name }) => [id, name])) };
}

export const readOwnSignature = readAgentSignature;

export const readQueueSignatures = async (on: On): Promise<{ queueId: number; text: string }[]> =>
    (await listQueues(on)).map(({ id, signature }) => ({ queueId: id, text: signature }));
