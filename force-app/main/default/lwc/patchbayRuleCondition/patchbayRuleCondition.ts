import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { RuleCondition } from 'c/patchbayProtocol';
import { labels } from './labels';
import { fieldOptions, howOptions, valueOptions, withField, type Option } from './words';

/** One condition of a rule: what, how, which values. Fires `change` {condition} and `remove`. */
export default class PatchbayRuleCondition extends LightningElement {
    @api condition!: RuleCondition;
    @api number = 1;
    @api languages: readonly Option[] = [];

    labels = labels;

    get words() {
        return {
            what: fill(labels.what, this.number),
            how: fill(labels.how, this.number),
            values: fill(labels.values, this.number),
            headerName: fill(labels.headerName, this.number),
            remove: fill(labels.removeCondition, this.number),
        };
    }
    get fields() {
        return fieldOptions().map((one) => ({ ...one, selected: one.value === this.condition.field }));
    }
    get hows() {
        const now = `${this.condition.not ? 'not-' : ''}${this.condition.operator}`;
        return howOptions(this.condition.field).map((one) => ({ ...one, selected: one.value === now }));
    }
    get isHeader(): boolean {
        return this.condition.field === 'header';
    }
    get isLanguage(): boolean {
        return this.condition.field === 'language';
    }
    get hasValues(): boolean {
        return this.condition.operator !== 'exists';
    }
    /** Another field gets a field of its own, so that nothing of the one before stands in it. */
    get valueFields() {
        const { field, values } = this.condition;
        return [{ key: field, values, options: valueOptions(field, this.languages) }];
    }

    @api
    focusFirst(): void {
        this.template?.querySelector<HTMLElement>('[data-id="field"]')?.focus();
    }

    handleField(event: Event): void {
        const field = (event.target as HTMLSelectElement).value as RuleCondition['field'];
        this.tell(withField(this.condition, field));
    }

    handleHow(event: Event): void {
        const { value } = event.target as HTMLSelectElement;
        const operator = value.replace('not-', '') as RuleCondition['operator'];
        const values = operator === 'exists' ? [] : this.condition.values;
        this.tell({ ...this.condition, operator, not: value.startsWith('not-'), values });
    }

    handleName(event: Event): void {
        this.tell({ ...this.condition, name: (event.target as HTMLInputElement).value });
    }

    handleValues(event: CustomEvent<{ values: string[] }>): void {
        this.tell({ ...this.condition, values: event.detail.values });
    }

    remove(): void {
        this.dispatchEvent(new CustomEvent('remove'));
    }

    private tell(condition: RuleCondition): void {
        this.dispatchEvent(new CustomEvent('change', { detail: { condition } }));
    }
}
