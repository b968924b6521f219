import { LightningElement } from 'lwc';
import { serverNow } from 'c/patchbayClock';
import type { QueryArgs, TargetCountView, TargetView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import type { CountedBy } from 'c/patchbayTargetCounts';
import { targetWord, TARGET_KINDS } from 'c/patchbayWords';
import { labels } from './labels';
import { targetRow } from './targetRow';

interface Refusal {
    readonly message: string;
    readonly nextStep: string | null;
}
type Filter = Pick<QueryArgs<'listServiceTargets'>, 'queueId' | 'agentId' | 'kind' | 'state' | 'from' | 'to'>;

const PAGE = 50;
/** Where one begins to look: enough for the week that is talked about on Mondays. */
const DAYS_BACK = 14;
const DAY = 86_400_000;
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** R9 for leads: what is soon due or missed, and the counts of it. Fires `open` {interactionId} and `close`. */
export default class PatchbayServiceTargets extends LightningElement {
    labels = labels;
    refusal: Refusal | null = null;
    more = false;
    counts: readonly TargetCountView[] = [];
    by: CountedBy = 'queue';
    filter: Filter = { from: dateOf(serverNow() - DAYS_BACK * DAY) };
    private items: readonly TargetView[] | null = null;
    /** An answer to an older question is not shown. */
    private asked = 0;

    connectedCallback(): void {
        void this.load();
    }

    renderedCallback(): void {
        // A select shows what was chosen also after its choices came anew.
        for (const field of this.template?.querySelectorAll<HTMLSelectElement>('select[data-name]') ?? []) {
            const value = this.filter[field.dataset.name as keyof Filter];
            field.value = String(value ?? '');
        }
    }

    get isLoading(): boolean {
        return this.items === null && this.refusal === null;
    }
    get isEmpty(): boolean {
        return this.items?.length === 0;
    }
    get rows() {
        return (this.items ?? []).map(targetRow);
    }
    get choices() {
        const { queues, presence } = getSession().state;
        const choice = (value: string | number, label: string) => ({ value, label });
        return [
            {
                name: 'state',
                label: labels.state,
                options: [
                    choice('', labels.allStates),
                    choice('warned', labels.stateWarned),
                    choice('overdue', labels.stateOverdue),
                    choice('ended', labels.stateEnded),
                ],
            },
            {
                name: 'kind',
                label: labels.kind,
                options: [
                    choice('', labels.allKinds),
                    ...TARGET_KINDS.map((kind) => choice(kind, targetWord(kind))),
                ],
            },
            {
                name: 'queueId',
                label: labels.queue,
                options: [
                    choice('', labels.allQueues),
                    ...queues.map(({ queue }) => choice(queue.id, queue.name)),
                ],
            },
            {
                name: 'agentId',
                label: labels.agent,
                options: [
                    choice('', labels.anyAgent),
                    ...presence.map(({ agent }) => choice(agent.id, agent.name)),
                ],
            },
        ];
    }

    handleFilter(event: Event): void {
        const { dataset, value } = event.target as HTMLSelectElement;
        const name = dataset.name as keyof Filter;
        const given = value === '' ? null : name === 'queueId' || name === 'agentId' ? Number(value) : value;
        this.filter = { ...this.filter, [name]: given };
        void this.load();
    }

    handleBy(event: CustomEvent<{ by: CountedBy }>): void {
        this.by = event.detail.by;
        void this.load();
    }

    handleOpen(event: Event): void {
        const interactionId = Number((event.currentTarget as HTMLElement).dataset.interaction);
        this.dispatchEvent(
            new CustomEvent('open', { detail: { interactionId }, bubbles: true, composed: true }),
        );
    }

    handleMore(): void {
        void this.load(this.items?.at(-1)?.id);
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        this.close();
    }

    refresh(): void {
        void this.load();
    }

    close(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }

    private async load(before?: number): Promise<void> {
        const turn = (this.asked += 1);
        const { queueId, kind, from, to } = this.filter;
        const [list, counts] = await Promise.all([
            getSession(this).query('listServiceTargets', {
                ...this.filter,
                limit: PAGE,
                before: before ?? null,
            }),
            getSession(this).query('getServiceTargetCounts', {
                queueId: queueId ?? null,
                kind: kind ?? null,
                from: from ?? null,
                to: to ?? null,
                by: [this.by, 'kind'],
            }),
        ]);
        if (turn !== this.asked) return;
        this.refusal = !list.ok ? list : !counts.ok ? counts : null;
        if (!list.ok || !counts.ok) return;
        this.items = before === undefined ? list.value.items : [...(this.items ?? []), ...list.value.items];
        this.more = list.value.more;
        this.counts = counts.value.items;
    }
}
