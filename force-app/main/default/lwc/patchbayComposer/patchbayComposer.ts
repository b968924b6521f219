import { LightningElement, api } from 'lwc';
import type {
    FilledReplyView,
    MailAddress,
    Possibility,
    PresenceView,
    SignatureView,
} from 'c/patchbayProtocol';
import { findProblems, hasProblems, type WrittenText } from 'c/patchbayRules';
import { labels } from './labels';

interface Upload {
    key: string;
    id: number | null;
    filename: string;
    contentType: string;
    size: number;
    progress: number | null;
    error: string | null;
}
interface Refused {
    message: string;
    nextStep: string | null;
}

type QuickReplyList = HTMLElement & {
    look(text: string, caret: number): void;
    handleKey(event: KeyboardEvent): boolean;
    close(): void;
};

/**
 * Where a reply or a note is written. It holds no state of its own but the mode: what is typed is told with
 * `textchange`, `ccchange`, `taggingchange`, `notechange`, files with `filesadded` and `fileremoved`; `send`,
 * `sendandclose` and `post` do the work.
 */
export default class PatchbayComposer extends LightningElement {
    @api to: readonly MailAddress[] = [];
    @api cc: readonly string[] = [];
    @api text = '';
    @api uploads: readonly Upload[] = [];
    /** The note for the away original agent (E5), posted with the reply; null where none is due. */
    @api tagging: string | null = null;
    @api can: Possibility = { allowed: true, reason: null, nextStep: null };
    @api canClose = false;
    /** What is left to do where nothing may be written: a button that fires `next`. */
    @api nextLabel: string | null = null;
    /** The customer's: where to write instead of to an address that nobody reads (E7). */
    @api addressOnRecord: string | null = null;
    @api quickReplies: readonly FilledReplyView[] = [];
    @api signature: SignatureView | null = null;
    @api draftText = '';
    @api busy = false;
    @api refusal: Refused | null = null;
    @api agents: readonly PresenceView[] = [];
    @api noteText = '';
    @api noteBusy = false;
    @api noteRefusal: Refused | null = null;
    @api mode: 'reply' | 'note' = 'reply';

    labels = labels;
    dragging = false;
    private focusNext = false;
    /** What to select once the new text is in the field. */
    private selectNext: { from: number; to: number } | null = null;

    @api
    focusText(): void {
        this.focusNext = true;
        this.renderedCallback();
    }

    /** The key q: as if "/" had been typed at the end. */
    @api
    openQuickReplies(): void {
        const text = this.text === '' || /\s$/.test(this.text) ? `${this.text}/` : `${this.text} /`;
        this.handleInsert(
            new CustomEvent('insert', { detail: { text, from: text.length, to: text.length } }),
        );
        this.quickReplyList?.look(text, text.length);
    }

    get classes(): string {
        const idle = !this.isNote && this.text === '' && this.uploads.length === 0 && !this.refusal;
        return `composer${this.isNote ? ' composer_note' : ''}${idle ? ' composer_idle' : ''}`;
    }
    get isNote(): boolean {
        return this.mode === 'note';
    }
    get replySelected(): string {
        return String(!this.isNote);
    }
    get noteSelected(): string {
        return String(this.isNote);
    }
    get cannotReply(): boolean {
        return !this.can.allowed;
    }
    get uploading(): boolean {
        return this.uploads.some((file) => file.id === null && !file.error);
    }
    get texts(): WrittenText[] {
        return [{ field: 'body', text: this.text }];
    }
    get recipients(): string[] {
        return [...this.to.map(({ address }) => address), ...this.cc];
    }
    /** What the server would refuse; the checks above the buttons say why. */
    private get isRefused(): boolean {
        const { texts, recipients, addressOnRecord } = this;
        return hasProblems(findProblems({ texts, recipients, addressOnRecord }));
    }
    /** An emptied note keeps its field: it is to be written, not skipped (E5). */
    get isTagging(): boolean {
        return this.tagging !== null;
    }
    get cannotSend(): boolean {
        const isNothing = this.text.trim() === '' || this.tagging?.trim() === '';
        return this.busy || this.uploading || isNothing || this.isRefused;
    }
    get waitText(): string {
        return this.uploading ? labels.waitForUploads : '';
    }

