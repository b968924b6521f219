import { LightningElement, api } from 'lwc';
import { fileSize, fill } from 'c/patchbayFormat';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

interface Attachment {
    id: number | null;
    filename: string;
    contentType: string;
    size: number;
}

const PREVIEWABLE = /^image\/(png|jpe?g|gif|webp|avif)$/i;
const KINDS: readonly (readonly [RegExp, string])[] = [
    [/^image\//i, 'utility:image'],
    [/pdf$/i, 'utility:pdf_ext'],
    [/zip|compressed|tar/i, 'utility:zip'],
    [/sheet|excel|csv/i, 'utility:table'],
    [/^audio\//i, 'utility:volume_high'],
    [/^video\//i, 'utility:video'],
];

/** A file with its type and size: previewed and downloaded where it was received, removed where it is being sent. */
export default class PatchbayAttachment extends LightningElement {
    @api attachment!: Attachment;
    /** Part done of an upload, 0 to 1; null when it is not one or done. */
    @api progress: number | null = null;
    @api error: string | null = null;
    @api removable = false;

    preview: string | null = null;
    large: string | null = null;
    problem: string | null = null;
    private objectUrl: string | null = null;

    disconnectedCallback(): void {
        if (this.objectUrl) URL.revokeObjectURL(this.objectUrl);
    }

    get classes(): string {
        return this.error || this.problem ? 'chip chip_failed' : 'chip';
    }
    get icon(): string {
        return KINDS.find(([type]) => type.test(this.attachment.contentType))?.[1] ?? 'utility:attach';
    }
    get kind(): string {
        return this.attachment.contentType;
    }
    get detail(): string {
        if (this.error ?? this.problem) return this.error ?? this.problem ?? '';
        const size = fileSize(this.attachment.size);
        return this.isUploading
            ? fill(labels.uploadingOf, this.percent, size)
            : `${this.shortType} · ${size}`;
    }
    get shortType(): string {
        const extension = /\.([A-Za-z0-9]{1,5})$/.exec(this.attachment.filename)?.[1];
        return (extension ?? this.attachment.contentType.split('/')[1] ?? '').toUpperCase();
    }
    get percent(): number {
        return Math.round((this.progress ?? 0) * 100);
    }
    get progressStyle(): string {
        return `width: ${this.percent}%`;
    }
    get isUploading(): boolean {
        return this.progress !== null && !this.error;
    }
    get canDownload(): boolean {
        return this.attachment.id !== null && !this.removable;
    }
    get canPreview(): boolean {
        return this.canDownload && PREVIEWABLE.test(this.attachment.contentType);
    }
    get previewText(): string {
        return fill(this.large ? labels.hidePreview : labels.previewFile, this.attachment.filename);
    }
    get downloadText(): string {
        return fill(labels.downloadFile, this.attachment.filename);
    }
    get removeText(): string {
        return fill(labels.removeFile, this.attachment.filename);
    }
    get uploadText(): string {
        return fill(labels.uploadingFile, this.attachment.filename);
    }

    async togglePreview(): Promise<void> {
        this.large = this.large ? null : await this.url();
        if (this.large) this.preview = this.large;
    }

    async download(): Promise<void> {
        const url = await this.url();
        if (!url) return;
        const link = document.createElement('a');
        link.href = url;
        link.download = this.attachment.filename;
        link.click();
    }

    remove(): void {
        this.dispatchEvent(new CustomEvent('remove'));
    }

    private async url(): Promise<string | null> {
        if (this.objectUrl || this.attachment.id === null) return this.objectUrl;
        const reply = await getSession().download({ id: this.attachment.id });
        this.problem = reply.ok ? null : reply.message;
        this.objectUrl = reply.ok ? reply.value.url : null;
        return this.objectUrl;
    }
}
