import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { FeedEntryView, JournalEntryView, MessageView } from 'c/patchbayProtocol';
import { entriesOf } from './entries';
import { labels } from './labels';

/** Events shown of a longer group before the rest is asked for; never folds a single one. */
const EVENTS_SHOWN = 2;

/** Messages, notes and events of one interaction. Fires `showremote`, `resend`, `split`, `forward`
 * {messageId} and `answer` {messageId, kind}. */
export default class PatchbayTimeline extends LightningElement {
    @api messages: readonly MessageView[] = [];
    @api sending: ReadonlySet<number> = new Set();
    @api notes: readonly FeedEntryView[] = [];
    @api journal: readonly JournalEntryView[] = [];
    @api remote = false;
    /** A message of the customer may become an interaction of its own. */
    @api canSplit = false;
    @api canForward = false;
    @api canAnswer = false;

    labels = labels;
    private opened = new Set<string>();

    get rows() {
        const { messages, sending, notes, journal } = this;
        return entriesOf({ messages, sending, notes, journal }).map((entry) => {
            const events = entry.kind === 'events' ? entry.events : [];
            const folds = events.length > EVENTS_SHOWN + 1 && !this.opened.has(entry.key);
            const hidden = folds ? events.length - EVENTS_SHOWN : 0;
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

    /** Where the newest message that a person wrote begins, in pixels from the top of the window; null where there is none. */
    @api
    newestTop(): number | null {
        const written = this.rows.filter(({ message }) => message?.kind === 'message').at(-1);
        const row = written && this.template?.querySelector(`[data-key="${written.key}"]`);
        return row ? row.getBoundingClientRect().top : null;
    }

    handleMore(event: Event): void {
        const key = (event.currentTarget as HTMLElement).dataset.group ?? '';
        this.opened = new Set([...this.opened, key]);
    }

    handleSplit(event: CustomEvent<{ messageId: number }>): void {
        this.dispatchEvent(new CustomEvent('split', { detail: event.detail }));
    }

    handleAnswer(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('answer', { detail: event.detail }));
    }

    handleForward(event: CustomEvent<{ messageId: number }>): void {
        this.dispatchEvent(new CustomEvent('forward', { detail: event.detail }));
    }

    handleResend(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('resend', { detail: event.detail }));
    }

    handleShowRemote(): void {
        this.dispatchEvent(new CustomEvent('showremote'));
    }
}