    renderedCallback(): void {
        const area = this.refs?.text as HTMLTextAreaElement | undefined;
        if (area) {
            // A textarea takes no value from a template; the caret stays where the text is the same.
            if (area.value !== this.text) area.value = this.text;
            this.grow(area);
            if (this.selectNext) area.setSelectionRange(this.selectNext.from, this.selectNext.to);
            this.selectNext = null;
        }
        const tagging = this.refs?.tagging as HTMLTextAreaElement | undefined;
        if (tagging && tagging.value !== this.tagging) tagging.value = this.tagging ?? '';
        if (!this.focusNext) return;
        const target = this.isNote
            ? (this.refs?.note as (HTMLElement & { focusText(): void }) | undefined)
            : area;
        if (!target) return;
        this.focusNext = false;
        if ('focusText' in target) target.focusText();
        else target.focus();
    }

    handleMode(event: Event): void {
        const mode = (event.currentTarget as HTMLElement).dataset.mode;
        this.tell('modechange', { mode });
        this.focusNext = true;
    }

    handleText(event: Event): void {
        const area = event.target as HTMLTextAreaElement;
        this.grow(area);
        this.quickReplyList?.look(area.value, area.selectionStart);
        this.tell('textchange', { text: area.value });
    }

    handleCaret(event: Event): void {
        const area = event.target as HTMLTextAreaElement;
        this.quickReplyList?.look(area.value, area.selectionStart);
    }

    handleTextKeys(event: KeyboardEvent): void {
        this.quickReplyList?.handleKey(event);
    }

    closeQuickReplies(): void {
        this.quickReplyList?.close();
    }

    handleInsert({ detail }: CustomEvent<{ text: string; from: number; to: number }>): void {
        this.selectNext = detail;
        this.focusNext = true;
        this.tell('textchange', { text: detail.text });
    }

    handleFixed({ detail }: CustomEvent<{ text: string }>): void {
        this.tell('textchange', { text: detail.text });
    }

    private get quickReplyList(): QuickReplyList | undefined {
        return this.refs?.quick as QuickReplyList | undefined;
    }

    handleTagging(event: Event): void {
        this.tell('taggingchange', { text: (event.target as HTMLTextAreaElement).value });
    }

    handleCc(event: CustomEvent): void {
        this.tell('ccchange', event.detail);
    }

    handleNote(event: CustomEvent): void {
        this.tell('notechange', event.detail);
    }

    handlePost(event: CustomEvent): void {
        this.tell('post', event.detail);
    }

    handleRemove(event: Event): void {
        this.tell('fileremoved', { key: (event.currentTarget as HTMLElement).dataset.key });
    }

    handleKeys(event: KeyboardEvent): void {
        if (this.isNote || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        if (!event.shiftKey) this.send();
        else if (this.canClose) this.sendAndClose();
    }

    handlePaste(event: ClipboardEvent): void {
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        this.tell('filesadded', { files });
    }

    handleDragOver(event: DragEvent): void {
        if (this.isNote || this.cannotReply || !event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        this.dragging = true;
    }

    handleDragLeave(event: DragEvent): void {
        const next = event.relatedTarget;
        if (!(next instanceof Node) || !this.template?.contains(next)) this.dragging = false;
    }

    handleDrop(event: DragEvent): void {
        this.dragging = false;
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0 || this.isNote || this.cannotReply) return;
        event.preventDefault();
        this.tell('filesadded', { files });
    }

    handleNext(): void {
        this.tell('next', {});
    }

    pickFiles(): void {
        (this.refs?.files as HTMLInputElement | undefined)?.click();
    }

    handleFiles(event: Event): void {
        const input = event.target as HTMLInputElement;
        this.tell('filesadded', { files: [...(input.files ?? [])] });
        // The same file may be chosen again.
        input.value = '';
    }

    forgetRefusal(): void {
        this.tell('forgetrefusal', {});
    }

    send(): void {
        if (!this.cannotSend && this.can.allowed) this.tell('send', {});
    }

    sendAndClose(): void {
        if (!this.cannotSend && this.can.allowed) this.tell('sendandclose', {});
    }

    /** Up to half of what is seen, then it scrolls. */
    private grow(area: HTMLTextAreaElement): void {
        area.style.height = 'auto';
        if (area.scrollHeight > 0) area.style.height = `${area.scrollHeight}px`;
    }

    private tell(name: string, detail: unknown): void {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
