import { LightningElement } from 'lwc';
import { fill } from 'c/patchbayFormat';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';
import { changesOf, formOf, wrongIn, type Outcome, type Queue, type QueueForm } from './queueForm';

interface Refused {
    message: string;
    nextStep: string | null;
}
interface Opened {
    readonly before: QueueForm;
    readonly form: QueueForm;
    readonly ofAll: readonly string[];
}

/** Queues as an admin sets them: hours, hold, ring, wrap-up, transfers, signature, outcomes (R1, E4, R4, E6, E9, E10, A11). */
export default class PatchbayAdminQueues extends LightningElement {
    labels = labels;
    busy = false;
    refusal: Refused | null = null;
    queues: readonly Queue[] = [];
    private queueId: number | null = null;
    private saved = false;
    /** By queue: what is not saved yet waits there while one looks at another. */
    private opened: ReadonlyMap<number, Opened> = new Map();

    connectedCallback(): void {
        void this.load();
    }

    renderedCallback(): void {
        const area = this.refs?.signature as HTMLTextAreaElement | undefined;
        // A textarea takes no value from a template.
        if (area && this.form && area.value !== this.form.signature) area.value = this.form.signature;
    }

    get isLoading(): boolean {
        return this.current === null && this.refusal === null;
    }
    get current(): Opened | null {
        return (this.queueId !== null && this.opened.get(this.queueId)) || null;
    }
    get choices() {
        return this.queues.map(({ id, name }) => ({ id, name, selected: id === this.queueId }));
    }
    get addresses(): string {
        const queue = this.queues.find(({ id }) => id === this.queueId);
        return queue && queue.addresses.length > 0 ? fill(labels.addresses, queue.addresses.join(', ')) : '';
    }
    get form(): QueueForm | null {
        return this.current?.form ?? null;
    }
    get durations() {
        const wrong = this.form ? wrongIn(this.form) : new Set<string>();
        const row = (name: 'holdFor' | 'emailRingFor' | 'emailWrapUpLimit', label: string, hint = '') => ({
            name,
            label,
            hint,
            value: this.form?.[name] ?? '',
            wrong: wrong.has(name) ? labels.cannotRead : '',
        });
        return [
            row('holdFor', labels.hold),
            row('emailRingFor', labels.ring),
            row('emailWrapUpLimit', labels.wrapUp, labels.wrapUpHint),
        ];
    }
    get holdModes() {
        return [
            { value: 'wall_clock', label: labels.holdWallClock },
            { value: 'opening_hours', label: labels.holdOpeningHours },
        ].map((one) => ({ ...one, selected: one.value === this.form?.holdMode }));
    }
    get busyWays() {
        return [
            { value: 'wait', label: labels.transferWaits },
            { value: 'refuse', label: labels.transferRefused },
        ].map((one) => ({ ...one, selected: one.value === this.form?.transferToBusy }));
    }
    get needsNote(): boolean {
        return this.form?.transferNote === 'required';
    }
    get ofAllText(): string {
        const { ofAll = [] } = this.current ?? {};
        return ofAll.length > 0 ? fill(labels.outcomesOfAll, ofAll.join(', ')) : '';
    }
    get isChanged(): boolean {
        return JSON.stringify(this.current?.before) !== JSON.stringify(this.current?.form);
    }
    get cannotSave(): boolean {
        return this.busy || !this.form || !this.isChanged || wrongIn(this.form).size > 0;
    }
    get cannotDiscard(): boolean {
        return this.busy || !this.isChanged;
    }
    get state(): string {
        if (this.isChanged) return labels.unsaved;
        return this.saved ? labels.saved : '';
    }

    handleQueue(event: Event): void {
        void this.open(Number((event.target as HTMLSelectElement).value));
    }

    handleText(event: Event): void {
        const field = event.target as HTMLInputElement | HTMLSelectElement;
        this.edit({ [field.dataset.name ?? '']: field.value });
    }

    handleNote(event: Event): void {
        this.edit({ transferNote: (event.target as HTMLInputElement).checked ? 'required' : 'optional' });
    }

    handleHours(event: CustomEvent<{ hours: QueueForm['openingHours'] }>): void {
        this.edit({ openingHours: event.detail.hours });
    }

    handleTargets(event: CustomEvent<{ form: QueueForm['targets'] }>): void {
        this.edit({ targets: event.detail.form });
    }

    handleOutcomes(event: CustomEvent<{ items: readonly Outcome[] }>): void {
        this.edit({ outcomes: event.detail.items });
    }

    discard(): void {
        if (!this.current) return;
        const { openingHours } = this.current.before;
        // Others in name only: the fields of the hours fill themselves anew.
        const before = { ...this.current.before, openingHours: openingHours && { ...openingHours } };
        this.keep({ ...this.current, before, form: before });
        this.refusal = null;
    }

    async save(): Promise<void> {
        const { current, queueId } = this;
        if (!current || queueId === null) return;
        this.busy = true;
        this.refusal = await this.give(queueId, current);
        this.busy = false;
        if (this.refusal) return;
        this.saved = true;
        await this.read(queueId);
    }

    private async give(queueId: number, { before, form }: Opened): Promise<Refused | null> {
        const changes = changesOf(queueId, before, form);
        if (changes) {
            const reply = await getSession().command('updateQueue', changes);
            if (!reply.ok) return reply;
        }
        if (before.signature !== form.signature) {
            const text = form.signature;
            const reply = await getSession().command('saveSignatureOfQueue', { queueId, text });
            if (!reply.ok) return reply;
        }
        if (JSON.stringify(before.outcomes) === JSON.stringify(form.outcomes)) return null;
        const items = form.outcomes.filter(({ label }) => label.trim() !== '');
        const reply = await getSession().command('setDispositions', { queueId, items: [...items] });
        return reply.ok ? null : reply;
    }

    private edit(part: Partial<QueueForm>): void {
        this.saved = false;
        if (this.current) this.keep({ ...this.current, form: { ...this.current.form, ...part } });
    }

    private keep(opened: Opened): void {
        if (this.queueId !== null) this.opened = new Map(this.opened).set(this.queueId, opened);
    }

    private async load(): Promise<void> {
        const reply = await getSession(this).query('listQueues', {});
        if (!reply.ok) {
            this.refusal = reply;
            return;
        }
        this.queues = reply.value.items;
        const [first] = this.queues;
        if (first) await this.open(first.id);
    }

    private async open(queueId: number): Promise<void> {
        this.queueId = queueId;
        this.refusal = null;
        this.saved = false;
        if (!this.opened.has(queueId)) await this.read(queueId);
    }

    private async read(queueId: number): Promise<void> {
        const [queues, outcomes, signatures] = await Promise.all([
            getSession().query('listQueues', {}),
            getSession().query('listDispositions', { queueId }),
            getSession().query('listQueueSignatures', {}),
        ]);
        if (!queues.ok || !outcomes.ok || !signatures.ok) {
            this.refusal = [queues, outcomes, signatures].find((reply) => !reply.ok) as Refused;
            return;
        }
        this.queues = queues.value.items;
        const queue = this.queues.find(({ id }) => id === queueId);
        if (!queue) return;
        const signature = signatures.value.items.find((one) => one.queueId === queueId)?.text ?? '';
        const form = formOf(queue, outcomes.value.items, signature);
        const ofAll = outcomes.value.ofAll.map(({ label }) => label);
        this.opened = new Map(this.opened).set(queueId, { before: form, form, ofAll });
    }
}
