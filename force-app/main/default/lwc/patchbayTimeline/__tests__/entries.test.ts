import { must } from '../../../../../../local-org/gallery/mount';
import { feed, journal, message } from '../../../../../../local-org/gallery/thread';
import { entriesOf, type Entry } from '../entries';

const sources = { messages: [], sending: new Set<number>(), notes: [], journal: [] };
const order = (entries: Entry[]): string[] => entries.map(({ key }) => key);
const event = (seq: number, at: number, kind = 'held') => ({ ...must(journal[0]), seq, at, kind });

it('puts messages, notes and events into one column by time', () => {
    const note = { ...must(feed[0]), id: 5, at: 20 };
    const entries = entriesOf({
        ...sources,
        messages: [message(2, { at: 30 }), message(1, { at: 10 })],
        notes: [note],
        journal: [event(1, 15)],
    });
    expect(order(entries)).toEqual(['message-1', 'event-1', 'note-5', 'message-2']);
});

it('groups events that follow one another and leaves out what is seen anyway', () => {
    const entries = entriesOf({
        ...sources,
        messages: [message(1, { at: 25 })],
        journal: [event(1, 10), event(2, 20), event(3, 22, 'replied'), event(4, 30)],
    });
    expect(
        entries.map((entry) => (entry.kind === 'events' ? entry.events.map(({ seq }) => seq) : 'message')),
    ).toEqual([[1, 2], 'message', [4]]);
});

it('shows the last three mails whole', () => {
    const entries = entriesOf({ ...sources, messages: [1, 2, 3, 4].map((id) => message(id, { at: id })) });
    expect(entries.map((entry) => entry.kind === 'message' && entry.collapsible)).toEqual([
        true,
        false,
        false,
        false,
    ]);
});

it('shows an acknowledgement as one line, and counts it for nothing', () => {
    const messages = [message(1, { at: 1 }), message(2, { at: 2, kind: 'acknowledgement' })];
    const entries = entriesOf({ ...sources, messages });
    expect(entries.map((entry) => entry.kind === 'message' && entry.collapsible)).toEqual([false, true]);
});
