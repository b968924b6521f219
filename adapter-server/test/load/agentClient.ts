import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { CommandArgs, CommandName, CommandResult, Reply } from '../../src/protocol/commands.ts';
import type { StreamEvent } from '../../src/protocol/events.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/primitives.ts';
import type { QueryArgs, QueryName, QueryResult } from '../../src/protocol/queries.ts';

const ANSWER_WITHIN = 10_000;
const LONGEST_TRY = 90_000;

/**
 * An agent's browser without the page: signs in, keeps a socket, resumes its stream, and repeats a command with the
 * same id until it is answered, whatever happens to the server meanwhile.
 */
export class AgentClient {
    readonly username: string;
    /** Called with each event of the agent's stream, once and in order. */
    onEvent: (event: StreamEvent) => void = () => undefined;
    readonly #url: string;
    readonly #patience: number;
    #socket: Socket | null = null;
    #head: number | null = null;
    /** Numbers of the stream that did not follow each other. */
    gaps = 0;

    /** @param patience milliseconds for which an unanswered command is repeated */
    constructor(url: string, username: string, patience = LONGEST_TRY) {
        this.#url = url;
        this.username = username;
        this.#patience = patience;
    }

    async signIn(): Promise<void> {
        const { token } = await this.#signIn();
        const socket = io(`${this.#url}/agent`, {
            auth: { token, protocolVersion: PROTOCOL_VERSION },
            transports: ['websocket'],
            forceNew: true,
            reconnectionDelay: 50,
            reconnectionDelayMax: 500,
        });
        this.#socket = socket;
        socket.on('stream', ({ events }: { events: StreamEvent[] }) =>
            events.forEach((event) => this.#take(event)),
        );
        socket.on('connect', () => void this.#resume(socket));
        // Let in by the transport but refused by the server, which was just ending: asked again, as a page does.
        socket.on('connect_error', () => void (socket.active || setTimeout(() => socket.connect(), 200)));
        await this.#connected(socket);
    }

    /** Like a laptop that is shut: nothing is said. */
    disconnect(): void {
        this.#socket?.disconnect();
    }
    async reconnect(): Promise<void> {
        this.#socket?.connect();
        if (this.#socket) await this.#connected(this.#socket);
    }

    command<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<Reply<CommandResult<N>>> {
        return this.#ask('command', { id: randomUUID(), name, args });
    }
    query<N extends QueryName>(name: N, args: QueryArgs<N>): Promise<Reply<QueryResult<N>>> {
        return this.#ask('query', { name, args });
    }

    async #ask<T>(event: 'command' | 'query', envelope: unknown): Promise<Reply<T>> {
        const givenUp = performance.now() + this.#patience;
        for (;;) {
            const socket = this.#socket;
            if (!socket) throw new Error('sign in first');
            const reply = socket.connected
                ? ((await socket
                      .timeout(ANSWER_WITHIN)
                      .emitWithAck(event, envelope)
                      .catch(() => null)) as Reply<T> | null)
                : null;
            if (reply && (reply.ok || reply.code !== 'unavailable')) return reply;
            if (performance.now() > givenUp)
                throw new Error(`${this.username} got no answer to ${JSON.stringify(envelope)}`);
            await pause(reply ? 200 : 50);
        }
    }

    #take(event: StreamEvent): void {
        if (this.#head !== null && event.seq <= this.#head) return;
        if (this.#head !== null && event.seq !== this.#head + 1) this.gaps += 1;
        this.#head = event.seq;
        this.onEvent(event);
    }

    async #resume(socket: Socket): Promise<void> {
        if (this.#head === null) {
            const workspace = await this.query('loadWorkspace', {});
            if (!workspace.ok) throw new Error(workspace.message);
            this.#head ??= workspace.value.streamHead;
        }
        await socket
            .timeout(ANSWER_WITHIN)
            .emitWithAck('resume', { after: this.#head })
            .catch(() => null);
    }

    async #signIn(): Promise<{ token: string }> {
        for (let left = 100; ; left -= 1) {
            const response = await fetch(`${this.#url}/api/v1/demo/sign-in`, {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify({ username: this.username }),
            }).catch(() => null);
            if (response?.ok) return (await response.json()) as { token: string };
            if (left === 0) throw new Error(`${this.username} cannot sign in: ${await response?.text()}`);
            await pause(100);
        }
    }

    #connected(socket: Socket): Promise<void> {
        if (socket.connected) return Promise.resolve();
        return new Promise((resolve) => socket.once('connect', () => resolve()));
    }
}
