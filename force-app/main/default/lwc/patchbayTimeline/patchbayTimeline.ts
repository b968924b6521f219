import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { FeedEntryView, JournalEntryView, MessageView } from 'c/patchbayProtocol';
import { entriesOf } from './entries';
import { labels } from './labels';

/** Events shown of one group before the rest is asked for. */
const EVENTS_SHOWN = 2;

/** Messages, notes and events of one interaction. Fires `showremote`. */
export default class PatchbayTimeline extends LightningElement {
    @api messages: readonly MessageView[] = [];
    @api sending: ReadonlySet<number> = new Set();
    @api notes: readonly FeedEntryView[] = [];
    @api journal: readonly JournalEntryView[] = [];
    @api remote = false;

    labels = labels;
    private opened = new Set<string>();

    get rows() {
        const { messages, sending, notes, journal } = this;
        return entriesOf({ messages, sending, notes, journal }).map((entry) => {
            const events = entry.kind === 'events' ? entry.events : [];
            const hidden = this.opened.has(entry.key) ? 0 : Math.max(0, events.length - EVENTS_SHOWN);
            return {
                key: entry.key,
                message: entry.kind === 'message' ? entry.message : null,
                sending: entry.kind === 'message' && entry.sending,
                collapsible: entry.kind === 'message' && entry.collapsible,
                note: entry.kind === 'note' ? entry.note : null,
                who: entry.kind === 'note' ? (entry.note.agent?.name ?? labels.patchbay) : '',
                // The last ones say where it stands; the earlier ones are one click away.
                events: events.slice(hidden),
                moreText: hidden === 0 ? '' : fill(labels.earlierEvents, hidden),
            };
        });
    }

    handleMore(event: Event): void {
        const key = (event.currentTarget as HTMLElement).dataset['key'] ?? '';
        this.opened = new Set([...this.opened, key]);
    }

    handleShowRemote(): void {
        this.dispatchEvent(new CustomEvent('showremote'));
    }
}
