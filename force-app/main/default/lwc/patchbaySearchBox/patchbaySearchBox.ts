import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { suggestionsFor, termAt, type SuggestedNames, type Suggestion } from './suggestions';

/**
 * The field of the search, with what could come next. Fires `edit` {query} on each change, `search` {query} on Enter,
 * `enter` when it is focused, `leave` on Escape with nothing to close, `down` to go on into the list.
 */
export default class PatchbaySearchBox extends LightningElement {
    @api query = '';
    @api names: SuggestedNames = { agents: [], queues: [], tags: [], days: [] };
    @api placeholder = '';
    @api active = false;

    labels = labels;
    private caret = 0;
    private chosen = -1;
    private closed = true;
    private caretWanted: number | null = null;

    @api
    focusBox(): void {
        const box = this.box;
        box?.focus();
        box?.select();
    }

    renderedCallback(): void {
        const box = this.box;
        if (!box || this.caretWanted === null) return;
        box.setSelectionRange(this.caretWanted, this.caretWanted);
        this.caretWanted = null;
    }

    get options(): (Suggestion & { key: string; id: string; className: string; selected: string })[] {
        const { term } = termAt(this.query, this.caret);
        return suggestionsFor(term, this.names).map((suggestion, n) => ({
            ...suggestion,
            key: String(n),
            id: `option-${n}`,
            selected: n === this.chosen ? 'true' : 'false',
            className: n === this.chosen ? 'option option_chosen' : 'option',
        }));
    }
    get isOpen(): boolean {
        return !this.closed && this.options.length > 0;
    }
    get expanded(): string {
        return String(this.isOpen);
    }
    get announced(): string {
        const option = this.options[this.chosen];
        return this.isOpen && option ? `${option.label} ${option.hint}` : '';
    }
    get hasText(): boolean {
        return this.query !== '' || this.active;
    }

    handleFocus(): void {
        this.dispatchEvent(new CustomEvent('enter'));
    }

    handleBlur(): void {
        this.closed = true;
    }

    handleInput(event: Event): void {
        const box = event.target as HTMLInputElement;
        this.edit(box.value, box.selectionStart ?? box.value.length);
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.isComposing) return;
        const handled = this.isOpen ? this.inList(event.key) : this.alone(event.key);
        if (!handled) return;
        event.preventDefault();
        event.stopPropagation();
    }

    /** The pointer must not take the focus out of the field. */
    keepFocus(event: Event): void {
        event.preventDefault();
    }

    handlePick(event: Event): void {
        this.pick(Number((event.currentTarget as HTMLElement).dataset.index));
    }

    handleClear(): void {
        this.dispatchEvent(new CustomEvent('leave'));
    }

    private inList(key: string): boolean {
        const count = this.options.length;
        switch (key) {
            case 'ArrowDown':
                this.chosen = (this.chosen + 1) % count;
                return true;
            case 'ArrowUp':
                this.chosen = (this.chosen <= 0 ? count : this.chosen) - 1;
                return true;
            case 'Tab':
                if (this.chosen === -1) return false;
                this.pick(this.chosen);
                return true;
            case 'Enter':
                if (this.chosen === -1) this.search();
                else this.pick(this.chosen);
                return true;
            case 'Escape':
                this.closed = true;
                return true;
            default:
                return false;
        }
    }

    private alone(key: string): boolean {
        if (key === 'Enter') this.search();
        else if (key === 'Escape') this.dispatchEvent(new CustomEvent('leave'));
        else if (key === 'ArrowDown') this.dispatchEvent(new CustomEvent('down'));
        else return false;
        return true;
    }

    private pick(index: number): void {
        const option = this.options[index];
        if (!option) return;
        const { start } = termAt(this.query, this.caret);
        const caret = start + option.text.length;
        const rest = this.query.slice(this.caret).replace(option.whole ? /^\s+/ : '', '');
        this.caretWanted = caret;
        this.edit(this.query.slice(0, start) + option.text + rest, caret);
    }

    private edit(query: string, caret: number): void {
        this.caret = caret;
        this.chosen = -1;
        this.closed = false;
        this.dispatchEvent(new CustomEvent('edit', { detail: { query } }));
    }

    private search(): void {
        this.closed = true;
        this.dispatchEvent(new CustomEvent('search', { detail: { query: this.query.trim() } }));
    }

    private get box(): HTMLInputElement | undefined {
        return this.refs?.box as HTMLInputElement | undefined;
    }
}
