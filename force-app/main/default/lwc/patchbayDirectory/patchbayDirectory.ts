import { LightningElement, api } from 'lwc';
import { fill, initials } from 'c/patchbayFormat';
import type { Presence, PresenceView } from 'c/patchbayProtocol';
import { labels } from './labels';

const ORDER: Readonly<Record<Presence, number>> = { available: 0, busy: 1, unavailable: 2, logged_out: 3 };

/** Agents with their presence. With `pick-label` each has a button that fires `pick` {agentId, name}. */
export default class PatchbayDirectory extends LightningElement {
    @api agents: readonly PresenceView[] = [];
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
        const only = this.rows[0];
        if (event.key !== 'Enter' || this.pickLabel === null || !this.text || !only) return;
        if ((event.target as HTMLElement).tagName === 'BUTTON') return;
        event.preventDefault();
        this.pick(only.id);
    }

    handlePick(event: Event): void {
        this.pick(Number((event.currentTarget as HTMLElement).dataset.id));
    }

    private pick(agentId: number): void {
        const name = this.agents.find(({ agent }) => agent.id === agentId)?.agent.name ?? '';
        this.dispatchEvent(new CustomEvent('pick', { detail: { agentId, name } }));
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
