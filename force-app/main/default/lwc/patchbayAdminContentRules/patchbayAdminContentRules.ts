import { LightningElement } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { ContentRuleDraft, ContentRuleView, QueryArgs, QueryResult, Reply } from 'c/patchbayProtocol';
import type { Trial } from 'c/patchbayRuleTrial';
import { getSession } from 'c/patchbaySession';
import { draftOf, moved, NEW_RULE, tried } from './drafts';
import { labels } from './labels';
import { Turns } from './turns';

interface Refusal {
    readonly message: string;
    readonly nextStep: string | null;
}
interface Edited {
    /** Null for a new one. */
    readonly id: number | null;
    readonly rule: ContentRuleDraft;
}
type Focusable = HTMLElement & { focusFirst?(): void };
type TrialElement = HTMLElement & { run(): void };

const DAY = 24 * 3_600_000;
const idOf = (event: Event): number => Number((event.currentTarget as HTMLElement).dataset.rule);

const refusalOf = (reply: Reply<unknown>): Refusal | null =>
    reply.ok ? null : { message: reply.message, nextStep: reply.nextStep };

/** R8: the content rules in their order, each on or off; written here, and tried on past email. */
export default class PatchbayAdminContentRules extends LightningElement {
    labels = labels;
    busy = false;
    refusal: Refusal | null = null;
    formRefusal: Refusal | null = null;
    edited: Edited | null = null;
    trial: Trial | null = null;
    trialRefusal: Refusal | null = null;
    isTrying = false;
    trialBusy = false;
    private listed: QueryResult<'listContentRules'> | null = null;
    private deleting: number | null = null;
    private focusWanted: string | null = null;
    private wantsRun = false;
    private asked: Pick<QueryArgs<'tryContentRules'>, 'rules' | 'from'> | null = null;
    private readonly turns = new Turns();
    /** A list that was read before the last press says nothing about it. */
    private presses = 0;

    connectedCallback(): void {
        void this.load();
    }

    renderedCallback(): void {
        if (this.wantsRun) {
            this.wantsRun = false;
            const trial = this.template?.querySelector<TrialElement>('c-patchbay-rule-trial');
            trial?.run();
            trial?.scrollIntoView?.({ block: 'nearest' });
        }
        const wanted = this.focusWanted && this.template?.querySelector<Focusable>(this.focusWanted);
        if (!wanted) return;
        this.focusWanted = null;
        if (wanted.focusFirst) wanted.focusFirst();
        else wanted.focus();
    }

    get isLoading(): boolean {
        return this.listed === null && this.refusal === null;
    }
    get isFailed(): boolean {
        return this.listed === null && this.refusal !== null;
    }
    /** Of what was done last; where nothing could be read there is more to say. */
    get told(): Refusal | null {
        return this.isFailed ? null : this.refusal;
    }
    get isEmpty(): boolean {
        return this.listed?.items.length === 0 && this.edited === null;
    }
    get choices() {
        return this.listed?.choices;
    }
    get hasRules(): boolean {
        return this.rules.length > 0;
    }
    get isNew(): boolean {
        return this.edited?.id === null;
    }
    /** A keyed list of one: another rule gets another form, with nothing of the one before in it. */
    get newForms() {
        return this.edited && this.edited.id === null ? [{ key: 'new', rule: this.edited.rule }] : [];
    }
    get ofOne(): boolean {
        return this.edited !== null;
    }
    get rows() {
        const { rules } = this;
        return rules.map((rule, at) => ({
            id: rule.id,
            name: rule.name,
            active: rule.active,
            words: fill(labels.whenDoes, rule.when, rule.does),
            broken: rule.broken.length > 0 ? fill(labels.broken, rule.broken.join(', ')) : '',
            isFirst: at === 0,
            isLast: at === rules.length - 1,
            onLabel: fill(labels.turnOn, rule.name),
            upLabel: fill(labels.up, rule.name),
            downLabel: fill(labels.down, rule.name),
            editLabel: `${labels.edit}: ${rule.name}`,
            removeLabel: `${labels.remove}: ${rule.name}`,
            isEditing: rule.id === this.edited?.id,
            draft: this.edited?.rule,
            isDeleting: rule.id === this.deleting,
            className: rule.active ? 'row' : 'row row_off',
        }));
    }

    add(): void {
        this.edit({ id: null, rule: NEW_RULE });
    }

    handleEdit(event: Event): void {
        const rule = this.rules.find(({ id }) => id === idOf(event));
        if (rule) this.edit({ id: rule.id, rule: draftOf(rule) });
    }

    handleChange(event: CustomEvent<{ rule: ContentRuleDraft }>): void {
        if (this.edited) this.edited = { ...this.edited, rule: event.detail.rule };
    }

    async handleSave(): Promise<void> {
        if (!this.edited) return;
        const { id, rule } = this.edited;
        this.busy = true;
        this.refusal = null;
        const reply = await getSession(this).command('saveContentRule', { ...rule, ruleId: id });
        this.busy = false;
        this.formRefusal = refusalOf(reply);
        if (!reply.ok) return;
        this.edited = null;
        this.focusWanted = `[data-action="edit"][data-rule="${reply.value.ruleId}"]`;
        await this.load();
    }

