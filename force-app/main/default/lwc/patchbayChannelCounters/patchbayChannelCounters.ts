import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { Channel, QueueCounterView } from 'c/patchbayProtocol';
import { channelIcon } from 'c/patchbayWords';
import { labels } from './labels';

const CHANNELS: readonly Channel[] = ['voice', 'email', 'chat'];

/**
 * R7: what waits in the agent's queues, a number per channel; each can be hidden. Fires `change` {channels}: those that
 * are hidden from now on.
 */
export default class PatchbayChannelCounters extends LightningElement {
    @api counters: readonly QueueCounterView[] = [];
    @api hiddenChannels: readonly Channel[] = [];

    labels = labels;
    open = false;

    get all() {
        return CHANNELS.map((channel) => {
            const { name, word } = channelIcon(channel);
            return {
                channel,
                icon: name,
                word,
                count: this.waitingOf(channel),
                shown: !this.hiddenChannels.includes(channel),
            };
        });
    }
    get shown() {
        return this.all.filter(({ shown }) => shown);
    }
    get spoken(): string {
        const counts = this.shown.map(({ word, count }) => `${word} ${count}`).join(', ');
        return counts === '' ? labels.choose : fill(labels.waiting, counts);
    }
    get isBare(): boolean {
        return this.shown.length === 0;
    }
    get expanded(): string {
        return String(this.open);
    }

    toggle(): void {
        this.open = !this.open;
    }

    handleBox(event: Event): void {
        const { channel } = (event.target as HTMLElement).dataset;
        const hidden = this.all.filter((one) => (one.channel === channel ? one.shown : !one.shown));
        const channels = hidden.map((one) => one.channel);
        this.dispatchEvent(new CustomEvent('change', { detail: { channels } }));
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'Escape' || !this.open) return;
        event.stopPropagation();
        this.open = false;
        (this.refs?.button as HTMLElement | undefined)?.focus();
    }

    handleFocusOut(event: FocusEvent): void {
        const next = event.relatedTarget;
        if (next instanceof Node && !this.template?.contains(next)) this.open = false;
    }

    /** Chats and calls wait nowhere yet: their counters stand at none. */
    private waitingOf(channel: Channel): number {
        if (channel !== 'email') return 0;
        return this.counters.reduce((sum, counter) => sum + counter.waiting, 0);
    }
}
