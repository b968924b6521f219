import type { Logger } from 'pino';
import { COMMANDS, type CommandArgs, type CommandName, type Reply } from '../protocol/commands.ts';
import { readViewer, type Viewer } from '../queries/viewer.ts';
import type { Store, Transaction } from '../storage/transaction.ts';
import { isTemporary, recordAudit } from '../workflows/access/auditTrail.ts';
import { commandOnce } from '../workflows/access/commandOnce.ts';
import { auditRefusal, entryOf, isAudited } from './access/audited.ts';
import { authorize } from './access/authorize.ts';
import type { Caller } from './authentication/caller.ts';
import { AUTHORIZATION, isAdministrative, type OperationArgs } from './authorization.ts';
import type { CommandHandlers } from './commandHandlers.ts';
import { logged } from './logged.ts';
import { parse } from './parse.ts';
import { failureOf, FAILURES, RefusedError, success, type Failure } from './replies.ts';

export interface CommandParts {
    readonly store: Store;
    readonly log: Logger;
    readonly commands: CommandHandlers;
    readonly observeCommand: (name: string, outcome: string, seconds: number) => void;
}
interface Requested<N extends CommandName> {
    readonly id: string;
    readonly name: N;
    readonly args: CommandArgs<N>;
}

/** From a request to its reply; never throws. Parse → authorize → one transaction → reply, and an audit line. */
export async function runCommand(
    parts: CommandParts,
    caller: Caller,
    requested: { readonly id: string; readonly name: CommandName; readonly args: unknown },
): Promise<Reply<unknown>> {
    const start = performance.now();
    const args = parse(COMMANDS[requested.name].args, requested.args);
    // The schema that parsed the arguments is the one of this very name.
    const reply = args.ok
        ? await settle(parts, caller, { ...requested, args: args.value as CommandArgs<CommandName> })
        : args;
    parts.observeCommand(requested.name, reply.ok ? 'done' : reply.code, (performance.now() - start) / 1_000);
    return reply;
}

async function settle<N extends CommandName>(
    parts: CommandParts,
    caller: Caller,
    requested: Requested<N>,
): Promise<Reply<unknown>> {
    const seen: { viewer: Viewer | null } = { viewer: null };
    try {
        return await parts.store.transaction(`command:${requested.name}`, async (tx) => {
            seen.viewer = await readViewer(tx, caller, tx.now);
            if (!seen.viewer) throw new RefusedError(FAILURES.signedOut);
            return success(await perform(parts, tx, caller, seen.viewer, requested));
        });
    } catch (error) {
        const reply = replyTo(parts, requested.name, error);
        if (isAudited(reply)) await auditFailure(parts, caller, seen.viewer, requested, reply);
        return reply;
    }
}

async function perform<N extends CommandName>(
    parts: CommandParts,
    tx: Transaction,
    caller: Caller,
    viewer: Viewer,
    { id, name, args }: Requested<N>,
): Promise<unknown> {
    const actor = {
        agentId: viewer.agentId,
        role: viewer.role,
        name: viewer.name,
        sessionId: viewer.sessionId,
    };
    const outcome = await commandOnce<unknown>(tx, { id, agentId: viewer.agentId, name }, async () => {
        // Behind the look at earlier commands: a repeated one is answered as before, whatever it changed.
        const no = await authorize(tx, viewer, AUTHORIZATION[name], args as OperationArgs<N>);
        if (no) throw new RefusedError(no);
        const result = await parts.commands[name](tx, actor, args);
        if (result.ok && isAdministrative(name))
            await recordAudit(tx, entryOf(caller, viewer, name, args, { outcome: 'done', detail: '' }));
        return result;
    });
    if (!outcome.ok) throw new RefusedError(failureOf(outcome));
    return COMMANDS[name].result.parse(outcome.value);
}

function replyTo(parts: CommandParts, name: CommandName, error: unknown): Failure {
    if (error instanceof RefusedError) return error.reply;
    if (isTemporary(error)) {
        parts.log.warn({ command: name, err: logged(error) }, 'the database is away');
        return FAILURES.unavailable;
    }
    parts.log.error({ command: name, err: logged(error) }, 'command failed');
    return FAILURES.failed;
}

async function auditFailure(
    parts: CommandParts,
    caller: Caller,
    viewer: Viewer | null,
    { name, args }: Requested<CommandName>,
    reply: Failure,
): Promise<void> {
    const outcome = reply.code === 'failed' ? 'failed' : 'refused';
    const detail = `${reply.code}: ${reply.message}`;
    await auditRefusal(parts.store, entryOf(caller, viewer, name, args, { outcome, detail })).catch(
        (error: unknown) =>
            parts.log.error({ command: name, err: logged(error) }, 'a refusal was not audited'),
    );
}
