const VOID = new Set([
    'area',
    'base',
    'br',
    'col',
    'embed',
    'hr',
    'img',
    'input',
    'link',
    'meta',
    'source',
    'wbr',
]);
/** Which elements the start of another ends, where their own end tag is left out. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
    p: ['p'],
    li: ['li', 'p'],
    dt: ['dt', 'dd'],
    dd: ['dt', 'dd'],
    td: ['td', 'th', 'p'],
    th: ['td', 'th', 'p'],
    tr: ['td', 'th', 'tr', 'p'],
};
/** Deeper ones are not shown as elements of their own anyway. */
const MOST_REOPENED = 100;
const LONGEST_REOPENED = 2_000;

export interface OpenElements {
    start(name: string, tag: string): void;
    end(name: string): void;
    /** What has to be begun anew where a mail is cut, outermost first. */
    startTags(): string;
}

/** Which elements are open at a place of a mail: each call costs the same however many are. */
export function openElements(): OpenElements {
    const open: { readonly name: string; readonly tag: string }[] = [];
    const counts = new Map<string, number>();
    const pop = (): string => {
        const { name } = open.pop() ?? { name: '' };
        counts.set(name, (counts.get(name) ?? 1) - 1);
        return name;
    };
    return {
        start(name, tag) {
            if (VOID.has(name)) return;
            const ended = ENDED_BY[name];
            while (ended?.includes(open.at(-1)?.name ?? '')) pop();
            open.push({ name, tag });
            counts.set(name, (counts.get(name) ?? 0) + 1);
        },
        end(name) {
            // An end tag of something that never began ends nothing.
            if ((counts.get(name) ?? 0) > 0) while (pop() !== name);
        },
        startTags: () =>
            open
                .slice(0, MOST_REOPENED)
                .map(({ name, tag }) => (tag.length > LONGEST_REOPENED ? `<${name}>` : tag))
                .join(''),
    };
}
