/**
 * The style properties that a mail may use, each with the values it may have: colours, type, boxes in the flow.
 * Nothing that loads (url), covers (position, negative margins, z-index) or hides.
 */
const LENGTH = String.raw`(?:0|\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|rem|ex|%)?)`;
const COLOR = String.raw`(?:#[0-9a-f]{3,8}|rgba?\([\d ,.%/]{1,40}\)|hsla?\([\d ,.%/a-z]{1,40}\)|[a-z]{3,24})`;
const BORDER_PART = `(?:${LENGTH}|none|hidden|dotted|dashed|solid|double|groove|ridge|inset|outset|thin|medium|thick|${COLOR})`;
const listOf = (part: string, most: number): RegExp => new RegExp(`^${part}(?: ${part}){0,${most - 1}}$`);

const SAFE: readonly (readonly [names: RegExp, values: RegExp])[] = [
    [/^(?:color|background-color)$/, listOf(COLOR, 1)],
    [/^background$/, new RegExp(`^(?:#[0-9a-f]{3,8}|rgba?\\([\\d ,.%/]{1,40}\\)|[a-z]{3,24})$`)],
    [/^font-family$/, /^[\p{L}\d ,'"_-]{1,200}$/u],
    [/^font-size$/, new RegExp(`^(?:${LENGTH}|(?:x{1,3}-)?(?:small|large)|smaller|larger|medium)$`)],
    [/^font-weight$/, /^(?:normal|bold|bolder|lighter|[1-9]00)$/],
    [/^font-style$/, /^(?:normal|italic|oblique)$/],
    [/^(?:text-decoration|text-decoration-line)$/, /^(?:none|underline|line-through|overline)$/],
    [/^text-align$/, /^(?:left|right|center|justify|start|end)$/],
    [/^text-transform$/, /^(?:none|uppercase|lowercase|capitalize)$/],
    [/^vertical-align$/, /^(?:top|middle|bottom|baseline|sub|super)$/],
    [/^line-height$/, new RegExp(`^(?:normal|${LENGTH})$`)],
    [/^white-space$/, /^(?:normal|pre|pre-wrap|pre-line|nowrap)$/],
    [/^direction$/, /^(?:ltr|rtl)$/],
    [/^(?:padding|margin)(?:-(?:top|right|bottom|left))?$/, listOf(`(?:${LENGTH}|auto)`, 4)],
    [/^(?:width|height|max-width)$/, new RegExp(`^(?:${LENGTH}|auto)$`)],
    [/^border(?:-(?:top|right|bottom|left))?(?:-(?:width|style|color))?$/, listOf(BORDER_PART, 4)],
    [/^border-collapse$/, /^(?:collapse|separate)$/],
    [/^border-radius$/, listOf(LENGTH, 4)],
    [/^list-style-type$/, /^[a-z-]{3,30}$/],
];

const LONGEST_STYLE = 4_000;
const MOST_DECLARATIONS = 60;

/** The declarations that are safe; null where none is left. */
export function safeStyle(style: string): string | null {
    const kept = style
        .slice(0, LONGEST_STYLE)
        .split(';', MOST_DECLARATIONS)
        .flatMap((declaration) => {
            const colon = declaration.indexOf(':');
            const name = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
            const values = ruleOf(name);
            if (!values) return [];
            const value = declaration
                .slice(colon + 1)
                .replace(/!\s*important/i, '')
                .replace(/\s+/g, ' ')
                .trim();
            return values.test(value.toLowerCase()) ? [`${name}:${value}`] : [];
        });
    return kept.length === 0 ? null : kept.join(';');
}

const ruleOf = (name: string): RegExp | undefined => SAFE.find(([names]) => names.test(name))?.[1];
