import { api } from 'lwc';
import { paragraphs } from 'c/patchbayFormat';
import { getSession } from 'c/patchbaySession';
import { defaultCc, EMPTY_DRAFT, type Draft } from './draft';
import { DraftKeeper } from './draftKeeper';
import { durableStore } from './durableStore';
import type { InteractionDetail } from 'c/patchbayProtocol';
import { keptNote, keptOnDisk } from './keptNote';
import { later, localStore } from './localStore';
import { ReplyDraft } from './replyDraft';
import { sendMail, type Close } from './sending';
import { attached, upload, uploaded, waiting } from './uploads';

/**
 * The reply and the note of one interaction: keeps the draft, uploads files, sends. Fires `sending` {text, to, cc} at once,
 * then `sent` or `sendfailed`; `sendandclose` when the outcome has to be asked first, `noteposted`, `undone`, `discarded`, and
 * `draft` {draft} as the server has it. One element lives for one interaction.
 */
export default class PatchbayReply extends ReplyDraft {
    private fileCount = 0;
    /** The fields and the refusal stand in each other's place: the focus goes along. */
    private focusNext = false;

    connectedCallback(): void {
        const interactionId = this.interactionId;
        const owner = getSession().state.me?.agent.id ?? 0;
        this.keeper = new DraftKeeper({
            key: `patchbay.draft.${owner}.${interactionId}`,
            storage: localStore(),
            durable: durableStore(),
            now: () => getSession().serverNow(),
            after: later,
            save: async (draft, version) => {
                const reply = await getSession().command('saveDraft', {
                    interactionId,
                    ...draft,
                    to: draft.to && [...draft.to],
                    cc: [...draft.cc],
                    bcc: [...draft.bcc],
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
        this.goOn(this.keeper.start(this.detail.draft));
        void this.keeper.recover().then((kept) => {
            if (kept && this.isConnected) this.goOn(kept);
        });
        this.note = keptNote(owner, interactionId);
        void keptOnDisk(owner, interactionId).then((note) => {
            if (note !== null && this.isConnected && !this.noteTyped) this.note = note;
        });
        void this.loadHelp();
    }

    private goOn(kept: Draft): void {
        const isNew = this.detail.messages.length === 0 && this.detail.summary.status !== 'closed';
        this.show(isNew ? { ...kept, kind: 'new' } : kept);
        this.sendAt = this.detail.draft?.scheduledFor ?? null;
    }

    /** A draft that comes with a transfer, or that was scheduled and taken back, is taken while nothing has been typed here. */
    protected received(detail: InteractionDetail): void {
        const handed = this.isConnected ? this.keeper.adopt(detail.draft) : null;
        if (!handed) return;
        this.show(handed);
        this.sendAt = detail.draft?.scheduledFor ?? null;
    }

    renderedCallback(): void {
        if (this.focusNext) this.composer?.focusText();
        this.focusNext = false;
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
    insert(text: string, formatted: string | null = null): void {
        const { text: typed, html } = this.draft;
        this.change({
            text: typed.trim() === '' ? text : `${typed.trimEnd()}\n\n${text}`,
            html: html === null ? null : `${html}${formatted ?? paragraphs(text)}`,
        });
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
        const sent: Draft = { ...this.draft, uploads: attached(this.uploads) };
        const { sendAt } = this;
        this.busy = true;
        this.refusal = null;
        const settled = this.keeper.sending(sent);
        const detail = { text: sent.text, to: this.to, cc: sent.cc };
        this.dispatchEvent(new CustomEvent('sending', { detail }));
        this.show(EMPTY_DRAFT);
        const taggingNote = this.tagging;
        await settled;
        const reply = await sendMail(this.detail, { draft: sent, close, taggingNote, sendAt });
        this.busy = false;
        if (reply.ok) {
            this.keeper.sent();
            this.tellDraft(null);
            this.dispatchEvent(new CustomEvent('sent', { detail: { messageId: reply.value.messageId } }));
            return true;
        }
        this.show(this.keeper.failed());
        this.sendAt = sendAt;
        this.refusal = { message: reply.message, nextStep: reply.nextStep };
        this.dispatchEvent(new CustomEvent('sendfailed'));
        return false;
    }

    /** Taken back: the server's draft is the one that was sent, with what was typed since. */
    async handleUndo(event: CustomEvent<{ messageId: number }>): Promise<void> {
        this.keeper.flush();
        const undone = await getSession().command('undoSend', event.detail);
        if (!undone.ok) this.refusal = { message: undone.message, nextStep: undone.nextStep };
        const { interactionId } = this;
        const found = await getSession().query('getInteraction', { interactionId, showRemote: false });
        if (undone.ok && found.ok && found.value.draft) {
            this.show(this.keeper.takeNewer(found.value.draft));
            this.sendAt = found.value.draft.scheduledFor;
            this.write('reply');
        }
        this.dispatchEvent(new CustomEvent('undone'));
    }

    async handleSendNow(event: CustomEvent<{ messageId: number }>): Promise<void> {
        const reply = await getSession().command('sendScheduledNow', event.detail);
        if (!reply.ok) this.refusal = { message: reply.message, nextStep: reply.nextStep };
        this.dispatchEvent(new CustomEvent('undone'));
    }

    handleMode(event: CustomEvent<{ mode: 'reply' | 'note' }>): void {
        this.write(event.detail.mode);
    }

    handleText(event: CustomEvent<{ text: string }>): void {
        this.change(event.detail);
    }

    handleRich(event: CustomEvent<{ text: string; html: string | null }>): void {
        this.change(event.detail);
    }

    handleSchedule(event: CustomEvent<{ sendAt: number | null }>): void {
        this.sendAt = event.detail.sendAt;
    }

    handleMail(event: CustomEvent<Partial<Draft>>): void {
        const { kind } = event.detail;
        if (kind === 'reply' || kind === 'reply_all')
            void this.become({ kind, forwards: null, answers: this.draft.answers });
        else if (kind) void this.become({ kind, forwards: this.detail.forwards, answers: null });
        else this.change(event.detail);
    }

    /** The keys f and R, and a message's own buttons with its id. What is typed stays. */
    @api
    writeAs(kind: 'reply' | 'reply_all' | 'forward', messageId: number | null = null): void {
        this.write('reply');
        const { draft } = this;
        const wanted = {
            kind,
            forwards: kind === 'forward' ? (messageId ?? this.detail.forwards) : null,
            answers: kind === 'forward' ? null : (messageId ?? draft.answers),
        };
        if (draft.kind === 'new') return;
        // Of a message that was chosen the refusal is shown; without one there is nothing else to show than what stands there.
        if (messageId === null && !this.canWrite(wanted).allowed) return;
        const same =
            kind === draft.kind && wanted.forwards === draft.forwards && wanted.answers === draft.answers;
        if (!same) void this.become(wanted);
    }

    handleAnswerNewest(): void {
        const { kind } = this.draft;
        void this.become({ kind, forwards: null, answers: null });
        this.write('reply');
    }

    /** Another kind, or another message, has other recipients, and a forward the files of what it forwards. */
    private async become(wanted: Pick<Draft, 'kind' | 'forwards' | 'answers'>): Promise<void> {
        const { kind, forwards } = wanted;
        const isForwardStill = kind === 'forward' && this.draft.kind === 'forward';
        this.uploads = this.uploads.filter(({ forwardedFrom }) => !forwardedFrom);
        const { allowed } = this.can;
        this.change({
            ...wanted,
            to: isForwardStill ? this.draft.to : null,
            cc: isForwardStill ? this.draft.cc : defaultCc(wanted, this.detail),
            subject: null,
        });
        this.focusNext = this.can.allowed !== allowed;
        if (forwards === null) return;
        const { interactionId } = this;
        const reply = await getSession().command('attachFromMessage', { interactionId, messageId: forwards });
        // Meanwhile it may be another's forward, or none.
        if (this.draft.forwards !== forwards) return;
        if (!reply.ok) {
            this.refusal = { message: reply.message, nextStep: reply.nextStep };
            return;
        }
        const files = reply.value.uploads.map((file) => uploaded({ ...file, forwardedFrom: forwards }));
        this.uploads = [...this.uploads, ...files];
        this.keep();
    }

    handleTagging(event: CustomEvent<{ text: string }>): void {
        this.typedTagging = event.detail.text;
    }

    handleFiles(event: CustomEvent<{ files: File[]; inline?: boolean }>): void {
        const { files, inline = false } = event.detail;
        for (const file of files) {
            const key = `file-${(this.fileCount += 1)}`;
            this.uploads = [...this.uploads, waiting(key, file, inline)];
            void upload(
                file,
                (change) => {
                    this.uploads = this.uploads.map((one) => (one.key === key ? { ...one, ...change } : one));
                    if (!change.id) return;
                    if (inline) this.composer?.insertImage(change.id, file.name);
                    this.keep();
                },
                inline,
            );
        }
    }

    handleFileRemoved(event: CustomEvent<{ key: string }>): void {
        this.uploads = this.uploads.filter((one) => one.key !== event.detail.key);
        this.keep();
    }

    handleNext(): void {
        const action = this.newMailLabel ? 'newMail' : 'dismiss';
        this.dispatchEvent(new CustomEvent('act', { detail: { action } }));
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

    private get composer() {
        return this.refs?.composer as
            (HTMLElement & { focusText(): void; insertImage(id: number, alt: string): void }) | undefined;
    }
}
