import { LightningElement, api } from 'lwc';
import type { DirectoryQueueView, PresenceView } from 'c/patchbayProtocol';
import { getSession, type SessionState } from 'c/patchbaySession';

/**
 * The directory as it is now: presence follows by itself, what waits in the queues is read again as counters change.
 * With `pick-label` it fires `pick` {agentId or queueId, name}.
 */
export default class PatchbayDirectoryPane extends LightningElement {
    @api pickLabel: string | null = null;
    @api queueId: number | null = null;

    queues: readonly DirectoryQueueView[] = [];
    private session = getSession().state;
    private stop?: () => void;
    private reading = false;
    private stale = false;

    connectedCallback(): void {
        this.session = getSession().state;
        this.stop = getSession().subscribe((state) => this.follow(state));
        void this.read();
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    get agents(): readonly PresenceView[] {
        return this.session.presence;
    }
    get myId(): number | null {
        return this.session.me?.agent.id ?? null;
    }

    @api
    focusSearch(): void {
        (this.refs?.directory as (HTMLElement & { focusSearch(): void }) | undefined)?.focusSearch();
    }

    handlePick(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('pick', { detail: event.detail }));
    }

    private follow(state: SessionState): void {
        const changed = state.queues !== this.session.queues;
        this.session = state;
        if (changed) void this.read();
    }

    /** One question at a time; what changes meanwhile is asked once more afterwards. */
    private async read(): Promise<void> {
        this.stale = this.reading;
        if (this.reading) return;
        this.reading = true;
        const reply = await getSession().query('searchDirectory', { text: '', limit: 1 });
        this.reading = false;
        if (reply.ok) this.queues = reply.value.queues ?? [];
        if (this.stale && this.isConnected) await this.read();
    }
}
