import { attachmentsByIds, type Attachment } from '../storage/attachments.ts';
import { readDraft, saveDraftRow, type Draft, type DraftContent } from '../storage/drafts.ts';
import type { Transaction } from '../storage/transaction.ts';
import { conflict, done, type Actor, type Outcome } from './outcome.ts';

type DraftFile = Pick<Attachment, 'id' | 'filename' | 'contentType' | 'size' | 'inline' | 'forwardedFrom'>;
export interface SavedDraft {
    readonly saved: boolean;
    readonly draft: Omit<Draft, 'uploads'> & { readonly uploads: DraftFile[] };
}
type Typed = Pick<DraftContent, 'text' | 'cc' | 'uploads'> & Partial<DraftContent>;

/**
 * Saves what is being typed; where another tab was faster it answers that newer draft instead of losing either. Where
 * the draft that it was typed on is gone, a late save does not bring it back: whoever typed decides.
 */
export async function saveDraft(
    tx: Transaction,
    actor: Actor,
    args: Typed & { interactionId: number; version: number },
): Promise<Outcome<SavedDraft>> {
    const key = { interactionId: args.interactionId, agentId: actor.agentId };
    const typed: DraftContent = {
        kind: args.kind ?? 'reply',
        text: args.text,
        html: args.html ?? null,
        to: args.to ?? null,
        cc: args.cc,
        bcc: args.bcc ?? [],
        subject: args.subject ?? null,
        forwards: args.forwards ?? null,
        answers: args.answers ?? null,
        uploads: args.uploads,
        scheduledFor: args.scheduledFor ?? null,
    };
    const saved = await saveDraftRow(tx, key, { ...typed, version: args.version });
    const draft = saved ?? (await readDraft(tx, key.interactionId, key.agentId));
    if (!draft)
        return conflict(
            'The draft that you typed on is gone: it was sent, discarded or handed on meanwhile.',
            'Keep what you typed as a new draft, or discard it.',
        );
    const uploads = await attachmentsByIds(tx, draft.uploads);
    return done({
        saved: saved !== null,
        draft: {
            ...draft,
            uploads: uploads.map(({ id, filename, contentType, size, inline, forwardedFrom }) => ({
                id,
                filename,
                contentType,
                size,
                inline,
                forwardedFrom,
            })),
        },
    });
}
