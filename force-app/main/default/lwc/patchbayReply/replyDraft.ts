import type { DraftView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { EMPTY_DRAFT, type Draft } from './draft';
import type { DraftKeeper } from './draftKeeper';
import { ReplyNote } from './replyNote';
import { attached, uploaded } from './uploads';

/** What is typed and its keeper, and what the agent decides where the two disagree. */
export class ReplyDraft extends ReplyNote {
    protected keeper!: DraftKeeper;

    /** A new mail that will not be sent. Until the server has said so it is kept here. */
    async handleDiscard(): Promise<void> {
        const { interactionId } = this;
        this.busy = true;
        this.refusal = null;
        await this.keeper.sending({ ...this.draft, uploads: attached(this.uploads) });
        const reply = await getSession().command('discardMail', { interactionId });
        this.busy = false;
        if (reply.ok) {
            this.keeper.clear();
            this.tellDraft(null);
            this.dispatchEvent(new CustomEvent('discarded'));
            return;
        }
        this.show(this.keeper.failed());
        this.refusal = { message: reply.message, nextStep: reply.nextStep };
    }

    keepMine(): void {
        if (this.newer) this.keeper.keepMine(this.newer);
        this.newer = null;
    }

    takeNewer(): void {
        if (this.newer) this.show(this.keeper.takeNewer(this.newer));
        this.newer = null;
    }

    keepAsNew(): void {
        this.keeper.keepAsNew();
    }

    discardGone(): void {
        this.keeper.clear();
        this.show(EMPTY_DRAFT);
    }

    protected show(draft: Draft): void {
        this.draft = draft;
        this.uploads = draft.uploads.map(uploaded);
        this.sendAt = null;
    }

    protected change(part: Partial<Draft>): void {
        this.draft = { ...this.draft, ...part };
        this.keep();
    }

    protected tellDraft(draft: DraftView | null): void {
        this.dispatchEvent(new CustomEvent('draft', { detail: { draft } }));
    }

    protected keep(): void {
        this.keeper.change({ ...this.draft, uploads: attached(this.uploads) });
    }
}
