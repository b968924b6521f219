import { LightningElement, api } from 'lwc';
import { getSession } from 'c/patchbaySession';
import { caretAtEnd, choose, selectBefore, selectionIn, selectWords, textBefore } from './caret';
import { labels } from './labels';
import { linkTarget } from './link';
import { CID, cidOf, htmlOf, safeNodes } from './safeText';

/**
 * Formatted text: a small toolbar, links, paste, images within the text. Fires `richchange` {html, text}, `caret`
 * {before} with what stands before the caret in its line, null where it left, and for images that are pasted
 * `imagesadded` {files}; the one who uploads them calls `insertImage`.
 */
export default class PatchbayRichText extends LightningElement {
    @api html = '';
    @api label = labels.replyText;

    labels = labels;
    tools = [
        { command: 'bold', label: labels.bold, sign: 'B' },
        { command: 'italic', label: labels.italic, sign: 'I' },
        { command: 'underline', label: labels.underline, sign: 'U' },
        { command: 'insertUnorderedList', label: labels.bulletList, sign: '•' },
        { command: 'insertOrderedList', label: labels.numberedList, sign: '' },
    ];
    /** What the field holds: it is written to only when something else is to stand there. */
    private held: string | null = null;
    linking = false;
    linkProblem = '';
    /** What becomes the link, while its address is typed. */
    private linked: Range | null = null;
    private focusLink = false;
    private readonly shown = new Map<number, string>();

    renderedCallback(): void {
        const link = this.refs?.link as HTMLInputElement | undefined;
        if (link && this.focusLink) link.focus();
        this.focusLink = false;
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

    /** In the place of so many characters before the caret; what is to be written there is selected then. */
    @api
    insertReply(html: string, length: number, unfilled: readonly string[]): void {
        const field = this.field;
        if (!field) return;
        field.focus();
        selectBefore(field, length);
        const nodes = safeNodes(html);
        const only = nodes.childNodes.length === 1 ? nodes.firstChild : null;
        // One paragraph goes on in the line that it is inserted into.
        const written = only?.nodeName === 'P' ? htmlOf(only) : htmlOf(nodes);
        document.execCommand('insertHTML', false, written);
        if (unfilled[0] !== undefined) selectWords(field, new RegExp(`\\{\\{\\s*${unfilled[0]}\\s*\\}\\}`));
        this.tellChange();
    }

    /** As if "/" had been typed at the end. */
    @api
    writeSlash(): void {
        const field = this.field;
        if (!field) return;
        field.focus();
        caretAtEnd(field);
        const before = textBefore(field) ?? '';
        document.execCommand('insertText', false, before === '' || /\s$/.test(before) ? '/' : ' /');
        this.tellChange();
        this.tellCaret();
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
        this.tellCaret();
    }

    handleCaret(): void {
        this.tellCaret();
    }

    handleBlur(): void {
        this.dispatchEvent(new CustomEvent('caret', { detail: { before: null } }));
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

    openLink(): void {
        this.linked = this.field ? selectionIn(this.field) : null;
        this.linking = true;
        this.linkProblem = '';
        this.focusLink = true;
    }

    handleLinkKeys(event: KeyboardEvent): void {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter') this.addLink();
        else this.closeLink();
    }

    addLink(): void {
        const typed = (this.refs?.link as HTMLInputElement | undefined)?.value ?? '';
        const target = linkTarget(typed);
        if (target === null) {
            this.linkProblem = labels.linkProblem;
            return;
        }
        this.closeLink();
        if (document.getSelection()?.isCollapsed ?? true) {
            const link = document.createElement('a');
            link.setAttribute('href', target);
            link.textContent = typed.trim();
            const holder = document.createDocumentFragment();
            holder.append(link);
            document.execCommand('insertHTML', false, htmlOf(holder));
        } else document.execCommand('createLink', false, target);
        this.tellChange();
    }

    closeLink(): void {
        this.linking = false;
        const field = this.field;
        if (!field) return;
        field.focus();
        if (this.linked) choose(this.linked);
        else caretAtEnd(field);
        this.linked = null;
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

    private tellCaret(): void {
        const before = this.field ? textBefore(this.field) : null;
        this.dispatchEvent(new CustomEvent('caret', { detail: { before } }));
    }

    private tellChange(): void {
        const field = this.field;
        if (!field) return;
        this.held = htmlOf(field);
        const detail = { html: this.held, text: field.innerText ?? field.textContent ?? '' };
        this.dispatchEvent(new CustomEvent('richchange', { detail }));
    }
}
