import { z } from 'zod';
import { COMMANDS, refusalReply } from '../../adapter-server/src/protocol/commands.ts';
import * as events from '../../adapter-server/src/protocol/events.ts';
import * as primitives from '../../adapter-server/src/protocol/primitives.ts';
import { QUERIES } from '../../adapter-server/src/protocol/queries.ts';
import * as views from '../../adapter-server/src/protocol/views.ts';

/** The part of JSON Schema that zod writes for our protocol. Anything else stops the generator. */
export interface Schema {
    readonly $ref?: string;
    readonly type?: string | readonly string[];
    readonly const?: unknown;
    readonly enum?: readonly unknown[];
    readonly anyOf?: readonly Schema[];
    readonly oneOf?: readonly Schema[];
    readonly items?: Schema;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
    readonly additionalProperties?: Schema | boolean;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly exclusiveMinimum?: number;
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly minItems?: number;
    readonly maxItems?: number;
    readonly pattern?: string;
    readonly format?: string;
}

export interface Protocol {
    /** Every named schema: PascalCase name → JSON Schema whose references are such names. */
    readonly schemas: ReadonlyMap<string, Schema>;
    /** The zod schema behind each name. */
    readonly zod: ReadonlyMap<string, z.ZodType>;
    readonly commands: readonly string[];
    readonly queries: readonly string[];
    readonly serverEvents: readonly string[];
    readonly version: number;
}

export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function named(): Map<string, z.ZodType> {
    const all = new Map<string, z.ZodType>();
    const add = (name: string, schema: unknown): void => {
        if (schema instanceof z.ZodType && ![...all.values()].includes(schema)) all.set(name, schema);
    };
    for (const [name, schema] of Object.entries({ ...primitives, ...views, ...events }))
        add(pascal(name), schema);
    add('RefusalReply', refusalReply);
    // Many commands answer with nothing; the first of them stands for all.
    add('Done', COMMANDS.setStatus.result);
    for (const [name, { args, result }] of Object.entries({ ...COMMANDS, ...QUERIES })) {
        all.set(`${pascal(name)}Args`, args);
        add(`${pascal(name)}Result`, result);
    }
    for (const [name, schema] of Object.entries(events.serverEvents)) add(`${pascal(name)}Message`, schema);
    return all;
}

/** Reads the server's zod schemas. Arguments are described as a client writes them: defaults may be left out. */
export function readProtocol(): Protocol {
    const zod = named();
    const registry = z.registry<{ id: string }>();
    const names = new Map<z.ZodType, string>();
    for (const [name, schema] of zod) {
        if (!names.has(schema)) registry.add(schema, { id: name });
        names.set(schema, names.get(schema) ?? name);
    }
    const { schemas } = z.toJSONSchema(registry, { uri: (id) => id, io: 'input', unrepresentable: 'throw' });
    const described = new Map<string, Schema>();
    for (const [name, schema] of zod) {
        const first = names.get(schema) ?? name;
        described.set(name, first === name ? (schemas[name] as Schema) : { $ref: first });
    }
    return {
        schemas: described,
        zod,
        commands: Object.keys(COMMANDS),
        queries: Object.keys(QUERIES),
        serverEvents: Object.keys(events.serverEvents),
        version: primitives.PROTOCOL_VERSION,
    };
}

/** The name under which a command's or query's result was described: several share `done` or a view. */
export function resultName(protocol: Protocol, name: string): string {
    const table: Record<string, { result: z.ZodType }> = { ...COMMANDS, ...QUERIES };
    const result = table[name]?.result;
    for (const [known, schema] of protocol.zod) if (schema === result) return known;
    throw new Error(`no schema describes the result of ${name}`);
}

/** The name of a server event's message, likewise. */
export const messageName = (event: string): string => `${pascal(event)}Message`;
