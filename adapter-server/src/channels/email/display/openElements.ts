import type { Token } from './htmlTokens.ts';

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
/** Deeper ones are left out, not what is in them: a browser strains at them, and the cleaner takes no more than 100. */
const DEEPEST = 90;
const LONGEST_REOPENED = 2_000;

export interface OpenElements {
    /** @returns whether it is shown as an element */
    start(tag: Tag): boolean;
    /** @returns whether what it ends is */
    end(name: string): boolean;
    /** What has to be begun anew where a mail is cut, outermost first. */
    startTags(html: string): string;
}
type Tag = Pick<Token, 'name' | 'start' | 'end'>;

/** Which elements are open at a place of a mail: each call costs the same however many are. */
export function openElements(): OpenElements {
    const open: Tag[] = [];
    const counts = new Map<string, number>();
    const pop = (): string => {
        const name = open.pop()?.name ?? '';
        counts.set(name, (counts.get(name) ?? 1) - 1);
        return name;
    };
    return {
        start(tag) {
            const { name } = tag;
            if (VOID.has(name)) return true;
            const ended = ENDED_BY[name];
            while (ended?.includes(open.at(-1)?.name ?? '')) pop();
            open.push(tag);
            counts.set(name, (counts.get(name) ?? 0) + 1);
            return open.length <= DEEPEST;
        },
        end(name) {
            // What never began is left to the cleaner.
            if ((counts.get(name) ?? 0) === 0) return true;
            while (pop() !== name);
            return open.length < DEEPEST;
        },
        startTags: (html) =>
            open
                .slice(0, DEEPEST)
                .map(({ name, start, end }) =>
                    end - start > LONGEST_REOPENED ? `<${name}>` : html.slice(start, end),
                )
                .join(''),
    };
}
