import { LightningElement, api } from 'lwc';
import type {
    DraftView,
    FilledReplyView,
    InteractionDetail,
    Possibility,
    PresenceView,
    QueryResult,
    SignatureView,
} from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { DraftKeeper, type DraftState } from './draftKeeper';
import { labels } from './labels';
import { clearNote, keepNote, keptNote, later, localStore } from './localStore';
import { attached, upload, uploaded, waiting, type Upload } from './uploads';

interface Refused {
    message: string;
    nextStep: string | null;
}
type Close = { dispositionId: number; notes: string };

/**
 * The reply and the note of one interaction: keeps the draft, uploads files, sends. Fires `sending` {text, cc} at once,
 * then `sent` or `sendfailed`; `sendandclose` when the outcome has to be asked first, `noteposted`, and `draft` {draft} as the server has it. One element
 * lives for one interaction.
 */
export default class PatchbayReply extends LightningElement {
    @api
    get detail(): InteractionDetail {
        return this.given;
    }
    set detail(value: InteractionDetail) {
        this.given = value;
        const handed = this.isConnected ? this.keeper.adopt(value.draft) : null;
        if (handed) this.show(handed);
    }
    @api agents: readonly PresenceView[] = [];

    labels = labels;
    private given!: InteractionDetail;
    text = '';
    cc: readonly string[] = [];
    uploads: readonly Upload[] = [];
    note = '';
    noteBusy = false;
    noteRefusal: Refused | null = null;
    mode: 'reply' | 'note' = 'reply';
    busy = false;
    refusal: Refused | null = null;
    newer: DraftView | null = null;
    private help: QueryResult<'getWritingHelp'> | null = null;
    private draftState: DraftState = 'none';
    private typedTagging: string | null = null;
    private fileCount = 0;
    private keeper!: DraftKeeper;

    get interactionId(): number {
        return this.detail.summary.id;
    }
    get can(): Possibility {
        return this.detail.can.reply;
    }
    get addressOnRecord(): string {
        return this.detail.summary.customer.address;
    }
    get quickReplies(): readonly FilledReplyView[] {
        return this.help?.quickReplies ?? [];
    }
    get signature(): SignatureView | null {
        return this.help?.signature ?? null;
    }
    get canClose(): boolean {
        return this.detail.can.close.allowed;
    }
    /** In the utility the header has scrolled away by now. */
    get nextLabel(): string | null {
        return this.detail.can.dismiss.allowed ? labels.dismiss : null;
    }
    get tagging(): string | null {
        const due = this.detail.originalAgentBanner?.taggingNote ?? null;
        return due === null ? null : (this.typedTagging ?? due);
    }
    get draftText(): string {
        if (this.mode === 'note') return '';
        switch (this.draftState) {
            case 'saved':
                return labels.draftSaved;
            case 'typing':
                return labels.draftTyping;
            case 'here':
                return getSession().state.phase === 'offline' ? labels.draftHere : labels.draftTyping;
            case 'conflict':
                return labels.draftNotSaved;
            case 'none':
                return '';
        }
    }

    connectedCallback(): void {
        const interactionId = this.interactionId;
        const owner = getSession().state.me?.agent.id ?? 0;
        this.keeper = new DraftKeeper({
            key: `patchbay.draft.${owner}.${interactionId}`,
            storage: localStore(),
            after: later,
            save: async (draft, version) => {
                const reply = await getSession().command('saveDraft', {
                    interactionId,
                    text: draft.text,
                    cc: [...draft.cc],
                    uploads: draft.uploads.map(({ id }) => id),
                    version,
                });
                if (reply.ok) this.tellDraft(reply.value.draft);
                return reply;
            },
            onState: (state, newer) => {
                this.draftState = state;
                this.newer = newer;
            },
        });
        this.show(this.keeper.start(this.detail.draft));
        this.note = keptNote(owner, interactionId);
        void this.loadHelp();
    }

    disconnectedCallback(): void {
        this.keeper.stop();
    }

    /** What may be inserted; without it one still writes. Fires `helploaded`. */
    private async loadHelp(): Promise<void> {
        const reply = await getSession().query('getWritingHelp', { interactionId: this.interactionId });
        if (!reply.ok) return;
        this.help = reply.value;
        this.dispatchEvent(new CustomEvent('helploaded', { detail: { macros: reply.value.macros } }));
    }

    /** A macro's text, below what is typed already. */
    @api
    insert(text: string): void {
        this.text = this.text.trim() === '' ? text : `${this.text.trimEnd()}\n\n${text}`;
        this.keep();
        this.write('reply');
    }

    /** The key q. */
    @api
    openQuickReplies(): void {
        this.write('reply');
        (this.refs?.composer as (HTMLElement & { openQuickReplies(): void }) | undefined)?.openQuickReplies();
    }

