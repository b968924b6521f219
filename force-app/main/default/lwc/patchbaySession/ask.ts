import type { QueryArgs, QueryName, QueryResult, Reply } from 'c/patchbayProtocol';
import { checkReply } from 'c/patchbayProtocol';
import { noAnswer, notUnderstood } from './refusals';
import type { AgentSocket, SessionClock } from './sessionTypes';

/** How long a read may take before the page says that the server does not answer. */
export const ANSWER_WITHIN = 8_000;

interface Dependencies {
    clock: SessionClock;
    log(message: string): void;
}

/** Emits and waits for the acknowledgement; undefined where none came in time. */
export function emitAndWait(
    { clock }: Pick<Dependencies, 'clock'>,
    socket: AgentSocket,
    event: string,
    payload: unknown,
): Promise<unknown> {
    return new Promise((resolve) => {
        const cancel = clock.after(ANSWER_WITHIN, () => resolve(undefined));
        socket.emit(event, payload, (reply: unknown) => {
            cancel();
            resolve(reply);
        });
    });
}

/** One query over the socket, its answer checked. */
export async function ask<N extends QueryName>(
    dependencies: Dependencies,
    socket: AgentSocket,
    name: N,
    args: QueryArgs<N>,
): Promise<Reply<QueryResult<N>>> {
    const reply = await emitAndWait(dependencies, socket, 'query', { name, args });
    if (reply === undefined) return noAnswer();
    const checked = checkReply(name, reply);
    if (checked.valid) return checked.value as Reply<QueryResult<N>>;
    dependencies.log(`unreadable reply: ${checked.problem}`);
    return notUnderstood();
}
