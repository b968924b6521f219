import { LightningElement, api } from 'lwc';
import { getSession } from 'c/patchbaySession';
import { frameDocument } from './frameDocument';

/** A cleaned HTML mail in a sandboxed frame that is as high as its content. Fires `grown`, bubbling, as it becomes so. */
export default class PatchbayMessageBody extends LightningElement {
    @api html = '';
    /** Remote images were asked for. */
    @api remote = false;
    @api title = '';

    private shown: string | null = null;
    private observer?: ResizeObserver;
    private objectUrls: string[] = [];

    renderedCallback(): void {
        const frame = this.frame();
        if (!frame) return;
        const style = getComputedStyle(frame);
        const colors = {
            text: style.color,
            link: style.outlineColor,
            scheme: style.getPropertyValue('color-scheme') || 'normal',
        };
        const document = frameDocument(this.html, this.remote, colors);
        if (document === this.shown) return;
        this.shown = document;
        frame.srcdoc = document;
    }

    disconnectedCallback(): void {
        this.observer?.disconnect();
        this.objectUrls.forEach((url) => URL.revokeObjectURL(url));
    }

    handleLoad(): void {
        const inside = this.frame()?.contentDocument;
        if (!inside?.body) return;
        this.fit();
        this.observer?.disconnect();
        if (typeof ResizeObserver !== 'undefined') {
            this.observer = new ResizeObserver(() => this.fit());
            this.observer.observe(inside.body);
        }
        inside.querySelectorAll<HTMLImageElement>('img[data-attachment]').forEach((image) => {
            void this.fetchInline(image);
        });
    }

    private async fetchInline(image: HTMLImageElement): Promise<void> {
        const reply = await getSession().download({ id: Number(image.dataset.attachment) });
        // Refused: the image stays empty with its alt text.
        if (!reply.ok) return;
        this.objectUrls.push(reply.value.url);
        image.addEventListener('load', () => this.fit());
        image.src = reply.value.url;
    }

    private fit(): void {
        const frame = this.frame();
        const body = frame?.contentDocument?.body;
        if (!frame || !body) return;
        const height = `${Math.ceil(body.getBoundingClientRect().height) + 2}px`;
        if (frame.style.height === height) return;
        frame.style.height = height;
        this.dispatchEvent(new CustomEvent('grown', { bubbles: true, composed: true }));
    }

    private frame(): HTMLIFrameElement | undefined {
        return this.refs?.frame as HTMLIFrameElement | undefined;
    }
}
