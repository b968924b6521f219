import { LightningElement, api } from 'lwc';
import { fill, fullTime } from 'c/patchbayFormat';
import type { PieceView, SearchHitView, SearchTermView } from 'c/patchbayProtocol';
import { statusWord } from 'c/patchbayWords';
import { labels } from './labels';

interface Piece {
    key: string;
    text: string;
    hit: boolean;
}
const keyed = (pieces: readonly PieceView[]): Piece[] =>
    pieces.map(({ text, hit }, n) => ({ key: String(n), text, hit }));

/**
 * What a search found. Fires `open` {interactionId} (bubbling), `more`, `retry`, and `drop` {start, end} for a part of
 * the query that is taken out. Hits are text, never markup.
 */
export default class PatchbaySearchResults extends LightningElement {
    @api items: readonly SearchHitView[] = [];
    @api terms: readonly SearchTermView[] = [];
    @api loading = false;
    @api loadingMore = false;
    @api more = false;
    @api lookedBackTo: number | null = null;
    @api zone: string | undefined = undefined;
    @api problem: { message: string; nextStep: string | null } | null = null;
    @api currentId: number | null = null;

    labels = labels;
    private focusId: number | null = null;

    /** The keyboard's j and k, and from the field into the list. */
    @api
    moveFocus(step: 1 | -1): void {
        const ids = this.items.map(({ summary }) => summary.id);
        const at = ids.indexOf(this.focusId ?? this.currentId ?? -1);
        const next = ids[at === -1 ? 0 : Math.min(ids.length - 1, Math.max(0, at + step))];
        if (next === undefined) return;
        this.focusId = next;
        this.template?.querySelector<HTMLElement>(`[data-interaction="${next}"]`)?.focus();
    }

    get rows() {
        const focusId = this.focusId ?? this.currentId ?? this.items[0]?.summary.id;
        return this.items.map(({ summary, at, from, subject, line, file, direction }) => ({
            id: summary.id,
            at,
            current: summary.id === this.currentId,
            className: summary.id === this.currentId ? 'pb-plain row row_current' : 'pb-plain row',
            tabIndex: summary.id === focusId ? '0' : '-1',
            title: `#${summary.number} · ${statusWord(summary.status)} · ${summary.queue.name}`,
            where: `#${summary.number} · ${statusWord(summary.status)}`,
            icon: direction === 'outbound' ? 'utility:reply' : 'utility:email',
            iconText: direction === 'outbound' ? labels.sent : labels.received,
            from: keyed(from),
            subject: keyed(subject),
            line: keyed(line),
            file: file && keyed(file),
        }));
    }
    /** Filters as chips; plain words stand in the field as they are, unless something is wrong with them. */
    get chips() {
        return this.terms
            .filter(({ kind, problem, negated }) => kind !== 'words' || problem !== null || negated)
            .map(({ text, start, end, problem }, n) => ({
                key: String(n),
                text,
                start,
                end,
                problem,
                className: problem ? 'chip chip_wrong' : 'chip',
                dropTitle: fill(labels.dropTerm, text),
            }));
    }
    get wrong() {
        return this.chips.filter(({ problem }) => problem !== null);
    }
    get isSkeleton(): boolean {
        return this.loading && !this.problem;
    }
    get hasRows(): boolean {
        return !this.loading && this.items.length > 0;
    }
    get isEmpty(): boolean {
        return (
            !this.loading && !this.problem && this.items.length === 0 && this.wrong.length === 0 && !this.more
        );
    }
    get isDone(): boolean {
        return this.hasRows && !this.more;
    }
    get showMore(): boolean {
        return !this.loading && this.more && !this.problem;
    }
    get moreText(): string {
        return this.lookedBackTo === null ? labels.showMore : labels.keepLooking;
    }
    get partialText(): string {
        return this.lookedBackTo === null
            ? ''
            : fill(labels.lookedBackTo, fullTime(this.lookedBackTo, this.zone));
    }
    get countText(): string {
        if (this.loading) return labels.searching;
        return this.items.length === 1 && !this.more
            ? labels.oneFound
            : fill(this.more ? labels.firstFound : labels.allFound, this.items.length);
    }
    get listBusy(): string {
        return String(this.loading || this.loadingMore);
    }

    handleOpen(event: Event): void {
        const interactionId = Number((event.currentTarget as HTMLElement).dataset.interaction);
        this.focusId = interactionId;
        this.dispatchEvent(
            new CustomEvent('open', { detail: { interactionId }, bubbles: true, composed: true }),
        );
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        event.stopPropagation();
        this.moveFocus(event.key === 'ArrowDown' ? 1 : -1);
    }

    handleDrop(event: Event): void {
        const { start, end } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('drop', { detail: { start: Number(start), end: Number(end) } }));
    }

    handleMore(): void {
        this.dispatchEvent(new CustomEvent('more'));
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
