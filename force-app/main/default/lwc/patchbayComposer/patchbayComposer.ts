import { api } from 'lwc';
import { paragraphs } from 'c/patchbayFormat';
import type { FilledReplyView } from 'c/patchbayProtocol';
import { ComposerView } from './composerView';

type Mend = (piece: string) => string;
type RichText = HTMLElement & {
    focusText(): void;
    insertImage(uploadId: number, alt: string): void;
    insertReply(html: string, length: number, unfilled: readonly string[]): void;
    writeSlash(): void;
    mend(change: Mend): void;
};
interface Inserted {
    readonly text: string;
    readonly from: number;
    readonly to: number;
}
interface Chosen extends Inserted {
    readonly reply: FilledReplyView;
    readonly typed: string;
}
type QuickReplyList = HTMLElement & {
    look(text: string, caret: number): void;
    handleKey(event: KeyboardEvent): boolean;
    close(): void;
};

/**
 * Where a reply or a note is written. It holds no state of its own but the mode: what is typed is told with
 * `textchange`, `mailchange`, `richchange`, `schedule`, `taggingchange`, `notechange`, `answernewest`, files with `filesadded` and `fileremoved`; `send`,
 * `sendandclose`, `discard` and `post` do the work.
 */
export default class PatchbayComposer extends ComposerView {
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
        if (this.rich) {
            this.rich.writeSlash();
            return;
        }
        const text = this.text === '' || /\s$/.test(this.text) ? `${this.text}/` : `${this.text} /`;
        this.insert({ text, from: text.length, to: text.length });
        this.quickReplyList?.look(text, text.length);
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
            : (this.rich ?? area ?? (this.refs?.forward as HTMLButtonElement | undefined));
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

    /** Formatted text tells what stands before the caret in its line. */
    handleRichCaret({ detail }: CustomEvent<{ before: string | null }>): void {
        if (detail.before === null) this.closeQuickReplies();
        else this.quickReplyList?.look(detail.before, detail.before.length);
    }

    handleTextKeys(event: KeyboardEvent): void {
        this.quickReplyList?.handleKey(event);
    }

    closeQuickReplies(): void {
        this.quickReplyList?.close();
    }

    /** A quick reply in the place of its shortcut: formatted where one writes formatted text. */
    handleReply({ detail }: CustomEvent<Chosen>): void {
        const { reply, typed } = detail;
        if (!this.rich) this.insert(detail);
        else this.rich.insertReply(reply.html ?? paragraphs(reply.text), typed.length, reply.unfilled);
    }

    private insert(detail: Inserted): void {
        this.selectNext = detail;
        this.focusNext = true;
        this.tell('textchange', { text: detail.text });
    }

    /** A check mended what it found: in the subject, the plain text, or each piece of the formatted one. */
    handleFixed({ detail }: CustomEvent<{ field: string; text: string; mend: Mend }>): void {
        if (detail.field === 'subject') this.tell('mailchange', { subject: detail.text });
        else if (this.rich) this.rich.mend(detail.mend);
        else this.tell('textchange', { text: detail.text });
    }

    private get rich(): RichText | undefined {
        return this.refs?.rich as RichText | undefined;
    }
    private get quickReplyList(): QuickReplyList | undefined {
        return this.refs?.quick as QuickReplyList | undefined;
    }

    handleTagging(event: Event): void {
        this.tell('taggingchange', { text: (event.target as HTMLTextAreaElement).value });
    }

    handleMail(event: CustomEvent): void {
        this.tell('mailchange', event.detail);
    }

    /** Where a reply is refused: the mail itself can still go to somebody else. */
    handleForward(): void {
        this.tell('mailchange', { kind: 'forward' });
    }

    handleAnswerNewest(): void {
        this.tell('answernewest', {});
    }

    handleRich(event: CustomEvent): void {
        this.tell('richchange', event.detail);
    }

    handleSchedule(event: CustomEvent): void {
        this.tell('schedule', event.detail);
    }

    handleImages(event: CustomEvent<{ files: File[] }>): void {
        this.tell('filesadded', { files: event.detail.files, inline: true });
    }

    /** Plain text becomes formatted text of the same words, and back. */
    toggleFormat(): void {
        const html = this.html === null ? paragraphs(this.text) : null;
        this.tell('richchange', { text: this.text, html });
        this.focusNext = true;
    }

    @api
    insertImage(uploadId: number, alt: string): void {
        this.rich?.insertImage(uploadId, alt);
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
        const images = this.isRich ? files.filter(({ type }) => type.startsWith('image/')) : [];
        const others = files.filter((file) => !images.includes(file));
        if (images.length > 0) this.tell('filesadded', { files: images, inline: true });
        if (others.length > 0) this.tell('filesadded', { files: others });
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

    handleDiscard(): void {
        this.tell('discard', {});
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
