import { LightningElement, api } from 'lwc';
import { fill, paragraphs } from 'c/patchbayFormat';
import type { KeptRow } from 'c/patchbayKeeperFrame';
import type { QuickReplyView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { keptHtml, wordsOf } from './keptHtml';
import { labels } from './labels';

interface Edited {
    readonly id: number | null;
    readonly queueId: number | null;
    readonly shortcut: string;
    readonly title: string;
    /** As it stands in the field. */
    readonly text: string;
    readonly format: 'plain' | 'html';
}
const NEW: Edited = { id: null, queueId: null, shortcut: '', title: '', text: '', format: 'plain' };

/** Keeps quick replies (E6): the organization's and the queues', or with `own` those of the agent alone. */
export default class PatchbayQuickReplyKeeper extends LightningElement {
    @api own = false;

    labels = labels;
    busy = false;
    refusal: { message: string; nextStep: string | null } | null = null;
    private replies: readonly QuickReplyView[] | null = null;
    private fields: readonly string[] = [];
    queues: readonly { id: number; name: string }[] = [];
    private edited: Edited | null = null;
    /** Of the formatted text, as the field shows it. */
    private words: string | null = null;

    connectedCallback(): void {
        void this.load();
    }

    get isEditing(): boolean {
        return this.edited !== null;
    }
    get rows(): KeptRow[] | null {
        if (!this.replies) return null;
        return this.replies
            .filter(({ own }) => own === this.own)
            .map((reply) => ({
                id: reply.id,
                shortcut: `/${reply.shortcut}`,
                title: reply.title,
                whose: this.own ? '' : (reply.queue?.name ?? labels.all),
                text: (reply.format === 'html' ? wordsOf(reply.text) : reply.text).replace(/\s+/g, ' '),
            }));
    }
    get form(): Edited {
        return this.edited ?? NEW;
    }
    get isHtml(): boolean {
        return this.form.format === 'html';
    }
    get fieldsText(): string {
        return fill(labels.fields, this.fields.map((field) => `{{${field}}}`).join(' '));
    }

    renderedCallback(): void {
        const area = this.refs?.text as HTMLTextAreaElement | undefined;
        if (area && area.value !== this.form.text) area.value = this.form.text;
    }

    add(): void {
        this.edit(NEW);
    }

    handleEdit(event: CustomEvent<{ id: number }>): void {
        const reply = this.replies?.find(({ id }) => id === event.detail.id);
        if (reply) this.edit({ ...reply, queueId: reply.queue?.id ?? null });
    }

    async handleRemove(event: CustomEvent<{ id: number }>): Promise<void> {
        const quickReplyId = event.detail.id;
        const name = this.own ? 'deleteOwnQuickReply' : 'deleteQuickReply';
        const reply = await getSession().command(name, { quickReplyId });
        this.refusal = reply.ok ? null : { message: reply.message, nextStep: reply.nextStep };
        await this.load();
    }

    handleInput(event: Event): void {
        const { name, value } = event.target as HTMLInputElement;
        this.edited = { ...this.form, [name]: value };
    }

    handleQueue(event: CustomEvent<{ queueId: number | null }>): void {
        this.edited = { ...this.form, queueId: event.detail.queueId };
    }

    handleFormat(event: Event): void {
        const { text } = this.form;
        const isHtml = (event.target as HTMLInputElement).checked;
        // The same words, with a format to come or without the one they had.
        this.edited = isHtml
            ? { ...this.form, format: 'html', text: paragraphs(text) }
            : { ...this.form, format: 'plain', text: this.words ?? wordsOf(text) };
        this.words = null;
    }

    handleRich(event: CustomEvent<{ html: string; text: string }>): void {
        this.words = event.detail.text;
        this.edited = { ...this.form, text: event.detail.html };
    }

    /** Only mail that is written has files: a text that many use has none. */
    refuseImages(): void {
        this.refusal = { message: labels.noImages, nextStep: null };
    }

    cancel(): void {
        this.edited = null;
        this.refusal = null;
    }

    async save(): Promise<void> {
        const { id, queueId, shortcut, title, format } = this.form;
        const text = format === 'html' ? keptHtml(this.form.text) : this.form.text;
        const saved = { quickReplyId: id, shortcut: shortcut.trim().replace(/^\//, ''), title, text, format };
        this.busy = true;
        const reply = this.own
            ? await getSession().command('saveOwnQuickReply', saved)
            : await getSession().command('saveQuickReply', { ...saved, queueId });
        this.busy = false;
        this.refusal = reply.ok ? null : { message: reply.message, nextStep: reply.nextStep };
        if (!reply.ok) return;
        this.edited = null;
        await this.load();
    }

    private edit(edited: Edited): void {
        this.edited = edited;
        this.words = null;
        this.refusal = null;
    }

    private async load(): Promise<void> {
        const reply = await getSession(this).query('listQuickReplies', {});
        if (!reply.ok) {
            this.refusal = { message: reply.message, nextStep: reply.nextStep };
            return;
        }
        this.replies = reply.value.items;
        this.fields = reply.value.fields ?? [];
        const queues = this.own ? null : await getSession().query('listQueues', {});
        if (queues?.ok) this.queues = queues.value.items;
    }
}
