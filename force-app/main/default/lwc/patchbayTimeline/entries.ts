import type { FeedEntryView, JournalEntryView, MessageView } from 'c/patchbayProtocol';

export type Entry =
    | {
          key: string;
          at: number;
          kind: 'message';
          message: MessageView;
          sending: boolean;
          collapsible: boolean;
      }
    | { key: string; at: number; kind: 'note'; note: FeedEntryView }
    | { key: string; at: number; kind: 'events'; events: readonly JournalEntryView[] };

export interface Sources {
    messages: readonly MessageView[];
    /** Ids of messages that the server has not confirmed. */
    sending: ReadonlySet<number>;
    notes: readonly FeedEntryView[];
    journal: readonly JournalEntryView[];
}

/** Whole mails at the end of a thread; what is before them begins as one line each. */
const SHOWN_WHOLE = 3;

/** What the message or note beside it says already. */
const SEEN_ANYWAY: ReadonlySet<string> = new Set(['replied', 'note', 'received', 'acknowledged']);

/** Messages, notes and events in one column by time; events that follow one another become one thin group. */
export function entriesOf({ messages, sending, notes, journal }: Sources): Entry[] {
    const written = messages.filter(({ kind }) => kind === 'message').sort((a, b) => a.at - b.at);
    // An acknowledgement says nothing new: it is one line always.
    const whole = new Set(written.slice(-SHOWN_WHOLE).map(({ id }) => id));
    const single: Entry[] = [
        ...messages.map((message): Entry => ({
            key: `message-${message.id}`,
            at: message.at,
            kind: 'message',
            message,
            sending: sending.has(message.id),
            collapsible: !whole.has(message.id),
        })),
        ...notes.map((note): Entry => ({ key: `note-${note.id}`, at: note.at, kind: 'note', note })),
        ...journal
            .filter(({ kind }) => !SEEN_ANYWAY.has(kind))
            .map((event): Entry => ({
                key: `event-${event.seq}`,
                at: event.at,
                kind: 'events',
                events: [event],
            })),
    ].sort((a, b) => a.at - b.at);
    return single.reduce<Entry[]>((grouped, entry) => {
        const last = grouped[grouped.length - 1];
        if (entry.kind === 'events' && last?.kind === 'events')
            grouped[grouped.length - 1] = { ...last, events: [...last.events, ...entry.events] };
        else grouped.push(entry);
        return grouped;
    }, []);
}
