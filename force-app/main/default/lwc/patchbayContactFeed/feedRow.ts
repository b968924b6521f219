import type { FeedEntryView } from 'c/patchbayProtocol';
import { labels } from './labels';

export interface TextPart {
    key: number;
    text: string;
    className: string;
}

export interface FeedRow {
    key: string;
    at: number;
    isNote: boolean;
    who: string;
    text: string;
    parts: TextPart[];
    className: string;
    other: { id: number; text: string } | null;
}

/** A note with its "@Name" marked, or an event as a thin line; `here` is the interaction that is open. */
export function feedRow(entry: FeedEntryView, here: number | null): FeedRow {
    const isNote = entry.kind === 'note';
    const { interaction } = entry;
    return {
        key: `${entry.kind}-${entry.id}`,
        at: entry.at,
        isNote,
        who: entry.agent?.name ?? labels.patchbay,
        text: entry.text,
        parts: isNote ? mentionParts(entry) : [],
        className: isNote ? 'entry entry_note' : 'entry',
        other:
            interaction && interaction.id !== here
                ? {
                      id: interaction.id,
                      text: `#${interaction.number} ${interaction.subject || labels.noSubject}`,
                  }
                : null,
    };
}

function mentionParts({ text, mentions }: FeedEntryView): TextPart[] {
    // The longer of two names that begin alike is tried first.
    const names = mentions.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
    if (names.length === 0) return [{ key: 0, text, className: '' }];
    const found = new RegExp(`(${names.map(escaped).join('|')})`);
    return text
        .split(found)
        .map((part, key) => ({ key, text: part, className: names.includes(part) ? 'mention' : '' }))
        .filter((part) => part.text !== '');
}

function escaped(name: string): string {
    return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
