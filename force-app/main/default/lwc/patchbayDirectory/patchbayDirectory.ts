import { LightningElement, api } from 'lwc';
import { fill, initials } from 'c/patchbayFormat';
import type { DirectoryQueueView, Presence, PresenceView } from 'c/patchbayProtocol';
import { labels } from './labels';

const ORDER: Readonly<Record<Presence, number>> = { available: 0, busy: 1, unavailable: 2, logged_out: 3 };

/** Whom or what was picked: an agent or a queue. */
export interface Picked {
    readonly agentId?: number;
    readonly queueId?: number;
    readonly name: string;
}

/**
 * Agents with their presence, and queues with what waits in them. With `pick-label` each has a button that fires
 * `pick` {agentId or queueId, name}.
 */
export default class PatchbayDirectory extends LightningElement {
    @api agents: readonly PresenceView[] = [];
    @api queues: readonly DirectoryQueueView[] | null = null;
    @api myId: number | null = null;
    /** Puts the members of this queue first and leaves others out of the way below. */
    @api queueId: number | null = null;
    @api pickLabel: string | null = null;

    labels = labels;
    text = '';

    get rows() {
        const wanted = fold(this.text);
        return [...this.agents]
            .filter(({ agent }) => fold(agent.name).includes(wanted))
            .filter(({ agent }) => this.pickLabel === null || agent.id !== this.myId)
            .sort((a, b) => this.rank(a) - this.rank(b) || a.agent.name.localeCompare(b.agent.name))
            .map((one) => ({
                id: one.agent.id,
                name: one.agent.name,
                label: one.agent.id === this.myId ? fill(labels.nameYou, one.agent.name) : one.agent.name,
                initials: initials(one.agent.name),
                presence: one.presence,
                reason: one.reason,
                since: one.since,
                load: `${one.email.load}/${one.email.capacity}`,
                loadTitle: fill(labels.emailLoad, one.email.load, one.email.capacity),
                pickable: this.pickLabel !== null,
                pickTitle: `${this.pickLabel ?? ''} ${one.agent.name}`,
            }));
    }
    get queueRows() {
        const wanted = fold(this.text);
        return (this.queues ?? [])
            .filter(({ queue }) => fold(queue.name).includes(wanted))
            .map((one) => ({
                id: one.queue.id,
                name: one.queue.name,
                restricted: one.restricted,
                openWord: one.open ? labels.openQueue : labels.closedQueue,
                dotClass: one.open ? 'state state_open' : 'state',
                waiting: fill(labels.waitingCount, one.waiting),
                oldest: one.oldestWaitingSince,
                available: fill(labels.availableCount, one.availableAgents),
                pickable: this.pickLabel !== null,
                pickTitle: `${this.pickLabel ?? ''} ${one.queue.name}`,
            }));
    }
    get isEmpty(): boolean {
        return this.rows.length === 0 && this.queueRows.length === 0;
    }
    get searchLabel(): string {
        return this.queues === null ? labels.searchAgents : labels.searchDirectory;
    }
    get emptyHeading(): string {
        return this.text ? fill(labels.nobodyFound, this.text) : labels.nobodyYet;
    }
    get emptyText(): string {
        return this.text ? labels.nobodyFoundText : labels.nobodyYetText;
    }

    @api
    focusSearch(): void {
        (this.refs?.search as HTMLElement | undefined)?.focus();
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'Enter' || this.pickLabel === null || !this.text || this.isEmpty) return;
        if ((event.target as HTMLElement).tagName === 'BUTTON') return;
        event.preventDefault();
        const [agent] = this.rows;
        const [queue] = this.queueRows;
        if (agent) this.pick({ agentId: agent.id, name: agent.name });
        else if (queue) this.pick({ queueId: queue.id, name: queue.name });
    }

    handlePick(event: Event): void {
        const { id, kind, name = '' } = (event.currentTarget as HTMLElement).dataset;
        this.pick(kind === 'queue' ? { queueId: Number(id), name } : { agentId: Number(id), name });
    }

    private pick(detail: Picked): void {
        this.dispatchEvent(new CustomEvent('pick', { detail }));
    }

    private rank(one: PresenceView): number {
        const outside = this.queueId !== null && !one.queues.includes(this.queueId);
        return ORDER[one.presence] + (outside ? 10 : 0);
    }
}

/** "jose" finds José. */
function fold(text: string): string {
    return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
