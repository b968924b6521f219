import { LightningElement, api } from 'lwc';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';
import { CID, cidOf, htmlOf, safeNodes } from './safeText';

/**
 * Formatted text: a small toolbar, paste, images within the text. Fires `richchange` {html, text} and, for images that
 * are pasted, `imagesadded` {files}; the one who uploads them calls `insertImage`.
 */
export default class PatchbayRichText extends LightningElement {
    @api html = '';

    labels = labels;
    tools = [
        { command: 'bold', label: labels.bold, sign: 'B' },
        { command: 'italic', label: labels.italic, sign: 'I' },
        { command: 'underline', label: labels.underline, sign: 'U' },
        { command: 'insertUnorderedList', label: labels.bulletList, sign: '•' },
    ];
    /** What the field holds: it is written to only when something else is to stand there. */
    private held: string | null = null;
    private readonly shown = new Map<number, string>();

    renderedCallback(): void {
        const field = this.field;
        if (!field || this.html === this.held) return;
        this.held = this.html;
        field.replaceChildren(safeNodes(this.html));
        void this.showImages();
    }

    disconnectedCallback(): void {
        for (const url of this.shown.values()) URL.revokeObjectURL(url);
    }

    @api
    focusText(): void {
        this.field?.focus();
    }

    /** Where the caret is, else at the end. */
    @api
    insertImage(uploadId: number, alt: string): void {
        const field = this.field;
        if (!field) return;
        const image = document.createElement('img');
        image.setAttribute('data-cid', cidOf(uploadId));
        image.setAttribute('alt', alt);
        field.append(image);
        this.tellChange();
        void this.showImages();
    }

    /** Changes the words and leaves their format: each piece of text in its order. */
    @api
    mend(change: (piece: string) => string): void {
        const field = this.field;
        if (!field) return;
        const pieces = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
        while (pieces.nextNode()) {
            const { currentNode: piece } = pieces;
            const text = change(piece.nodeValue ?? '');
            if (text !== piece.nodeValue) piece.nodeValue = text;
        }
        this.tellChange();
    }

    handleInput(): void {
        this.tellChange();
    }

    keepSelection(event: Event): void {
        event.preventDefault();
    }

    handleTool(event: Event): void {
        const command = (event.currentTarget as HTMLElement).dataset.command ?? '';
        this.field?.focus();
        document.execCommand(command);
        this.tellChange();
    }

    handlePaste(event: ClipboardEvent): void {
        const files = [...(event.clipboardData?.files ?? [])];
        const images = files.filter(({ type }) => type.startsWith('image/'));
        if (files.length > 0) {
            event.preventDefault();
            event.stopPropagation();
            if (images.length > 0)
                this.dispatchEvent(new CustomEvent('imagesadded', { detail: { files: images } }));
            return;
        }
        const html = event.clipboardData?.getData('text/html') ?? '';
        if (html === '') return;
        event.preventDefault();
        document.execCommand('insertHTML', false, htmlOf(safeNodes(html)));
        this.tellChange();
    }

    private get field(): HTMLElement | undefined {
        return this.refs?.text as HTMLElement | undefined;
    }

    /** An <img> cannot send the header that a download wants: the bytes are fetched and shown from here. */
    private async showImages(): Promise<void> {
        const images = [...(this.field?.querySelectorAll('img') ?? [])];
        await Promise.all(images.map((image) => this.showImage(image)));
    }

    private async showImage(image: HTMLImageElement): Promise<void> {
        const id = Number(CID.exec(image.getAttribute('data-cid') ?? '')?.[1] ?? 0);
        if (id === 0) return;
        const url = this.shown.get(id) ?? (await this.load(id));
        if (url) image.setAttribute('src', url);
    }

    private async load(id: number): Promise<string | null> {
        const reply = await getSession().download({ id });
        if (!reply.ok) return null;
        this.shown.set(id, reply.value.url);
        return reply.value.url;
    }

    private tellChange(): void {
        const field = this.field;
        if (!field) return;
        this.held = htmlOf(field);
        const detail = { html: this.held, text: field.innerText ?? field.textContent ?? '' };
        this.dispatchEvent(new CustomEvent('richchange', { detail }));
    }
}
