import { z } from 'zod';
import { COMMANDS, refusalReply } from '../../protocol/commands.ts';
import {
    demoSignInRequest,
    identityTokenRequest,
    signInOptions,
    signInRequest,
    signInResult,
    uploadResult,
} from '../../protocol/events.ts';
import { PROTOCOL_VERSION } from '../../protocol/primitives.ts';
import { QUERIES } from '../../protocol/queries.ts';
import { AUTHORIZATION, type OperationName } from '../authorization.ts';

type Json = Record<string, unknown>;

const input = (schema: z.ZodType): Json =>
    strip(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
const output = (schema: z.ZodType): Json =>
    strip(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }));
const strip = ({ $schema: _version, ...schema }: Json): Json => schema;
const json = (schema: Json): Json => ({ content: { 'application/json': { schema } } });
const REFUSED: Json = {
    description: 'Refused: why, and the next step',
    $ref: '#/components/responses/Refused',
};
const answers = (schema: Json): Json => ({
    '200': { description: 'Done', ...json(schema) },
    default: { $ref: REFUSED['$ref'] },
});
const file = (type: string, description: string): Json => ({
    '200': { description, content: { [type]: {} } },
    default: { $ref: REFUSED['$ref'] },
});

const envelope = (value: Json): Json => ({
    type: 'object',
    properties: { ok: { const: true }, value },
    required: ['ok', 'value'],
});
const whoMay = (name: OperationName): string => {
    const { roles, check } = AUTHORIZATION[name];
    return `For ${roles.join(', ')}; checked: ${check}.`;
};
const idParameter: Json = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
const idempotencyKey: Json = {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'The same key twice does the work once.',
    schema: { type: 'string', minLength: 8, maxLength: 80 },
};

function operations(kind: 'commands' | 'queries'): Json {
    const table: Record<string, { args: z.ZodType; result: z.ZodType }> =
        kind === 'commands' ? COMMANDS : QUERIES;
    const paths = Object.entries(table).map(([name, { args, result }]) => [
        `/${kind}/${name}`,
        {
            post: {
                operationId: name,
                tags: [kind],
                description: whoMay(name as OperationName),
                ...(kind === 'commands' ? { parameters: [idempotencyKey] } : {}),
                requestBody: { required: true, ...json(input(args)) },
                responses: answers(envelope(output(result))),
            },
        },
    ]);
    return Object.fromEntries(paths) as Json;
}

const signInPath = (operationId: string, schema: z.ZodType, description: string): Json => ({
    post: {
        operationId,
        tags: ['sign-in'],
        description,
        security: [],
        requestBody: { required: true, ...json(input(schema)) },
        responses: answers(output(signInResult)),
    },
});

const download = (
    name: 'downloadAttachment' | 'downloadRawMessage' | 'downloadQuarantined',
    type: string,
): Json => ({
    get: {
        operationId: name,
        tags: ['files'],
        description: whoMay(name),
        parameters: [idParameter],
        responses: file(type, 'The bytes'),
    },
});

/** The whole HTTP interface, from the schemas that check it. */
export function openapi(serverUrl: string): Json {
    return {
        openapi: '3.1.0',
        info: { title: 'Patchbay', version: `${PROTOCOL_VERSION}` },
        servers: [{ url: `${serverUrl}/api/v1` }],
        security: [{ bearer: [] }],
        paths: {
            '/sign-in': signInPath('signIn', signInRequest, 'With username and password.'),
            '/sign-in/salesforce': signInPath(
                'signInWithSalesforce',
                identityTokenRequest,
                'With a token that the org signed; it can be used once.',
            ),
            '/demo/sign-in': signInPath('demoSignIn', demoSignInRequest, 'In the demo alone.'),
            '/sign-in/options': {
                get: {
                    operationId: 'signInOptions',
                    tags: ['sign-in'],
                    security: [],
                    responses: answers(output(signInOptions)),
                },
            },
            '/sign-out': {
                post: {
                    operationId: 'signOutHere',
                    tags: ['sign-in'],
                    responses: answers(envelope({ type: 'object' })),
                },
            },
            ...operations('commands'),
            ...operations('queries'),
            '/uploads': {
                post: {
                    operationId: 'uploadFile',
                    tags: ['files'],
                    description:
                        'The bytes as they are, 25 MB at most; the name percent-encoded in x-filename.',
                    parameters: [{ name: 'x-filename', in: 'header', schema: { type: 'string' } }],
                    requestBody: { required: true, content: { 'application/octet-stream': {} } },
                    responses: answers(output(uploadResult)),
                },
            },
            '/attachments/{id}': download('downloadAttachment', 'application/octet-stream'),
            '/messages/{id}/raw': download('downloadRawMessage', 'message/rfc822'),
            '/quarantine/{id}/raw': download('downloadQuarantined', 'message/rfc822'),
        },
        components: {
            securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
            responses: { Refused: { description: REFUSED['description'], ...json(output(refusalReply)) } },
        },
    };
}
