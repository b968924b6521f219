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
                ? { id: interaction.id, text: `#${interaction.number} ${interaction.subject || labels.noSubject}` }
                : null,
    };
}

function mentionParts({ text, mentions }: FeedEntryView): TextPart[] {
    const names = mentions.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
    const parts: TextPart[] = [];
    let rest = text;
    while (rest !== '') {
        const next = names
            .map((name) => ({ name, at: rest.indexOf(name) }))
            .filter(({ at }) => at >= 0)
            .sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0];
        const plain = next ? rest.slice(0, next.at) : rest;
        if (plain) parts.push({ key: parts.length, text: plain, className: '' });
        if (next) parts.push({ key: parts.length, text: next.name, className: 'mention' });
        rest = next ? rest.slice(next.at + next.name.length) : '';
    }
    return parts;
}
