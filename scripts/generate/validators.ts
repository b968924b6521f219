import { messageName, pascal, resultName, type Protocol, type Schema } from './protocolSchemas.ts';

const literal = (value: unknown): string =>
    typeof value === 'string'
        ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
        : JSON.stringify(value);

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** The limits of a schema, as an object literal; an integer's own range says nothing. */
function limits(schema: Schema): string {
    const { minLength, maxLength, minItems, maxItems, exclusiveMinimum, minimum, maximum } = schema;
    const safe = (value: number | undefined): number | undefined =>
        value === undefined || Math.abs(value) === Number.MAX_SAFE_INTEGER ? undefined : value;
    const low =
        minLength ?? minItems ?? (exclusiveMinimum === undefined ? safe(minimum) : exclusiveMinimum + 1);
    const high = maxLength ?? maxItems ?? safe(maximum);
    const parts = [
        ...(low === undefined ? [] : [`min: ${low}`]),
        ...(high === undefined ? [] : [`max: ${high}`]),
        ...(schema.pattern === undefined ? [] : [`pattern: new RegExp(${literal(schema.pattern)})`]),
    ];
    return parts.length === 0 ? '' : `{ ${parts.join(', ')} }`;
}

/** @returns the expression that checks a schema */
export function checkOf(schema: Schema, indent = ''): string {
    if (schema.$ref !== undefined) return camel(schema.$ref);
    if ('const' in schema) return `oneOf([${literal(schema.const)}])`;
    if (schema.enum !== undefined) return `oneOf([${schema.enum.map(literal).join(', ')}])`;
    if (schema.oneOf !== undefined) return tagged(schema.oneOf, indent);
    if (schema.anyOf !== undefined) return nullable(schema.anyOf, indent);
    if (Array.isArray(schema.type)) {
        const types = schema.type as string[];
        return nullable(
            types.map((type) => ({ ...schema, type })),
            indent,
        );
    }
    switch (schema.type) {
        case 'string':
            return `text(${limits(schema)})`;
        case 'integer':
            return `whole(${limits(schema)})`;
        case 'boolean':
            return 'truth';
        case 'array': {
            const limit = limits(schema);
            return `list(${checkOf(schema.items ?? {}, indent)}${limit === '' ? '' : `, ${limit}`})`;
        }
        case 'object':
            return shape(schema, indent);
        default:
            throw new Error(`no check for ${JSON.stringify(schema)}`);
    }
}

function nullable(choices: readonly Schema[], indent: string): string {
    const [one, ...more] = choices.filter((choice) => choice.type !== 'null');
    if (one === undefined || more.length > 0 || choices.length !== 2)
        throw new Error(`only "x or null" is supported: ${JSON.stringify(choices)}`);
    return `orNull(${checkOf(one, indent)})`;
}

function tagged(choices: readonly Schema[], indent: string): string {
    const inner = `${indent}    `;
    const cases = choices.map((choice) => {
        const tag = choice.properties?.['kind']?.const;
        return `${inner}${String(tag)}: ${checkOf(choice, inner)},\n`;
    });
    return `byKind({\n${cases.join('')}${indent}})`;
}

function shape(schema: Schema, indent: string): string {
    if (typeof schema.additionalProperties === 'object')
        return `dictionary(${checkOf(schema.additionalProperties, indent)})`;
    const inner = `${indent}    `;
    const lines = Object.entries(schema.properties ?? {}).map(([name, property]) => {
        const check = checkOf(property, inner);
        return `${inner}${name}: ${schema.required?.includes(name) ? check : `optional(${check})`},\n`;
    });
    return lines.length === 0 ? 'shape({})' : `shape({\n${lines.join('')}${indent}})`;
}

const references = (schema: unknown): string[] =>
    [...JSON.stringify(schema).matchAll(/"\$ref":"(\w+)"/g)].map((match) => match[1] ?? '');

/** Constants have to stand before their use. */
function ordered(schemas: Protocol['schemas']): string[] {
    const done = new Set<string>();
    const visit = (name: string): void => {
        if (done.has(name)) return;
        for (const used of references(schemas.get(name) ?? {})) visit(used);
        done.add(name);
    };
    for (const name of schemas.keys()) visit(name);
    return [...done];
}

const IMPORTS =
    "import { byKind, dictionary, list, oneOf, optional, orNull, shape, text, truth, whole, type Check } from './checks';";

/** validators.ts: one check for each schema, and the tables by command, query and event. */
export function validatorsModule(protocol: Protocol): string {
    const constants = ordered(protocol.schemas).map(
        (name) => `export const ${camel(name)}: Check = ${checkOf(protocol.schemas.get(name) ?? {})};`,
    );
    const table = (title: string, rows: readonly (readonly [string, string])[]): string =>
        `export const ${title}: Readonly<Record<string, Check | undefined>> = {\n${rows
            .map(([name, check]) => `    ${name}: ${camel(check)},\n`)
            .join('')}};`;
    const operations = [...protocol.commands, ...protocol.queries];
    return [
        IMPORTS,
        ...constants,
        table(
            'argsChecks',
            operations.map((name) => [name, `${pascal(name)}Args`]),
        ),
        table(
            'resultChecks',
            operations.map((name) => [name, resultName(protocol, name)]),
        ),
        table(
            'eventChecks',
            protocol.serverEvents.map((name) => [name, messageName(name)]),
        ),
    ].join('\n\n');
}
