import { LightningElement, api } from 'lwc';
import { fill, paragraphs } from 'c/patchbayFormat';
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
    private queues: readonly { id: number; name: string }[] = [];
    private edited: Edited | null = null;
    /** Of the formatted text, as the field shows it. */
    private words: string | null = null;

    connectedCallback(): void {
        void this.load();
    }

    get isLoading(): boolean {
        return this.replies === null && this.refusal === null;
    }
    get isEmpty(): boolean {
        return this.replies !== null && this.rows.length === 0 && !this.edited;
    }
    get isEditing(): boolean {
        return this.edited !== null;
    }
    get isShared(): boolean {
        return !this.own;
    }
    get rows() {
        return (this.replies ?? [])
            .filter(({ own }) => own === this.own)
            .map((reply) => ({
                id: reply.id,
                shortcut: `/${reply.shortcut}`,
                title: reply.title,
                whose: this.own ? '' : (reply.queue?.name ?? labels.all),
                text: (reply.format === 'html' ? wordsOf(reply.text) : reply.text).replace(/\s+/g, ' '),
                editLabel: `${labels.edit}: ${reply.title}`,
                removeLabel: `${labels.remove}: ${reply.title}`,
            }));
    }
    get form(): Edited {
        return this.edited ?? NEW;
    }
    get isHtml(): boolean {
        return this.form.format === 'html';
    }
    get choices() {
        const chosen = this.form.queueId;
        const all = { value: '', label: labels.all, selected: chosen === null };
        return [
            all,
            ...this.queues.map(({ id, name }) => ({
                value: String(id),
                label: name,
                selected: id === chosen,
            })),
        ];
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

    handleEdit(event: Event): void {
        const reply = this.replyOf(event);
        if (reply) this.edit({ ...reply, queueId: reply.queue?.id ?? null });
    }

    async handleDelete(event: Event): Promise<void> {
        const quickReplyId = this.replyOf(event)?.id ?? 0;
        const name = this.own ? 'deleteOwnQuickReply' : 'deleteQuickReply';
        const reply = await getSession().command(name, { quickReplyId });
        this.refusal = reply.ok ? null : { message: reply.message, nextStep: reply.nextStep };
        await this.load();
    }

    handleInput(event: Event): void {
        const { name, value } = event.target as HTMLInputElement;
        this.edited = { ...this.form, [name]: value };
    }

    handleQueue(event: Event): void {
        const { value } = event.target as HTMLSelectElement;
        this.edited = { ...this.form, queueId: value === '' ? null : Number(value) };
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

    private replyOf(event: Event): QuickReplyView | undefined {
        const id = Number((event.currentTarget as HTMLElement).dataset.reply);
        return this.replies?.find((reply) => reply.id === id);
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
