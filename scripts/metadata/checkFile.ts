import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { ElementKind, ElementType, MetadataTypes } from './metadataTypes.ts';

/** Elements as the parser gives them: text, or children by name, each a list. */
export type Node = string | { readonly [element: string]: readonly Node[] };

const NOT_IN_WSDL = new Set(['fullName', '?xml']);
/** Types whose files are the platform's concern alone: values depend on the org's own fields. */
const FREE_FORM = new Set(['CustomMetadata']);
const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});

export const textOf = (node: Node | undefined): string =>
    typeof node === 'string' ? node : String((node as { '#text'?: unknown } | undefined)?.['#text'] ?? '');

export interface ParsedFile {
    readonly typeName: string;
    readonly root: Node;
}

/** @returns the file's root element, or what keeps it from being read */
export function parseMetadata(text: string): ParsedFile | string {
    const valid = XMLValidator.validate(text);
    if (valid !== true) return `line ${valid.err.line}: ${valid.err.msg}`;
    const document = parser.parse(text) as Record<string, Node[]>;
    const typeName = Object.keys(document).find((name) => name !== '?xml');
    const root = typeName === undefined ? undefined : document[typeName]?.[0];
    return typeName === undefined || root === undefined ? 'there is no root element' : { typeName, root };
}

function contentProblem(content: ElementKind, node: Node, where: string): string[] {
    const text = textOf(node);
    switch (content.kind) {
        case 'text':
            return [];
        case 'boolean':
            return /^(true|false)$/.test(text) ? [] : [`${where}: not a boolean: ${text}`];
        case 'number':
            return text !== '' && Number.isFinite(Number(text)) ? [] : [`${where}: not a number: ${text}`];
        case 'enum':
            return content.values.includes(text)
                ? []
                : [`${where}: '${text}' is none of ${content.values.slice(0, 12).join(', ')}`];
        case 'children':
            if (typeof node === 'string')
                return node.trim() === '' ? [] : [`${where}: expected child elements`];
            return elementProblems(content.elements(), node, where);
    }
}

function elementProblems(
    types: ReadonlyMap<string, ElementType>,
    node: Exclude<Node, string>,
    where: string,
): string[] {
    const problems: string[] = [];
    for (const [name, values] of Object.entries(node)) {
        if (NOT_IN_WSDL.has(name) || name.startsWith('@_') || name === '#text') continue;
        const type = types.get(name);
        if (type === undefined) {
            problems.push(`${where}: unknown element <${name}>`);
            continue;
        }
        if (!type.repeatable && values.length > 1)
            problems.push(`${where}: <${name}> may occur once, found ${values.length}`);
        for (const value of values) problems.push(...contentProblem(type.content, value, `${where}/${name}`));
    }
    for (const [name, { required }] of types)
        if (required && !(name in node) && !NOT_IN_WSDL.has(name))
            problems.push(`${where}: <${name}> is missing`);
    return problems;
}

/** @returns what Salesforce would refuse: unknown or missing elements, wrong values, elements that occur twice */
export function checkMetadata(types: MetadataTypes, { typeName, root }: ParsedFile): string[] {
    if (FREE_FORM.has(typeName)) return [];
    const elements = types(typeName);
    if (elements === undefined) return [`unknown metadata type <${typeName}>`];
    return elementProblems(elements, typeof root === 'string' ? {} : root, typeName);
}
