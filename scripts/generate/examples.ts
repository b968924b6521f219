import type { Protocol, Schema } from './protocolSchemas.ts';

/** Values that match patterns; a new pattern needs a new line here. */
const BY_FORMAT: Readonly<Record<string, string>> = { email: 'maria@example.com', date: '2026-03-29' };
const BY_PATTERN = ['09:00', 'ana.ruiz', 'thanks'];
/** Readable where the field's name says what it is. */
const BY_FIELD: Readonly<Record<string, string>> = {
    address: 'maria@example.com',
    email: 'ana.ruiz@example.com',
    name: 'Maria Lopez',
    filename: 'invoice.pdf',
    contentType: 'application/pdf',
    number: '1042',
    subject: 'Delivery of order 881',
    preview: 'When will it arrive?',
    why: 'Offered to Ana Ruiz, longest idle in Support.',
    timeZone: 'Europe/Madrid',
    username: 'ana.ruiz',
    spf: 'pass',
    dkim: 'pass',
    dmarc: 'pass',
};
const FIELD_NUMBERS: Readonly<Record<string, number>> = { capacity: 5, load: 2, size: 48_213, version: 7 };
const AN_INSTANT = 1_772_000_000_000;

/** A value that the schema accepts, the same each time. Optional fields are filled; lists hold one entry. */
export function example(schema: Schema, schemas: Protocol['schemas'], field = ''): unknown {
    if (schema.$ref === 'Instant') return AN_INSTANT;
    if (schema.$ref !== undefined) return example(schemas.get(schema.$ref) ?? {}, schemas, field);
    if ('const' in schema) return schema.const;
    if (schema.enum !== undefined) return schema.enum[0];
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices !== undefined) return example(choices[0] ?? {}, schemas, field);
    const type = Array.isArray(schema.type) ? (schema.type as string[])[0] : schema.type;
    switch (type) {
        case 'string':
            return exampleText(schema, field);
        case 'integer':
            return FIELD_NUMBERS[field] ?? Math.max(schema.minimum ?? 1, 1);
        case 'boolean':
            return true;
        case 'array':
            return [example(schema.items ?? {}, schemas, field)];
        case 'object':
            return exampleObject(schema, schemas);
        default:
            throw new Error(`no example for ${JSON.stringify(schema)}`);
    }
}

function exampleText(schema: Schema, field: string): string {
    const byFormat = BY_FORMAT[schema.format ?? ''];
    if (byFormat !== undefined) return byFormat;
    const { pattern } = schema;
    if (pattern === undefined) return (BY_FIELD[field] ?? 'Some words').padEnd(schema.minLength ?? 0, '.');
    const match = BY_PATTERN.find((value) => new RegExp(pattern).test(value));
    if (match === undefined) throw new Error(`no example matches ${pattern}`);
    return match;
}

function exampleObject(schema: Schema, schemas: Protocol['schemas']): unknown {
    if (typeof schema.additionalProperties === 'object')
        return { offer: example(schema.additionalProperties, schemas) };
    return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [
            name,
            example(property, schemas, name),
        ]),
    );
}

/** __tests__/examples.ts: one value of each shape that both sides accept. The tests spoil them in every place. */
export function examplesModule(protocol: Protocol): string {
    const examples = Object.fromEntries(
        [...protocol.schemas]
            .filter(
                ([, schema]) => schema.$ref === undefined && /object|^undefined$/.test(String(schema.type)),
            )
            .map(([name, schema]) => [name, example(schema, protocol.schemas)]),
    );
    return `export const examples: Readonly<Record<string, unknown>> = ${JSON.stringify(examples, null, 4)};`;
}
