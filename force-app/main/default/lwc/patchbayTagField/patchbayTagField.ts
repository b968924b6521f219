import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

const SHOWN = 8;
const keyOf = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * A tag while it is typed, with those that are known. Fires `pick` {name} on Enter, a comma or a click, `leave` on Escape
 * and when the focus goes, and `back` on Backspace in the empty field.
 */
export default class PatchbayTagField extends LightningElement {
    /** Those that are there already are not offered again. */
    @api except: readonly string[] = [];
    @api disabled = false;
    @api label = labels.addTag;

    labels = labels;
    typed = '';
    private known: readonly string[] = [];
    private mayCreate = false;
    private chosen = -1;
    private open = false;
    private asked = 0;

    @api
    focusField(): void {
        (this.refs?.field as HTMLElement | undefined)?.focus();
    }

    get options() {
        const except = new Set(this.except.map(keyOf));
        const known = this.known.filter((name) => !except.has(keyOf(name))).slice(0, SHOWN);
        const typed = keyOf(this.typed);
        const isThere = typed === '' || except.has(typed) || this.known.some((name) => keyOf(name) === typed);
        const fresh = this.mayCreate && !isThere ? [this.typed.trim()] : [];
        return [...known, ...fresh].map((name, n) => ({
            name,
            key: `${n}-${name}`,
            id: `tag-${n}`,
            text: n < known.length ? name : fill(labels.create, name),
            selected: String(n === this.chosen),
            className: n === this.chosen ? 'option option_chosen' : 'option',
        }));
    }
    get isOpen(): boolean {
        return this.open && this.options.length > 0;
    }
    get shown() {
        return this.isOpen ? this.options : [];
    }
    get listClass(): string {
        return this.isOpen ? 'pb-popover options' : 'slds-hide';
    }
    get expanded(): string {
        return String(this.isOpen);
    }
    get activeDescendant(): string | null {
        return this.isOpen && this.chosen >= 0 ? `tag-${this.chosen}` : null;
    }
    /** What a screen reader says, and what is there to see where nothing is offered. */
    get announced(): string {
        return this.isOpen ? (this.options[this.chosen]?.text ?? '') : '';
    }
    get noneKnown(): string {
        const isNone = this.open && this.options.length === 0 && !this.mayCreate && keyOf(this.typed) !== '';
        return isNone ? labels.noneKnown : '';
    }

    handleFocus(): void {
        void this.suggest();
    }

    handleBlur(): void {
        this.open = false;
        this.dispatchEvent(new CustomEvent('leave'));
    }

    handleInput(event: Event): void {
        this.typed = (event.target as HTMLInputElement).value;
        this.chosen = -1;
        if (/,\s*$/.test(this.typed)) this.pickAll(this.typed);
        else void this.suggest();
    }

    handlePaste(event: ClipboardEvent): void {
        const text = event.clipboardData?.getData('text') ?? '';
        if (!/[,\n]/.test(text)) return;
        event.preventDefault();
        this.pickAll(text);
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.isComposing || !this.takes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
    }

    /** The pointer must not take the focus out of the field. */
    keepFocus(event: Event): void {
        event.preventDefault();
    }

    handlePick(event: Event): void {
        this.pick((event.currentTarget as HTMLElement).dataset.name ?? '');
    }

    private takes(key: string): boolean {
        const { length } = this.options;
        switch (key) {
            case 'ArrowDown':
                this.chosen = length === 0 ? -1 : (this.chosen + 1) % length;
                return true;
            case 'ArrowUp':
                this.chosen = length === 0 ? -1 : (this.chosen <= 0 ? length : this.chosen) - 1;
                return true;
            case 'Enter':
                this.pickAll(this.options[this.chosen]?.name ?? this.typed);
                return true;
            case 'Escape':
                this.typed = '';
                this.open = false;
                this.dispatchEvent(new CustomEvent('leave', { detail: { byKey: true } }));
                return true;
            case 'Backspace':
                if (this.typed !== '') return false;
                this.dispatchEvent(new CustomEvent('back'));
                return true;
            default:
                return false;
        }
    }

    private pickAll(text: string): void {
        for (const name of text.split(/[,\n]/)) if (name.trim() !== '') this.pick(name);
    }

    private pick(name: string): void {
        this.typed = '';
        this.chosen = -1;
        this.dispatchEvent(new CustomEvent('pick', { detail: { name: name.trim() } }));
        void this.suggest();
    }

    private async suggest(): Promise<void> {
        const turn = (this.asked += 1);
        const limit = SHOWN + this.except.length;
        const reply = await getSession(this).query('suggestTags', { text: this.typed, limit });
        // Overtaken by what was typed since.
        if (turn !== this.asked || !reply.ok) return;
        this.known = reply.value.items ?? [];
        this.mayCreate = reply.value.mayCreate;
        this.open = true;
    }
}
