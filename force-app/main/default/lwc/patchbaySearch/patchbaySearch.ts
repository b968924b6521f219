import { LightningElement, api } from 'lwc';
import type { SearchHitView, SearchTermView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';
import { namesFor, type Names } from './names';

type Box = HTMLElement & { focusBox(): void };
type Results = HTMLElement & { moveFocus(step: 1 | -1): void };
interface Problem {
    message: string;
    nextStep: string | null;
}
const PAGE = 50;

/**
 * The search of the list pane: its field above, and in place of the inbox what it found. Fires `activate` {active};
 * rows fire `open` {interactionId}, bubbling.
 */
export default class PatchbaySearch extends LightningElement {
    @api currentId: number | null = null;

    labels = labels;
    active = false;
    /** As it stands in the field; `asked` is what the list below answers. */
    query = '';
    asked: string | null = null;
    items: readonly SearchHitView[] = [];
    terms: readonly SearchTermView[] = [];
    next: string | null = null;
    lookedBackTo: number | null = null;
    problem: Problem | null = null;
    loading = false;
    loadingMore = false;
    saved: readonly { id: number; name: string; query: string }[] = [];
    naming: string | null = null;
    savedNotice = '';
    private tags: readonly string[] = [];
    private turn = 0;
    private session = getSession().state;
    private stop?: () => void;

    connectedCallback(): void {
        this.session = getSession().state;
        this.stop = getSession().subscribe((state) => (this.session = state));
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    /** The key `/`. */
    @api
    focusSearch(): void {
        (this.refs?.box as Box | undefined)?.focusBox();
    }

    @api
    moveFocus(step: 1 | -1): void {
        (this.refs?.results as Results | undefined)?.moveFocus(step);
    }

    get permitted(): boolean {
        return this.session.me?.permissions.includes('email_search') ?? false;
    }
    get placeholder(): string {
        return this.permitted ? labels.placeholder : labels.placeholderNumber;
    }
    get names(): Names {
        return namesFor(this.session, this.tags, getSession().serverNow());
    }
    get zone(): string | undefined {
        return this.session.me?.timeZone;
    }
    get hasAsked(): boolean {
        return this.active && this.asked !== null;
    }
    get isStart(): boolean {
        return this.active && this.asked === null;
    }
    get more(): boolean {
        return this.next !== null;
    }
    get canSave(): boolean {
        return this.permitted && this.asked !== null && this.naming === null && !this.problem;
    }
    get isNaming(): boolean {
        return this.naming !== null;
    }

    handleEnter(): void {
        if (this.active) return;
        this.setActive(true);
        void this.loadSaved();
        void this.loadTags();
    }

    handleLeave(): void {
        this.turn += 1;
        this.query = '';
        this.asked = null;
        this.items = [];
        this.terms = [];
        this.problem = null;
        this.naming = null;
        this.setActive(false);
        // Out of the field, so that the keys of the workspace count again.
        this.template?.querySelector<HTMLElement>('.search')?.focus();
    }

    handleEdit(event: CustomEvent<{ query: string }>): void {
        this.query = event.detail.query;
        if (this.query.trim() === '') {
            this.turn += 1;
            this.asked = null;
        }
    }

    handleSearch(event: CustomEvent<{ query: string }>): void {
        void this.search(event.detail.query);
    }

    handlePick(event: CustomEvent<{ query: string }>): void {
        this.query = event.detail.query;
        void this.search(this.query);
    }

    handleDrop(event: CustomEvent<{ start: number; end: number }>): void {
        const { start, end } = event.detail;
        const asked = this.asked ?? '';
        this.query = `${asked.slice(0, start)}${asked.slice(end)}`.replace(/\s+/g, ' ').trim();
        void this.search(this.query);
    }

    handleDown(): void {
        this.moveFocus(1);
    }

    handleRetry(): void {
        void this.search(this.asked ?? this.query);
    }

    async handleMore(): Promise<void> {
        if (this.loadingMore || this.asked === null) return;
        const turn = this.turn;
        this.loadingMore = true;
        const reply = await getSession().query('searchInteractions', {
            query: this.asked,
            cursor: this.next,
            limit: PAGE,
        });
        this.loadingMore = false;
        if (turn !== this.turn) return;
        if (!reply.ok) this.problem = { message: reply.message, nextStep: reply.nextStep };
        else {
            const known = new Set(this.items.map(({ summary }) => summary.id));
            this.items = [
                ...this.items,
                ...reply.value.items.filter(({ summary }) => !known.has(summary.id)),
            ];
            this.next = reply.value.next;
            this.lookedBackTo = reply.value.lookedBackTo;
        }
    }

    beginNaming(): void {
        this.naming = '';
        this.savedNotice = '';
    }

    endNaming(): void {
        this.naming = null;
    }

    handleName(event: Event): void {
        this.naming = (event.target as HTMLInputElement).value;
    }

    handleNameKeys(event: KeyboardEvent): void {
        if (event.key === 'Enter') void this.save();
        else if (event.key === 'Escape') this.endNaming();
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    async save(): Promise<void> {
        const name = (this.naming ?? '').trim();
        if (this.asked === null || name === '') return;
        const reply = await getSession().command('saveSearch', { name, query: this.asked });
        if (!reply.ok) {
            this.problem = { message: reply.message, nextStep: reply.nextStep };
            return;
        }
        this.naming = null;
        this.savedNotice = labels.savedNotice;
        await this.loadSaved();
    }

    async handleRemove(event: CustomEvent<{ id: number }>): Promise<void> {
        const { id } = event.detail;
        const before = this.saved;
        this.saved = before.filter((one) => one.id !== id);
        const reply = await getSession().command('removeSavedSearch', { savedSearchId: id });
        if (!reply.ok && reply.code !== 'not_found') this.saved = before;
    }

    private async search(query: string): Promise<void> {
        if (query === '') return;
        const turn = (this.turn += 1);
        this.setActive(true);
        this.asked = query;
        this.loading = true;
        this.problem = null;
        this.naming = null;
        this.savedNotice = '';
        const reply = await getSession().query('searchInteractions', { query, limit: PAGE });
        // An answer that a newer question has overtaken is not shown.
        if (turn !== this.turn) return;
        this.loading = false;
        this.items = reply.ok ? reply.value.items : [];
        this.terms = reply.ok ? reply.value.terms : [];
        this.next = reply.ok ? reply.value.next : null;
        this.lookedBackTo = reply.ok ? reply.value.lookedBackTo : null;
        if (!reply.ok) this.problem = { message: reply.message, nextStep: reply.nextStep };
    }

    private async loadSaved(): Promise<void> {
        if (!this.permitted) return;
        const reply = await getSession().query('listSavedSearches', {});
        if (reply.ok) this.saved = reply.value.items;
    }

    private async loadTags(): Promise<void> {
        if (!this.permitted) return;
        const reply = await getSession().query('suggestTags', { text: '', limit: 50 });
        if (reply.ok) this.tags = reply.value.items;
    }

    private setActive(active: boolean): void {
        if (active === this.active) return;
        this.active = active;
        this.dispatchEvent(new CustomEvent('activate', { detail: { active } }));
    }
}
