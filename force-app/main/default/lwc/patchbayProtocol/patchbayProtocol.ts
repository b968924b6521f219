/**
 * What crosses between the adapter server and this page: types, and checks without any dependency. Both are
 * generated from the server's schemas (scripts/generate.ts); only checks.ts and this file are written by hand.
 */
import {
    argsChecks,
    eventChecks,
    refusalReply,
    resultChecks,
    signInOptions,
    signInResult,
    uploadResult,
} from './validators';
import type {
    CommandName,
    Commands,
    Queries,
    QueryName,
    RefusalReply,
    Reply,
    ServerEventName,
    ServerEvents,
    SignInOptions,
    SignInResult,
    UploadResult,
} from './types';

export type * from './types';
export { PROTOCOL_VERSION } from './types';

/** A value that passed its check, or what is wrong with it. */
export type Checked<T> = { valid: true; value: T } | { valid: false; problem: string };

type Operations = Commands & Queries;
type OperationName = CommandName | QueryName;

function checked<T>(problem: string | null | undefined, value: unknown): Checked<T> {
    return problem === null
        ? { valid: true, value: value as T }
        : { valid: false, problem: problem ?? 'unknown name' };
}

/** For what the server sends by itself. */
export function checkServerEvent<E extends ServerEventName>(
    name: E,
    value: unknown,
): Checked<ServerEvents[E]> {
    return checked(eventChecks[name]?.(value, name), value);
}

/** For the acknowledgement of a command or query: a refusal, or `{ok: true, value}` with the right value. */
export function checkReply<N extends OperationName>(
    name: N,
    reply: unknown,
): Checked<Reply<Operations[N]['result']>> {
    if (typeof reply !== 'object' || reply === null) return { valid: false, problem: `${name}: no reply` };
    const { ok, value } = reply as { ok?: unknown; value?: unknown };
    if (ok === true) return checked(resultChecks[name]?.(value, name), reply);
    return checked(refusalReply(reply, name), reply);
}

/** Before a command leaves: catches a mistake of ours here rather than on the server. */
export function checkArgs<N extends OperationName>(name: N, args: unknown): Checked<Operations[N]['args']> {
    return checked(argsChecks[name]?.(args, name), args);
}

interface HttpBodies {
    signInResult: SignInResult;
    signInOptions: SignInOptions;
    uploadResult: UploadResult;
    refusalReply: RefusalReply;
}
const httpChecks = { signInResult, signInOptions, uploadResult, refusalReply };

/** For the bodies that HTTP answers with. */
export function checkHttp<N extends keyof HttpBodies>(name: N, body: unknown): Checked<HttpBodies[N]> {
    return checked(httpChecks[name](body, name), body);
}
