import { labels } from './labels';

/** What could come next, for the term that is being typed. */
export interface Suggestion {
    /** Put in place of the term. */
    readonly text: string;
    readonly label: string;
    readonly hint: string;
    /** The filter is whole: a further term may follow. */
    readonly whole: boolean;
}
export interface SuggestedNames {
    readonly agents: readonly string[];
    readonly queues: readonly string[];
    readonly tags: readonly string[];
    /** Today, as YYYY-MM-DD in the agent's zone, and some earlier days. */
    readonly days: readonly { readonly date: string; readonly words: string }[];
}
const MOST = 8;
const STATUSES = ['new', 'open', 'pending', 'resolved', 'closed'];
const KEYS: readonly { key: string; hint: string }[] = [
    { key: 'from', hint: labels.hintFrom },
    { key: 'to', hint: labels.hintTo },
    { key: 'subject', hint: labels.hintSubject },
    { key: 'agent', hint: labels.hintAgent },
    { key: 'queue', hint: labels.hintQueue },
    { key: 'tag', hint: labels.hintTag },
    { key: 'status', hint: labels.hintStatus },
    { key: 'after', hint: labels.hintAfter },
    { key: 'before', hint: labels.hintBefore },
    { key: 'on', hint: labels.hintOn },
    { key: 'has', hint: labels.hintHas },
    { key: 'is', hint: labels.hintIs },
    { key: 'file', hint: labels.hintFile },
];

/** Where the term around the caret begins; a quote that is open holds spaces together. */
export function termAt(text: string, caret: number): { start: number; term: string } {
    let start = 0;
    let quoted = false;
    for (let at = 0; at < caret; at += 1) {
        if (text.charAt(at) === '"') quoted = !quoted;
        else if (!quoted && /\s/.test(text.charAt(at))) start = at + 1;
    }
    return { start, term: text.slice(start, caret) };
}

export function suggestionsFor(term: string, names: SuggestedNames): Suggestion[] {
    const sign = term.startsWith('-') ? '-' : '';
    const typed = fold(term.slice(sign.length));
    const colon = typed.indexOf(':');
    if (colon === -1)
        return typed === ''
            ? []
            : KEYS.filter(({ key }) => key.startsWith(typed))
                  .slice(0, MOST)
                  .map(({ key, hint }) => ({ text: `${sign}${key}:`, label: `${key}:`, hint, whole: false }));
    const key = typed.slice(0, colon);
    const value = typed.slice(colon + 1).replace(/"/g, '');
    return valuesOf(key, names)
        .filter(({ name }) => ` ${fold(name)}`.includes(` ${value}`))
        .slice(0, MOST)
        .map(({ name, hint }) => ({
            text: `${sign}${key}:${/[\s"]/.test(name) ? `"${name.replace(/"/g, '')}"` : name} `,
            label: name,
            hint,
            whole: true,
        }));
}

function valuesOf(key: string, names: SuggestedNames): { name: string; hint: string }[] {
    const plain = (list: readonly string[], hint = ''): { name: string; hint: string }[] =>
        list.map((name) => ({ name, hint }));
    switch (key) {
        case 'status':
            return plain(STATUSES);
        case 'agent':
            return [{ name: 'me', hint: labels.hintMe }, ...plain(names.agents)];
        case 'queue':
            return plain(names.queues);
        case 'tag':
            return plain(names.tags);
        case 'has':
            return plain(['attachment'], labels.hintHas);
        case 'is':
            return [
                { name: 'received', hint: labels.hintReceived },
                { name: 'sent', hint: labels.hintSent },
            ];
        case 'after':
        case 'before':
        case 'on':
            return names.days.map(({ date, words }) => ({ name: date, hint: words }));
        default:
            return [];
    }
}

/** "jose" finds José. */
function fold(text: string): string {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
