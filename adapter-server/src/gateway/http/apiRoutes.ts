import { randomUUID } from 'node:crypto';
import express, { Router } from 'express';
import { COMMANDS, commandEnvelope, type CommandName } from '../../protocol/commands.ts';
import { QUERIES, type QueryName } from '../../protocol/queries.ts';
import { parse } from '../parse.ts';
import { failure, FAILURES } from '../replies.ts';
import { runCommand } from '../runCommand.ts';
import { runQuery } from '../runQuery.ts';
import type { RequestParts } from '../socket/requests.ts';
import { answer, signedIn } from './answers.ts';

/** A body of a million characters, each of which may take four bytes. */
const LARGEST_BODY = '6mb';

const isCommand = (name: unknown): name is CommandName =>
    typeof name === 'string' && Object.hasOwn(COMMANDS, name);
const isQuery = (name: unknown): name is QueryName =>
    typeof name === 'string' && Object.hasOwn(QUERIES, name);
const unknown = (what: string) =>
    failure('not_found', `There is no such ${what}.`, '/api/v1/openapi.json lists them all.');

/** "An admin can do by API whatever the screens do": the very commands and queries of the socket. */
export function apiRoutes(parts: RequestParts, adminToken: string | null): Router {
    const router = Router();
    const { store } = parts;
    const body = express.json({ limit: LARGEST_BODY });

    router.post(
        '/commands/:name',
        body,
        signedIn(store, adminToken, async (caller, request, response) => {
            const { name } = request.params;
            if (!isCommand(name)) return answer(response, unknown('command'));
            if (parts.isDraining()) return answer(response, FAILURES.draining);
            const id = request.get('idempotency-key') ?? randomUUID();
            const envelope = parse(commandEnvelope, { id, name, args: request.body ?? {} });
            answer(response, envelope.ok ? await runCommand(parts, caller, envelope.value) : envelope);
        }),
    );
    router.post(
        '/queries/:name',
        body,
        signedIn(store, adminToken, async (caller, request, response) => {
            const { name } = request.params;
            if (!isQuery(name)) return answer(response, unknown('query'));
            answer(response, await runQuery(parts, caller, { name, args: request.body ?? {} }));
        }),
    );
    router.post(
        '/sign-out',
        signedIn(store, adminToken, async (caller, _request, response) => {
            const requested = { id: randomUUID(), name: 'signOut', args: {} } as const;
            answer(response, await runCommand(parts, caller, requested));
        }),
    );
    return router;
}
