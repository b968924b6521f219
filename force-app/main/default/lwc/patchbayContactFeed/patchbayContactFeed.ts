import { LightningElement, api } from 'lwc';
import type { FeedEntryView, PresenceView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { feedRow, type FeedRow } from './feedRow';
import { labels } from './labels';

interface Problem {
    message: string;
    nextStep: string | null;
}

/** Notes, mentions and events of one customer across channels, newest first. Fires `open` {interactionId}. */
export default class PatchbayContactFeed extends LightningElement {
    @api agents: readonly PresenceView[] = [];
    @api canNote = false;

    labels = labels;
    note = '';
    posting = false;
    refusal: Problem | null = null;
    problem: Problem | null = null;
    more = false;
    private entries: readonly FeedEntryView[] | null = null;
    private shownId: number | null = null;
    private seen = 0;

    @api
    get interactionId(): number | null {
        return this.shownId;
    }
    set interactionId(value: number | null) {
        if (value === this.shownId) return;
        this.shownId = value;
        this.entries = null;
        this.problem = null;
        this.note = '';
        if (this.isConnected) this.reload();
    }

    /** The journal's number: a greater one says that the feed may have grown. */
    @api
    get version(): number {
        return this.seen;
    }
    set version(value: number) {
        const grew = value > this.seen && this.entries !== null;
        this.seen = value;
        if (grew && this.isConnected) this.reload();
    }

    get rows(): FeedRow[] {
        return (this.entries ?? []).map((entry) => feedRow(entry, this.shownId));
    }
    get isSkeleton(): boolean {
        return this.entries === null && !this.problem;
    }
    get isEmpty(): boolean {
        return this.entries?.length === 0;
    }

    connectedCallback(): void {
        this.reload();
    }

    reload(): void {
        void this.load(null);
    }

    loadMore(): void {
        const last = this.entries?.[this.entries.length - 1];
        if (last) void this.load(last.id);
    }

    handleNote(event: CustomEvent<{ text: string }>): void {
        this.note = event.detail.text;
    }

    handleOther(event: Event): void {
        const interactionId = Number((event.currentTarget as HTMLElement).dataset.interaction);
        this.dispatchEvent(new CustomEvent('open', { detail: { interactionId } }));
    }

    async handlePost(event: CustomEvent<{ text: string; mentions: number[] }>): Promise<void> {
        const interactionId = this.shownId;
        if (interactionId === null) return;
        this.posting = true;
        this.refusal = null;
        const reply = await getSession().command('postNote', { interactionId, ...event.detail });
        this.posting = false;
        if (!reply.ok) this.refusal = { message: reply.message, nextStep: reply.nextStep };
        else {
            this.note = '';
            this.reload();
        }
    }

    private async load(before: number | null): Promise<void> {
        const interactionId = this.shownId;
        if (interactionId === null) return;
        const reply = await getSession().query('getContactFeed', { interactionId, before, limit: 50 });
        // The agent has gone on to another customer.
        if (interactionId !== this.shownId) return;
        if (!reply.ok) {
            this.problem = { message: reply.message, nextStep: reply.nextStep };
            return;
        }
        this.problem = null;
        this.more = reply.value.more;
        const shown = before === null ? [] : (this.entries ?? []);
        const known = new Set(shown.map(({ id }) => id));
        this.entries = [...shown, ...reply.value.items.filter(({ id }) => !known.has(id))];
    }
}
