import { Gauge, type Registry } from 'prom-client';
import { readCounters } from '../../queries/lists.ts';
import { countByState, readBacklog } from '../../queries/live.ts';
import type { Store } from '../../storage/transaction.ts';

const STATES = ['queued', 'held', 'offered', 'assigned'] as const;

/** The state of the center, the same from every process; read when it is asked for. */
export class CenterGauges {
    readonly #store: Store;
    readonly #interactions: Gauge<'state'>;
    readonly #waiting: Gauge<'queue'>;
    readonly #available: Gauge<'queue'>;
    readonly #oldestWait: Gauge<'queue'>;
    readonly #outbox: Gauge<'state'>;
    readonly #quarantined: Gauge;
    readonly #overdue: Gauge;

    constructor(store: Store, registry: Registry) {
        this.#store = store;
        const registers = [registry];
        const gauge = (name: string, help: string) =>
            new Gauge({ name: `patchbay_${name}`, help, registers });
        const labelled = <L extends string>(name: string, help: string, label: L): Gauge<L> =>
            new Gauge({ name: `patchbay_${name}`, help, labelNames: [label], registers });
        this.#interactions = labelled('interactions', 'Interactions on their way, by routing state', 'state');
        this.#waiting = labelled('queue_waiting', 'Interactions in the line', 'queue');
        this.#available = labelled('queue_available_agents', 'Agents who could be offered one now', 'queue');
        this.#oldestWait = labelled('queue_oldest_wait_seconds', 'Wait of the first in the line', 'queue');
        this.#outbox = labelled('outbox', 'Outbox rows that are not done', 'state');
        this.#quarantined = gauge('quarantined_mails', 'Mails that could not be read and wait for an admin');
        this.#overdue = gauge('timers_overdue_seconds', 'How long the earliest timer is overdue');
    }

    async refresh(): Promise<void> {
        const on = { run: this.#store.read.bind(this.#store) };
        const now = this.#store.clock.now();
        const age = (since: number | null): number => (since === null ? 0 : Math.max(0, now - since) / 1_000);
        const counts = new Map((await countByState(on)).map((row) => [row.state, row.n]));
        for (const state of STATES) this.#interactions.set({ state }, counts.get(state) ?? 0);
        for (const { name: queue, ...row } of await readCounters(on)) {
            this.#waiting.set({ queue }, row.waiting);
            this.#available.set({ queue }, row.availableAgents);
            this.#oldestWait.set({ queue }, age(row.oldestWaitingSince));
        }
        const backlog = await readBacklog(on);
        if (!backlog) return;
        this.#outbox.set({ state: 'waiting' }, backlog.outboxWaiting);
        this.#outbox.set({ state: 'dead' }, backlog.outboxDead);
        this.#quarantined.set(backlog.quarantined);
        this.#overdue.set(age(backlog.oldestTimer));
    }
}
