import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { FilledReplyView } from 'c/patchbayProtocol';
import { labels } from './labels';
import { inserted, matching, slashBefore, type Inserted, type Slash } from './slash';

interface Chosen extends Inserted {
    readonly reply: FilledReplyView;
    /** What stands in its place so far: "/tha". */
    readonly typed: string;
}

/**
 * The quick replies that match what is typed behind a "/". The field keeps the focus and hands its keys on: `look`
 * after each change, `handleKey` before the field's own. Fires `insert` {text, from, to}: the new text of the field and
 * what to select in it; and for formatted text, of which it sees one line alone, {reply, typed}: what takes the place of what.
 */
export default class PatchbayQuickReplyList extends LightningElement {
    @api replies: readonly FilledReplyView[] = [];

    labels = labels;
    private text = '';
    private slash: Slash | null = null;
    private active = 0;

    /** After typing, and after the caret moved. */
    @api
    look(text: string, caret: number): void {
        const slash = slashBefore(text, caret);
        if (slash?.typed !== this.slash?.typed || slash?.at !== this.slash?.at) this.active = 0;
        this.text = text;
        this.slash = slash;
    }

    /** @returns true where the key was for the list */
    @api
    handleKey(event: KeyboardEvent): boolean {
        const { found } = this;
        if (!this.slash || event.ctrlKey || event.metaKey || event.altKey) return false;
        if (event.key === 'Escape') this.slash = null;
        else if (found.length === 0) return false;
        else if (event.key === 'ArrowDown') this.active = (this.active + 1) % found.length;
        else if (event.key === 'ArrowUp') this.active = (this.active - 1 + found.length) % found.length;
        else if (event.key === 'Enter' || event.key === 'Tab') this.choose(found[this.active]);
        else return false;
        event.preventDefault();
        event.stopPropagation();
        return true;
    }

    @api
    close(): void {
        this.slash = null;
    }

    get isOpen(): boolean {
        return this.slash !== null && (this.found.length > 0 || this.slash.typed !== '');
    }
    get isNone(): boolean {
        return this.found.length === 0;
    }
    get noneText(): string {
        return fill(labels.quickRepliesNone, this.slash?.typed ?? '');
    }
    private get found(): FilledReplyView[] {
        return this.slash ? matching(this.replies, this.slash.typed) : [];
    }
    get rows() {
        return this.found.map((reply, index) => ({
            id: reply.id,
            index,
            shortcut: `/${reply.shortcut}`,
            title: reply.title,
            preview: reply.text.replace(/\s+/g, ' '),
            selected: String(index === this.active),
            className: index === this.active ? 'reply reply_active' : 'reply',
        }));
    }

    keepFocus(event: Event): void {
        event.preventDefault();
    }

    handleReply(event: Event): void {
        this.choose(this.found[Number((event.currentTarget as HTMLElement).dataset.index)]);
    }

    private choose(reply: FilledReplyView | undefined): void {
        if (!reply || !this.slash) return;
        const typed = `/${this.slash.typed}`;
        const detail: Chosen = { ...inserted(this.text, this.slash, reply), reply, typed };
        this.slash = null;
        this.dispatchEvent(new CustomEvent('insert', { detail }));
    }
}
