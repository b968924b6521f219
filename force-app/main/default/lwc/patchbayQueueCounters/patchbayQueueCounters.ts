import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { QueueCounterView } from 'c/patchbayProtocol';
import { labels } from './labels';

/** What waits in the agent's queues. Fires `takenext` {queueId}. */
export default class PatchbayQueueCounters extends LightningElement {
    @api counters: readonly QueueCounterView[] = [];
    /** The queue a pull is on its way from. */
    @api taking: number | null = null;

    labels = labels;

    get rows() {
        return this.counters.map((counter) => ({
            id: counter.queue.id,
            name: counter.queue.name,
            waitingText: fill(labels.waitingCount, counter.waiting),
            heldText: counter.held === 0 ? '' : fill(labels.heldCount, counter.held),
            agentsText: fill(labels.availableCount, counter.availableAgents),
            oldest: counter.oldestWaitingSince,
            open: counter.open,
            nextChangeAt: counter.nextChangeAt,
            canTake: counter.waiting > 0,
            taking: this.taking === counter.queue.id,
            takeTitle: fill(labels.takeNextTitle, counter.queue.name),
        }));
    }

    handleTake(event: Event): void {
        const queueId = Number((event.currentTarget as HTMLElement).dataset.queue);
        this.dispatchEvent(new CustomEvent('takenext', { detail: { queueId } }));
    }
}