    leave(): void {
        const id = this.edited?.id ?? null;
        this.edited = null;
        this.formRefusal = null;
        this.focusWanted = id === null ? '[data-id="add"]' : `[data-action="edit"][data-rule="${id}"]`;
    }

    async handleActive(event: Event): Promise<void> {
        const { checked } = event.currentTarget as HTMLInputElement;
        const args = { ruleId: idOf(event), active: checked };
        const turned = this.rules.map((rule) =>
            rule.id === args.ruleId ? { ...rule, active: checked } : rule,
        );
        await this.press(turned, () => getSession(this).command('setContentRuleActive', args));
    }

    handleUp(event: Event): void {
        void this.move(event, -1);
    }

    handleDown(event: Event): void {
        void this.move(event, 1);
    }

    handleDelete(event: Event): void {
        this.deleting = idOf(event);
    }

    async handleConfirmDelete(): Promise<void> {
        const ruleId = this.deleting;
        if (ruleId === null) return;
        this.deleting = null;
        if (this.edited?.id === ruleId) this.edited = null;
        const others = this.rules.filter(({ id }) => id !== ruleId);
        await this.press(others, () => getSession(this).command('deleteContentRule', { ruleId }));
    }

    keep(): void {
        this.focusWanted = `[data-action="delete"][data-rule="${this.deleting}"]`;
        this.deleting = null;
    }

    openTrial(): void {
        this.isTrying = true;
        this.trial = null;
        this.trialRefusal = null;
        this.wantsRun = true;
    }

    closeTrial(): void {
        this.isTrying = false;
    }

    handleRun(event: CustomEvent<{ days: number | null; alone: boolean }>): void {
        const { days, alone } = event.detail;
        const from = days === null ? null : getSession(this).serverNow() - days * DAY;
        this.asked = { rules: tried(this.rules, this.edited, alone), from };
        this.trial = null;
        void this.look(null);
    }

    handleMore(): void {
        void this.look(this.trial?.next ?? null);
    }

    dismiss(): void {
        this.refusal = null;
    }

    retry(): void {
        this.refusal = null;
        void this.load();
    }

    private get rules(): readonly ContentRuleView[] {
        return this.listed?.items ?? [];
    }

    private get ruleIds(): number[] {
        return this.rules.map(({ id }) => id);
    }

    private edit(edited: Edited): void {
        this.edited = edited;
        this.formRefusal = null;
        this.focusWanted = 'c-patchbay-rule-form';
    }

    private async move(event: Event, step: 1 | -1): Promise<void> {
        const ruleId = idOf(event);
        const ruleIds = moved(this.ruleIds, ruleId, step);
        // At the end of the list the button that was pressed can be pressed no more.
        const isAtEnd = ruleIds.indexOf(ruleId) === (step === 1 ? ruleIds.length - 1 : 0);
        const action = (step === 1) === isAtEnd ? 'up' : 'down';
        this.focusWanted = `[data-action="${action}"][data-rule="${ruleId}"]`;
        const ordered = ruleIds.flatMap((id) => this.rules.filter((rule) => rule.id === id));
        await this.press(ordered, () =>
            getSession(this).command('orderContentRules', { ruleIds: this.ruleIds }),
        );
    }

    /** One page of past email, added to those before. */
    private async look(before: number | null): Promise<void> {
        if (!this.asked) return;
        this.trialBusy = true;
        const reply = await getSession(this).query('tryContentRules', { ...this.asked, before, limit: 100 });
        this.trialBusy = false;
        this.trialRefusal = refusalOf(reply);
        if (!reply.ok) return;
        const { looked, fitting, changed, items, next } = reply.value;
        const sofar = before === null ? null : this.trial;
        this.trial = {
            looked: looked + (sofar?.looked ?? 0),
            fitting: fitting + (sofar?.fitting ?? 0),
            changed: changed + (sofar?.changed ?? 0),
            items: [...(sofar?.items ?? []), ...items],
            next,
        };
    }

    /** What was pressed is seen at once; the next press goes on from there, not from what the server said last. */
    private async press(
        items: readonly ContentRuleView[],
        send: () => Promise<Reply<unknown>>,
    ): Promise<void> {
        this.presses += 1;
        this.refusal = null;
        if (this.listed) this.listed = { ...this.listed, items: [...items] };
        const refusal = refusalOf(await this.turns.take(send));
        // Somebody else changed the list meanwhile: it is shown as it is now, with the reason.
        if (this.turns.areOver) await this.load();
        this.refusal = refusal ?? this.refusal;
    }

    private async load(): Promise<void> {
        const { presses } = this;
        const reply = await getSession(this).query('listContentRules', {});
        if (presses !== this.presses) return;
        if (reply.ok) this.listed = reply.value;
        else this.refusal = refusalOf(reply);
    }
}
