import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { KeptRow } from 'c/patchbayKeeperFrame';
import type { MacroStep, MacroView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';
import {
    changedStep,
    HOUR,
    KINDS,
    newStep,
    withWords,
    wordsOf,
    type Choices,
    type Edited,
    type Kind,
} from './macroForm';

const NEW: Edited = { id: null, queueId: null, title: '', key: null, steps: [] };
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const NOTHING: Choices = { quickReplies: [], queues: [], dispositions: [] };

const indexOf = (event: Event): number => Number((event.currentTarget as HTMLElement).dataset.index);

const chosen = <T extends { id: number }>(rows: readonly T[], name: (row: T) => string, id: number | null) =>
    rows.map((row) => ({ value: String(row.id), label: name(row), selected: row.id === id }));

const wordsLabel = (step: MacroStep): string => ('name' in step ? labels.tag : labels.noteText);

/** Keeps macros (W10): the organization's and the queues', or with `own` those of the agent alone. */
export default class PatchbayMacroKeeper extends LightningElement {
    @api own = false;

    labels = labels;
    busy = false;
    refusal: { message: string; nextStep: string | null } | null = null;
    private macros: readonly MacroView[] | null = null;
    private can: Choices = NOTHING;
    private edited: Edited | null = null;

    connectedCallback(): void {
        void this.load();
    }

    get isEditing(): boolean {
        return this.edited !== null;
    }
    get form(): Edited {
        return this.edited ?? NEW;
    }
    get rows(): KeptRow[] | null {
        if (!this.macros) return null;
        return this.macros
            .filter(({ own }) => own === this.own)
            .map((macro) => ({
                id: macro.id,
                title: macro.title,
                whose: this.own ? '' : (macro.queue?.name ?? labels.all),
                key: macro.key === null ? '' : fill(labels.macroKey, macro.key),
                text: macro.steps.map(({ kind }) => labels[kind]).join(' · '),
            }));
    }
    get queues() {
        return this.can.queues;
    }
    get keyChoices() {
        const none = { value: '', label: labels.noKey, selected: this.form.key === null };
        return [none, ...KEYS.map((key) => ({ value: key, label: key, selected: key === this.form.key }))];
    }
    get steps() {
        return this.form.steps.map((step, index) => ({
            index,
            kindLabel: fill(labels.stepKind, index + 1),
            removeLabel: fill(labels.removeStep, index + 1),
            kinds: KINDS.map((kind) => ({ value: kind, label: labels[kind], selected: kind === step.kind })),
            choice: this.choiceOf(step),
            send: step.kind === 'reply' ? { isOn: step.send } : null,
            words: wordsOf(step) === null ? null : { text: wordsOf(step), label: wordsLabel(step) },
            pending: step.kind === 'pending' ? { hours: step.after / HOUR } : null,
        }));
    }

    add(): void {
        this.edited = NEW;
        this.refusal = null;
    }

    handleEdit(event: CustomEvent<{ id: number }>): void {
        const macro = this.macros?.find(({ id }) => id === event.detail.id);
        if (macro) this.edited = { ...macro, queueId: macro.queue?.id ?? null };
        this.refusal = null;
    }

    async handleRemove(event: CustomEvent<{ id: number }>): Promise<void> {
        const macroId = event.detail.id;
        const reply = await getSession().command(this.own ? 'deleteOwnMacro' : 'deleteMacro', { macroId });
        this.refusal = reply.ok ? null : { message: reply.message, nextStep: reply.nextStep };
        await this.load();
    }

    handleTitle(event: Event): void {
        this.edited = { ...this.form, title: (event.target as HTMLInputElement).value };
    }

    handleQueue(event: CustomEvent<{ queueId: number | null }>): void {
        this.edited = { ...this.form, queueId: event.detail.queueId };
    }

    handleKey(event: Event): void {
        const { value } = event.target as HTMLSelectElement;
        this.edited = { ...this.form, key: KEYS.find((key) => key === value) ?? null };
    }

    addStep(): void {
        this.edited = { ...this.form, steps: [...this.form.steps, newStep('reply', this.can)] };
    }

    handleKind(event: Event): void {
        const { value } = event.target as HTMLSelectElement;
        this.change(event, () => newStep(value as Kind, this.can));
    }

    handleStep(event: Event): void {
        const { value, checked } = event.target as HTMLInputElement;
        this.change(event, (step) => changedStep(step, value, checked));
    }

    handleWords(event: Event): void {
        const { value } = event.target as HTMLInputElement;
        this.change(event, (step) => withWords(step, value));
    }

    handleRemoveStep(event: Event): void {
        const index = indexOf(event);
        this.edited = { ...this.form, steps: this.form.steps.filter((_step, n) => n !== index) };
    }

    cancel(): void {
        this.edited = null;
        this.refusal = null;
    }

    async save(): Promise<void> {
        const { id, queueId, title, key, steps } = this.form;
        const saved = { macroId: id, title, key, steps: [...steps] };
        this.busy = true;
        const reply = this.own
            ? await getSession().command('saveOwnMacro', saved)
            : await getSession().command('saveMacro', { ...saved, queueId });
        this.busy = false;
        this.refusal = reply.ok ? null : { message: reply.message, nextStep: reply.nextStep };
        if (!reply.ok) return;
        this.edited = null;
        await this.load();
    }

    private choiceOf(step: MacroStep) {
        const { quickReplies, queues, dispositions } = this.can;
        switch (step.kind) {
            case 'reply':
                return {
                    label: labels.whichQuickReply,
                    options: chosen(quickReplies, ({ title }) => title, step.quickReplyId),
                };
            case 'transfer':
                return {
                    label: labels.whichQueue,
                    options: chosen(queues, ({ name }) => name, step.queueId),
                };
            case 'close':
                return {
                    label: labels.whichOutcome,
                    options: chosen(dispositions, ({ label }) => label, step.dispositionId),
                };
            default:
                return null;
        }
    }

    private change(event: Event, to: (step: MacroStep) => MacroStep): void {
        const index = indexOf(event);
        this.edited = {
            ...this.form,
            steps: this.form.steps.map((step, n) => (n === index ? to(step) : step)),
        };
    }

    private async load(): Promise<void> {
        const session = getSession(this);
        const reply = await session.query('listMacros', {});
        if (!reply.ok) {
            this.refusal = { message: reply.message, nextStep: reply.nextStep };
            return;
        }
        const replies = await session.query('listQuickReplies', {});
        const queues = await session.query('listQueues', {});
        this.can = {
            // A shared macro uses shared texts.
            quickReplies: replies.ok ? replies.value.items.filter(({ own }) => this.own || !own) : [],
            queues: queues.ok ? queues.value.items : [],
            dispositions: reply.value.dispositions ?? [],
        };
        this.macros = reply.value.items;
    }
}
