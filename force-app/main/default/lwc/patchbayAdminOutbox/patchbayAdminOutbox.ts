import { LightningElement } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { QueryResult } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

type Row = QueryResult<'listOutbox'>['items'][number];
type State = Row['state'];
interface Refusal {
    readonly message: string;
    readonly nextStep: string | null;
}
const PAGE = 50;
const WORDS: Readonly<Record<State, { word: string; icon: string }>> = {
    waiting: { word: labels.waiting, icon: 'utility:clock' },
    dead: { word: labels.dead, icon: 'utility:error' },
    done: { word: labels.done, icon: 'utility:success' },
};

const idOf = (event: Event): number => Number((event.currentTarget as HTMLElement).dataset.row);

/** What has to go out and did not yet (O3): with its error and next try; sent again, or given up with a reason. */
export default class PatchbayAdminOutbox extends LightningElement {
    labels = labels;
    refusal: Refusal | null = null;
    more = false;
    private shown: State | null = 'dead';
    private counts = { waiting: 0, dead: 0 };
    private items: readonly Row[] | null = null;
    private deciding: number | null = null;

    connectedCallback(): void {
        void this.load();
    }

    get countText(): string {
        return fill(labels.counts, this.counts.waiting, this.counts.dead);
    }
    get isLoading(): boolean {
        return this.items === null && this.refusal === null;
    }
    get isEmpty(): boolean {
        return this.items?.length === 0;
    }
    get rows() {
        return (this.items ?? []).map((row) => ({
            ...row,
            ...WORDS[row.state],
            heading: row.subject ?? row.kind,
            toText: row.to === null ? null : fill(labels.to, row.to),
            interactionText: row.interactionId === null ? null : fill(labels.interaction, row.interactionId),
            attemptsText: fill(labels.attempts, row.attempts),
            givenUpText:
                row.givenUpAt === null
                    ? null
                    : fill(labels.givenUp, row.givenUpBy ?? '', row.givenUpReason ?? ''),
            isOpen: row.state !== 'done',
            mayGiveUp: row.state !== 'done' && row.givenUpAt === null,
            isDeciding: row.id === this.deciding,
        }));
    }

    handleShow(event: Event): void {
        const { value } = event.currentTarget as HTMLSelectElement;
        this.shown = value === '' ? null : (value as State);
        void this.load();
    }
    handleMore(): void {
        void this.load(this.items?.at(-1)?.id);
    }
    handleDecide(event: Event): void {
        this.deciding = idOf(event);
    }
    handleKeep(): void {
        this.deciding = null;
    }
    dismiss(): void {
        this.refusal = null;
    }

    async handleRetry(event: Event): Promise<void> {
        const reply = await getSession(this).command('retryOutbox', { outboxId: idOf(event) });
        this.refusal = reply.ok ? null : reply;
        if (reply.ok) await this.load();
    }

    async handleGiveUp(event: CustomEvent<{ reason: string }>): Promise<void> {
        const { reason } = event.detail;
        const reply = await getSession(this).command('giveUpOutbox', { outboxId: idOf(event), reason });
        this.refusal = reply.ok ? null : reply;
        if (!reply.ok) return;
        this.deciding = null;
        await this.load();
    }

    private async load(before?: number): Promise<void> {
        const args = { limit: PAGE, before: before ?? null, state: this.shown };
        const reply = await getSession(this).query('listOutbox', args);
        if (!reply.ok) {
            this.refusal = reply;
            return;
        }
        const { items, more, counts } = reply.value;
        this.items = before === undefined ? items : [...(this.items ?? []), ...items];
        this.more = more;
        this.counts = counts;
    }
}
