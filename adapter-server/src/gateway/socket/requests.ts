import { commandEnvelope, type Reply } from '../../protocol/commands.ts';
import { resumeRequest, typingRequest, watchRequest } from '../../protocol/events.ts';
import { queryEnvelope } from '../../protocol/queries.ts';
import { readViewer } from '../../queries/viewer.ts';
import { isTemporary } from '../../workflows/access/auditTrail.ts';
import { sayTyping, watchInteraction } from '../../workflows/access/watching.ts';
import { auditRefusal, entryOf, isAudited } from '../access/audited.ts';
import { authorize } from '../access/authorize.ts';
import { AUTHORIZATION } from '../authorization.ts';
import { logged } from '../logged.ts';
import { parse } from '../parse.ts';
import { FAILURES, success } from '../replies.ts';
import { runCommand, type CommandParts } from '../runCommand.ts';
import { runQuery, type QueryParts } from '../runQuery.ts';
import { isAck, type AgentSocket } from './types.ts';

export interface RequestParts extends CommandParts, QueryParts {
    readonly isDraining: () => boolean;
}

/** What one socket may ask. Every request is answered through its ack, where it has one. */
export function answerRequests(parts: RequestParts, socket: AgentSocket): void {
    const answer = (work: (raw: unknown) => Promise<Reply<unknown>>, after?: () => void) => {
        return (raw: unknown, ack: unknown): void => {
            const reply = isAck(ack) ? ack : () => undefined;
            void work(raw)
                .catch((error: unknown): Reply<unknown> => {
                    parts.log.error({ err: logged(error) }, 'socket request failed');
                    return isTemporary(error) ? FAILURES.unavailable : FAILURES.failed;
                })
                .then((answered) => {
                    reply(answered);
                    if (answered.ok) after?.();
                });
        };
    };
    socket.on(
        'command',
        answer(async (raw) => {
            const envelope = parse(commandEnvelope, raw);
            if (!envelope.ok) return envelope;
            // A refused one is tried again with its id, at the process that takes over.
            if (parts.isDraining()) return FAILURES.draining;
            return runCommand(parts, socket.data.caller, envelope.value);
        }),
    );
    socket.on(
        'query',
        answer(async (raw) => {
            const envelope = parse(queryEnvelope, raw);
            return envelope.ok ? runQuery(parts, socket.data.caller, envelope.value) : envelope;
        }),
    );
    socket.on(
        'resume',
        answer(
            async (raw) => {
                const request = parse(resumeRequest, raw);
                return request.ok ? socket.data.delivery.resume(request.value.after) : request;
            },
            () => socket.data.delivery.wake(),
        ),
    );
    socket.on(
        'typing',
        answer(async (raw) => {
            const request = parse(typingRequest, raw);
            if (!request.ok) return request;
            const { interactionId, typing } = request.value;
            if (socket.data.watching === interactionId)
                await parts.store.transaction('sayTyping', (tx) =>
                    sayTyping(tx, socket.id, interactionId, typing),
                );
            return success({});
        }),
    );
    socket.on(
        'watch',
        answer(async (raw) => {
            const request = parse(watchRequest, raw);
            return request.ok ? watch(parts, socket, request.value.interactionId) : request;
        }),
    );
}

/** Only what they may read, by the rule of getInteraction; versions alone are told, what is in it is a query. */
async function watch(
    { store }: RequestParts,
    socket: AgentSocket,
    interactionId: number | null,
): Promise<Reply<unknown>> {
    socket.data.watching = null;
    const show = (shown: number | null): Promise<void> =>
        store.transaction('watchInteraction', (tx) => watchInteraction(tx, socket.id, shown));
    if (interactionId === null) {
        await show(null);
        return success({});
    }
    const { caller } = socket.data;
    const on = { run: store.read.bind(store) };
    const viewer = await readViewer(on, caller, store.clock.now());
    const args = { interactionId, showRemote: false };
    const refused = viewer
        ? await authorize(on, viewer, AUTHORIZATION.getInteraction, args)
        : FAILURES.signedOut;
    if (!refused) {
        socket.data.watching = interactionId;
        await show(interactionId);
    } else if (isAudited(refused)) {
        const detail = `${refused.code}: ${refused.message}`;
        await auditRefusal(store, entryOf(caller, viewer, 'watch', args, { outcome: 'refused', detail }));
    }
    return refused ?? success({});
}
