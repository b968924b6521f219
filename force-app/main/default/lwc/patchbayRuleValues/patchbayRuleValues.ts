import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import { labels } from './labels';

export interface ValueOption {
    readonly value: string;
    readonly label: string;
}

const valuesIn = (text: string): string[] => {
    const lines = text.split('\n').map((line) => line.trim());
    return [...new Set(lines.filter((line) => line !== ''))];
};

/** Several values of one thing: typed, one a line, or with `options` chosen from a list. Fires `change` {values}. */
export default class PatchbayRuleValues extends LightningElement {
    @api options: readonly ValueOption[] | null = null;
    /** What the values are of, for who cannot see it. */
    @api name = '';

    labels = labels;
    private chosen = '';
    private text: string | null = null;
    private given: readonly string[] = [];
    private rendered = false;

    @api
    get values(): readonly string[] {
        return this.given;
    }
    set values(values: readonly string[]) {
        this.given = values;
        if (this.rendered) this.show();
    }

    get isChosen(): boolean {
        return this.options !== null;
    }
    get lines(): string {
        // What was typed stands as it was typed, unless the values are others by now: another condition came in its place.
        const { text, values } = this;
        return text !== null && valuesIn(text).join('\n') === values.join('\n') ? text : values.join('\n');
    }
    get pills() {
        return this.values.map((value) => {
            const label = this.options?.find((option) => option.value === value)?.label ?? value;
            return { value, label, removeLabel: fill(labels.remove, label) };
        });
    }
    get choices(): readonly ValueOption[] {
        return (this.options ?? []).filter(({ value }) => !this.values.includes(value));
    }
    get cannotAdd(): boolean {
        return this.chosen === '';
    }

    renderedCallback(): void {
        this.rendered = true;
        this.show();
    }

    handleText(event: Event): void {
        this.text = (event.target as HTMLTextAreaElement).value;
        this.tell(valuesIn(this.text));
    }

    handleChoice(event: Event): void {
        this.chosen = (event.target as HTMLSelectElement).value;
    }

    add(): void {
        if (this.cannotAdd) return;
        this.tell([...this.values, this.chosen]);
        this.chosen = '';
        const select = this.refs?.select as HTMLSelectElement | undefined;
        if (select) select.value = '';
        select?.focus();
    }

    remove(event: Event): void {
        const { value } = (event.currentTarget as HTMLElement).dataset;
        this.tell(this.values.filter((one) => one !== value));
        (this.refs?.select as HTMLSelectElement | undefined)?.focus();
    }

    private show(): void {
        const area = this.refs?.text as HTMLTextAreaElement | undefined;
        if (area && area.value !== this.lines) area.value = this.lines;
    }

    private tell(values: readonly string[]): void {
        this.dispatchEvent(new CustomEvent('change', { detail: { values } }));
    }
}
