import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type {
    ContentRuleDraft,
    InteractionPriority,
    RuleActions,
    RuleChoices,
    RuleCondition,
} from 'c/patchbayProtocol';
import { PRIORITIES, priorityWord } from 'c/patchbayWords';
import { labels } from './labels';

const NEW_CONDITION: RuleCondition = {
    field: 'subject',
    operator: 'contains',
    not: false,
    name: null,
    values: [],
};
type ConditionElement = HTMLElement & { focusFirst(): void };

/** A rule as it is written. Fires `change` {rule} with every key, `save`, `try` and `cancel`. */
export default class PatchbayRuleForm extends LightningElement {
    @api rule!: ContentRuleDraft;
    @api choices!: RuleChoices;
    @api isNew = false;
    @api busy = false;
    @api refusal: { message: string; nextStep: string | null } | null = null;

    labels = labels;
    private focusAt: number | null = null;
    private tagsTyped: string | null = null;

    get conditions() {
        return this.rule.conditions.map((condition, at) => ({
            key: `${at}`,
            at,
            number: at + 1,
            condition,
        }));
    }
    get languages() {
        return this.choices.languages.map(({ code, name }) => ({ value: code, label: name }));
    }
    get queues() {
        const { queueId } = this.rule.actions;
        const there = this.choices.queues.map(({ id, name }) => ({
            value: String(id),
            label: name,
            selected: id === queueId,
        }));
        const gone = queueId !== null && !there.some(({ selected }) => selected);
        return [
            { value: '', label: labels.asAddressed, selected: queueId === null },
            ...there,
            ...(gone ? [{ value: String(queueId), label: labels.gone, selected: true }] : []),
        ];
    }
    get priorities() {
        const { priority } = this.rule.actions;
        return [
            { value: '', label: labels.asItIs, selected: priority === null },
            ...PRIORITIES.map((value) => ({
                value,
                label: priorityWord(value),
                selected: value === priority,
            })),
        ];
    }
    get skillOptions() {
        return this.choices.skills.map((value) => ({ value, label: value }));
    }
    get hasSkills(): boolean {
        return this.choices.skills.length + this.rule.actions.skills.length > 0;
    }
    get tags(): string {
        return this.tagsTyped ?? this.rule.actions.tags.join(', ');
    }
    get acknowledgements() {
        const now = this.rule.actions.acknowledgement;
        const chosen = now === null ? '' : now.kind === 'quick_reply' ? String(now.quickReplyId) : now.kind;
        const options = [
            { value: '', label: labels.ackQueue },
            { value: 'none', label: labels.ackNone },
            { value: 'text', label: labels.ackText },
            ...this.choices.quickReplies.map(({ id, title }) => ({
                value: String(id),
                label: fill(labels.quickReply, title),
            })),
        ];
        if (!options.some(({ value }) => value === chosen))
            options.push({ value: chosen, label: labels.gone });
        return options.map((one) => ({ ...one, selected: one.value === chosen }));
    }
    get ownText(): string | null {
        const { acknowledgement } = this.rule.actions;
        return acknowledgement?.kind === 'text' ? acknowledgement.text : null;
    }
    get hasOwnText(): boolean {
        return this.ownText !== null;
    }

    renderedCallback(): void {
        const area = this.refs?.own as HTMLTextAreaElement | undefined;
        if (area && this.ownText !== null && area.value !== this.ownText) area.value = this.ownText;
        if (this.focusAt === null) return;
        const rows = this.template?.querySelectorAll<ConditionElement>('c-patchbay-rule-condition');
        rows?.[this.focusAt]?.focusFirst();
        this.focusAt = null;
    }

    @api
    focusFirst(): void {
        this.template?.querySelector<HTMLElement>('[data-id="name"]')?.focus();
    }

    handleName(event: Event): void {
        this.tell({ name: (event.target as HTMLInputElement).value });
    }

    addCondition(): void {
        this.focusAt = this.rule.conditions.length;
        this.tell({ conditions: [...this.rule.conditions, NEW_CONDITION] });
    }

    handleCondition(event: CustomEvent<{ condition: RuleCondition }>): void {
        const at = Number((event.currentTarget as HTMLElement).dataset.at);
        const { condition } = event.detail;
        this.tell({ conditions: this.rule.conditions.map((one, n) => (n === at ? condition : one)) });
    }

    handleRemove(event: Event): void {
        const at = Number((event.currentTarget as HTMLElement).dataset.at);
        this.tell({ conditions: this.rule.conditions.filter((_one, n) => n !== at) });
        this.template?.querySelector<HTMLElement>('[data-id="addCondition"]')?.focus();
    }

    handleQueue(event: Event): void {
        const { value } = event.target as HTMLSelectElement;
        this.act({ queueId: value === '' ? null : Number(value) });
    }

    handlePriority(event: Event): void {
        const { value } = event.target as HTMLSelectElement;
        this.act({ priority: value === '' ? null : (value as InteractionPriority) });
    }

    handleSkills(event: CustomEvent<{ values: string[] }>): void {
        this.act({ skills: event.detail.values });
    }

    handleTags(event: Event): void {
        this.tagsTyped = (event.target as HTMLInputElement).value;
        const tags = this.tagsTyped.split(',').map((tag) => tag.trim());
        this.act({ tags: [...new Set(tags.filter((tag) => tag !== ''))] });
    }

    handleAcknowledgement(event: Event): void {
        const { value } = event.target as HTMLSelectElement;
        if (value === '') this.act({ acknowledgement: null });
        else if (value === 'none') this.act({ acknowledgement: { kind: 'none' } });
        else if (value === 'text') this.act({ acknowledgement: { kind: 'text', text: '' } });
        else this.act({ acknowledgement: { kind: 'quick_reply', quickReplyId: Number(value) } });
    }

    handleOwnText(event: Event): void {
        const { value } = event.target as HTMLTextAreaElement;
        this.act({ acknowledgement: { kind: 'text', text: value } });
    }

    handleSpam(event: Event): void {
        this.act({ spam: (event.target as HTMLInputElement).checked });
    }

    handleStops(event: Event): void {
        this.tell({ stops: (event.target as HTMLInputElement).checked });
    }

    handleSubmit(event: Event): void {
        event.preventDefault();
        if (!this.busy) this.dispatchEvent(new CustomEvent('save'));
    }

    handleTry(): void {
        this.dispatchEvent(new CustomEvent('try'));
    }

    cancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    private act(part: Partial<RuleActions>): void {
        this.tell({ actions: { ...this.rule.actions, ...part } });
    }

    private tell(part: Partial<ContentRuleDraft>): void {
        this.dispatchEvent(new CustomEvent('change', { detail: { rule: { ...this.rule, ...part } } }));
    }
}
