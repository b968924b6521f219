import { attachmentsByIds } from '../storage/attachments.ts';
import { readDraft, saveDraftRow, type Draft } from '../storage/drafts.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, type Actor, type Outcome } from './outcome.ts';

export interface SavedDraft {
    readonly saved: boolean;
    readonly draft: {
        readonly text: string;
        readonly cc: string[];
        readonly uploads: {
            id: number;
            filename: string;
            contentType: string;
            size: number;
            inline: boolean;
        }[];
        readonly savedAt: number;
        readonly version: number;
    };
}

/** Saves what is being typed; where another tab was faster it answers that newer draft instead of losing either. */
export async function saveDraft(
    tx: Transaction,
    actor: Actor,
    args: { interactionId: number; text: string; cc: string[]; uploads: number[]; version: number },
): Promise<Outcome<SavedDraft>> {
    const key = { interactionId: args.interactionId, agentId: actor.agentId };
    const saved = await saveDraftRow(tx, key, args);
    const draft: Draft | null = saved ?? (await readDraft(tx, key.interactionId, key.agentId));
    if (!draft) return done({ saved: false, draft: { ...args, uploads: [], savedAt: tx.now, version: 0 } });
    const uploads = await attachmentsByIds(tx, draft.uploads);
    return done({
        saved: saved !== null,
        draft: {
            ...draft,
            uploads: uploads.map(({ id, filename, contentType, size, inline }) => ({
                id,
                filename,
                contentType,
                size,
                inline,
            })),
        },
    });
}
