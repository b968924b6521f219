import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { MailAddress, Possibility, PresenceView } from 'c/patchbayProtocol';
import { firstEmoji, withoutEmoji, type EmojiFound } from './emoji';
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

    @api
    focusText(): void {
        this.focusNext = true;
        this.renderedCallback();
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
    get emoji(): EmojiFound | null {
        return firstEmoji(this.text);
    }
    get emojiText(): string {
        return this.emoji ? fill(labels.emojiFound, this.emoji.emoji, this.emoji.line) : '';
    }
    /** An emptied note keeps its field: it is to be written, not skipped (E5). */
    get isTagging(): boolean {
        return this.tagging !== null;
    }
    get cannotSend(): boolean {
        return this.busy || this.uploading || this.text.trim() === '' || this.tagging?.trim() === '';
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
        this.tell('textchange', { text: area.value });
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
        this.send();
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

    removeEmoji(): void {
        this.tell('textchange', { text: withoutEmoji(this.text) });
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
