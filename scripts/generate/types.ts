import { messageName, pascal, resultName, type Protocol, type Schema } from './protocolSchemas.ts';

const quote = (value: unknown): string =>
    typeof value === 'string'
        ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
        : JSON.stringify(value);

const primitiveTypes: Readonly<Record<string, string>> = {
    string: 'string',
    integer: 'number',
    number: 'number',
    boolean: 'boolean',
    null: 'null',
};

function union(parts: readonly string[]): string {
    return [...new Set(parts)].join(' | ');
}

/** @returns the TypeScript type of a schema, on as many lines as an object needs */
export function typeOf(schema: Schema, indent = ''): string {
    if (schema.$ref !== undefined) return schema.$ref;
    if ('const' in schema) return quote(schema.const);
    if (schema.enum !== undefined) return union(schema.enum.map(quote));
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices !== undefined) return union(choices.map((choice) => typeOf(choice, indent)));
    if (Array.isArray(schema.type))
        return union((schema.type as string[]).map((type) => typeOf({ ...schema, type })));
    if (schema.type === 'array') {
        const item = typeOf(schema.items ?? {}, indent);
        return /[|{]/.test(item) ? `(${item})[]` : `${item}[]`;
    }
    if (schema.type === 'object') return objectType(schema, indent);
    const primitive = primitiveTypes[String(schema.type)];
    if (primitive === undefined) throw new Error(`no type for ${JSON.stringify(schema)}`);
    return primitive;
}

function objectType(schema: Schema, indent: string): string {
    if (typeof schema.additionalProperties === 'object')
        return `Record<string, ${typeOf(schema.additionalProperties, indent)}>`;
    const entries = Object.entries(schema.properties ?? {});
    if (entries.length === 0) return 'Record<string, never>';
    const inner = `${indent}    `;
    const lines = entries.map(([name, property]) => {
        const mark = schema.required?.includes(name) ? '' : '?';
        return `${inner}${name}${mark}: ${typeOf(property, inner)};\n`;
    });
    return `{\n${lines.join('')}${indent}}`;
}

function declaration(name: string, schema: Schema): string {
    const type = typeOf(schema);
    return schema.type === 'object' && type.startsWith('{')
        ? `export interface ${name} ${type}`
        : `export type ${name} = ${type};`;
}

/** types.ts: what crosses the socket and HTTP, as TypeScript. */
export function typesModule(protocol: Protocol): string {
    const operations = (names: readonly string[]): string =>
        names
            .map(
                (name) =>
                    `    ${name}: { args: ${pascal(name)}Args; result: ${resultName(protocol, name)} };\n`,
            )
            .join('');
    return [
        ...[...protocol.schemas].map(([name, schema]) => declaration(name, schema)),
        `export interface Commands {\n${operations(protocol.commands)}}`,
        `export interface Queries {\n${operations(protocol.queries)}}`,
        `export interface ServerEvents {\n${protocol.serverEvents
            .map((name) => `    ${name}: ${messageName(name)};\n`)
            .join('')}}`,
        'export type CommandName = keyof Commands;',
        "export type CommandArgs<N extends CommandName> = Commands[N]['args'];",
        "export type CommandResult<N extends CommandName> = Commands[N]['result'];",
        'export type QueryName = keyof Queries;',
        "export type QueryArgs<N extends QueryName> = Queries[N]['args'];",
        "export type QueryResult<N extends QueryName> = Queries[N]['result'];",
        'export type ServerEventName = keyof ServerEvents;',
        '/** The answer to every command and query: refusals are values. */',
        'export type Reply<T> = { ok: true; value: T } | RefusalReply;',
        `export const PROTOCOL_VERSION = ${protocol.version};`,
    ].join('\n\n');
}
