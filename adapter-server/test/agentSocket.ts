import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { CommandName } from '../src/protocol/commands.ts';
import { PROTOCOL_VERSION } from '../src/protocol/primitives.ts';
import type { QueryName, QueryResult } from '../src/protocol/queries.ts';
import type { StreamEvent } from '../src/protocol/events.ts';

type Answer = { ok: true; value: unknown } | { ok: false; code: string; message: string };

/** An agent at the real gateway, as the console is one: a socket, commands retried by their id, the stream in order. */
export class AgentSocket {
    readonly events: StreamEvent[] = [];
    readonly #socket: Socket;
    readonly #wakers = new Set<() => void>();
    #head = 0;

    private constructor(url: string, token: string) {
        this.#socket = io(`${url}/agent`, {
            transports: ['websocket'],
            auth: { token, protocolVersion: PROTOCOL_VERSION },
            reconnectionDelay: 100,
            reconnectionDelayMax: 500,
        });
        this.#socket.on('stream', ({ events }: { events: StreamEvent[] }) => {
            for (const event of events) {
                if (event.seq <= this.#head) continue;
                this.#head = event.seq;
                this.events.push(event);
            }
            for (const wake of this.#wakers) wake();
        });
        this.#socket.on('connect', () => void this.#catchUp());
    }

    static async signIn(url: string, username: string): Promise<AgentSocket> {
        const response = await fetch(`${url}/api/v1/demo/sign-in`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ username }),
        });
        const { token } = (await response.json()) as { token: string };
        const agent = new AgentSocket(url, token);
        await new Promise<void>((resolve) => agent.#socket.once('connect', resolve));
        await agent.query('loadWorkspace', {});
        return agent;
    }

    /** Sent again with the same id until it is answered for good: the work is done once. */
    async command(name: CommandName, args: unknown, id: string = randomUUID()): Promise<Answer> {
        for (;;) {
            const answer = await this.#ask('command', { id, name, args });
            if (answer && (answer.ok || answer.code !== 'unavailable')) return answer;
            await new Promise((resolve) => setTimeout(resolve, 200));
        }
    }

    async query<N extends QueryName>(name: N, args: unknown): Promise<QueryResult<N>> {
        for (;;) {
            const answer = await this.#ask('query', { name, args });
            if (answer?.ok) return answer.value as QueryResult<N>;
            if (answer && answer.code !== 'unavailable') throw new Error(`${name}: ${answer.message}`);
            await new Promise((resolve) => setTimeout(resolve, 200));
        }
    }

    /** The offer that rings here, now or soon. */
    async offer(withinMs = 15_000): Promise<{ offerId: number; interactionId: number }> {
        const until = Date.now() + withinMs;
        for (;;) {
            const { offers } = await this.query('loadWorkspace', {});
            if (offers[0]) return { offerId: offers[0].id, interactionId: offers[0].interaction.id };
            if (Date.now() > until) throw new Error('nothing was offered');
            await this.#woken(300);
        }
    }

    close(): void {
        this.#socket.disconnect();
    }

    async #ask(event: string, payload: unknown): Promise<Answer | null> {
        try {
            return (await this.#socket.timeout(3_000).emitWithAck(event, payload)) as Answer;
        } catch {
            return null;
        }
    }

    async #catchUp(): Promise<void> {
        await this.#ask('resume', { after: this.#head });
    }

    #woken(withinMs: number): Promise<void> {
        return new Promise((resolve) => {
            const wake = (): void => {
                clearTimeout(timer);
                this.#wakers.delete(wake);
                resolve();
            };
            const timer = setTimeout(wake, withinMs);
            this.#wakers.add(wake);
        });
    }
}