    /** r and n, and the header's buttons. */
    @api
    write(mode: 'reply' | 'note'): void {
        // What one keeps may have changed since.
        if (mode === 'reply') void this.loadHelp();
        this.mode = mode;
        (this.refs?.composer as (HTMLElement & { focusText(): void }) | undefined)?.focusText();
    }

    /** Sends what is written; with an outcome it closes as well. */
    @api
    async send(close: Close | null): Promise<boolean> {
        const sent = { text: this.text, cc: this.cc, uploads: this.uploads };
        this.busy = true;
        this.refusal = null;
        this.dispatchEvent(new CustomEvent('sending', { detail: { text: sent.text, cc: sent.cc } }));
        this.show({ text: '', cc: [], uploads: [] });
        const reply = await getSession().command('sendReply', {
            interactionId: this.interactionId,
            text: sent.text,
            cc: [...sent.cc],
            uploads: attached(sent.uploads).map(({ id }) => id),
            taggingNote: this.tagging,
            close,
        });
        this.busy = false;
        if (reply.ok) {
            this.keeper.clear();
            this.tellDraft(null);
            this.dispatchEvent(new CustomEvent('sent', { detail: { messageId: reply.value.messageId } }));
            return true;
        }
        // What was typed meanwhile stays, below what could not be sent.
        this.text = this.text ? `${sent.text}\n\n${this.text}` : sent.text;
        this.cc = sent.cc;
        this.uploads = sent.uploads;
        this.refusal = { message: reply.message, nextStep: reply.nextStep };
        this.dispatchEvent(new CustomEvent('sendfailed'));
        return false;
    }

    handleMode(event: CustomEvent<{ mode: 'reply' | 'note' }>): void {
        this.write(event.detail.mode);
    }

    handleText(event: CustomEvent<{ text: string }>): void {
        this.text = event.detail.text;
        this.keep();
    }

    handleTagging(event: CustomEvent<{ text: string }>): void {
        this.typedTagging = event.detail.text;
    }

    handleCc(event: CustomEvent<{ cc: string[] }>): void {
        this.cc = event.detail.cc;
        this.keep();
    }

    handleFiles(event: CustomEvent<{ files: File[] }>): void {
        for (const file of event.detail.files) {
            const key = `file-${(this.fileCount += 1)}`;
            this.uploads = [...this.uploads, waiting(key, file)];
            void upload(file, (change) => {
                this.uploads = this.uploads.map((one) => (one.key === key ? { ...one, ...change } : one));
                if (change.id) this.keep();
            });
        }
    }

    handleFileRemoved(event: CustomEvent<{ key: string }>): void {
        this.uploads = this.uploads.filter((one) => one.key !== event.detail.key);
        this.keep();
    }

    handleNote(event: CustomEvent<{ text: string }>): void {
        this.note = event.detail.text;
        keepNote(getSession().state.me?.agent.id ?? 0, this.interactionId, this.note);
    }

    async handlePost(event: CustomEvent<{ text: string; mentions: number[] }>): Promise<void> {
        this.noteBusy = true;
        this.noteRefusal = null;
        const reply = await getSession().command('postNote', {
            interactionId: this.interactionId,
            ...event.detail,
        });
        this.noteBusy = false;
        if (!reply.ok) {
            this.noteRefusal = { message: reply.message, nextStep: reply.nextStep };
            return;
        }
        this.note = '';
        clearNote(getSession().state.me?.agent.id ?? 0, this.interactionId);
        this.dispatchEvent(new CustomEvent('noteposted'));
    }

    handleNext(): void {
        this.dispatchEvent(new CustomEvent('act', { detail: { action: 'dismiss' } }));
    }

    handleSend(): void {
        void this.send(null);
    }

    handleSendAndClose(): void {
        this.dispatchEvent(new CustomEvent('sendandclose'));
    }

    forgetRefusal(): void {
        this.refusal = null;
    }

    keepMine(): void {
        if (this.newer) this.keeper.keepMine(this.newer);
        this.newer = null;
    }

    takeNewer(): void {
        if (this.newer) this.show(this.keeper.takeNewer(this.newer));
        this.newer = null;
    }

    private show(draft: {
        text: string;
        cc: readonly string[];
        uploads: readonly (Upload | DraftView['uploads'][number])[];
    }): void {
        this.text = draft.text;
        this.cc = draft.cc;
        this.uploads = draft.uploads.map((one) => ('key' in one ? one : uploaded(one)));
    }

    private tellDraft(draft: DraftView | null): void {
        this.dispatchEvent(new CustomEvent('draft', { detail: { draft } }));
    }

    private keep(): void {
        this.keeper.change({ text: this.text, cc: this.cc, uploads: attached(this.uploads) });
    }
}
