import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { io } from 'socket.io-client';
import type { LoadWorkspaceResult, StreamEvent } from 'c/patchbayProtocol';
import { examples } from '../../patchbayProtocol/__tests__/examples';
import { createSession } from '../session';
import type { Session, SessionState, SocketFactory } from '../sessionTypes';

type Acknowledge = (reply: unknown) => void;
interface Envelope {
    id: string;
    name: string;
    args: Record<string, unknown>;
}

export const example = <T>(name: string): T => structuredClone(examples[name]) as T;

/** The adapter's side of the namespace /agent, over real HTTP and real socket.io, with answers set by a test. */
export async function startAgentServer() {
    const http = createServer((request, response) => {
        const send = (status: number, body: unknown): void => {
            response.writeHead(status, { 'content-type': 'application/json' });
            response.end(JSON.stringify(body));
        };
        if (request.url === '/api/v1/sign-in/options') return send(200, { demo: true, demoAgents: [] });
        let body = '';
        request.on('data', (chunk) => (body += String(chunk)));
        request.on('end', () => {
            server.signIns.push({
                path: request.url ?? '',
                body: JSON.parse(body) as Record<string, unknown>,
            });
            const { username, token } = JSON.parse(body) as { username?: string; token?: string };
            if (username === 'ana.ruiz' || token !== undefined) send(200, server.grant);
            else
                send(401, { ok: false, code: 'unauthenticated', message: 'Wrong password.', nextStep: null });
        });
    });
    const sockets = new Server(http, { transports: ['websocket'] });
    const agent = sockets.of('/agent');
    const server = {
        grant: { token: 'x'.repeat(32), expiresAt: 9_000_000_000_000, agent: { id: 1, name: 'Ana Ruiz' } },
        workspace: {
            ...example<LoadWorkspaceResult>('LoadWorkspaceResult'),
            protocolVersion: 1,
            streamHead: 10,
            offers: [],
        } as unknown,
        /** Replies by command name; undefined: no acknowledgement. */
        commands: {} as Record<string, (envelope: Envelope) => unknown>,
        queries: {} as Record<string, (args: Record<string, unknown>) => unknown>,
        refuseWith: null as { code: string; message: string } | null,
        /** Events that `resume` replays before its acknowledgement. */
        replay: [] as StreamEvent[],
        received: [] as Envelope[],
        asked: [] as string[],
        resumedAfter: [] as number[],
        watched: [] as (number | null)[],
        signIns: [] as { path: string; body: Record<string, unknown> }[],
        auths: [] as unknown[],
        send: (event: string, payload: unknown) => agent.emit(event, payload),
        stream: (...events: unknown[]) => agent.emit('stream', { events }),
        drop: () => agent.sockets.forEach((socket: Socket) => socket.conn.close()),
        kick: () => agent.disconnectSockets(),
        url: '',
        async stop() {
            await sockets.close();
        },
    };
    agent.use((socket, next) => {
        server.auths.push(socket.handshake.auth);
        const refused = server.refuseWith;
        next(refused === null ? undefined : Object.assign(new Error(refused.message), { data: refused }));
    });
    agent.on('connection', (socket) => {
        socket.on('command', (envelope: Envelope, acknowledge: Acknowledge) => {
            server.received.push(envelope);
            const reply = server.commands[envelope.name]?.(envelope);
            if (reply !== undefined) acknowledge(reply);
        });
        socket.on('query', ({ name, args }: Envelope, acknowledge: Acknowledge) => {
            server.asked.push(name);
            const answer = server.queries[name];
            if (answer !== undefined) acknowledge(answer(args));
            else if (name === 'loadWorkspace') acknowledge({ ok: true, value: server.workspace });
            else if (name === 'listInteractions')
                acknowledge({ ok: true, value: { items: [], more: false } });
        });
        socket.on('resume', ({ after }: { after: number }, acknowledge: Acknowledge) => {
            server.resumedAfter.push(after);
            const missed = server.replay.filter(({ seq }) => seq > after);
            if (missed.length > 0) socket.emit('stream', { events: missed });
            acknowledge({ ok: true, value: { head: after + missed.length } });
        });
        socket.on('watch', ({ interactionId }: { interactionId: number | null }) =>
            server.watched.push(interactionId),
        );
    });
    await new Promise<void>((resolve) => {
        http.listen(0, '127.0.0.1', resolve);
    });
    server.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    return server;
}
export type AgentServer = Awaited<ReturnType<typeof startAgentServer>>;

/** Time that a test moves; what the session waits for runs when it has come. */
export function createTestClock() {
    let now = 1_000_000;
    let waiting: { at: number; run: () => void }[] = [];
    return {
        now: () => now,
        after(milliseconds: number, run: () => void) {
            const entry = { at: now + milliseconds, run };
            waiting.push(entry);
            return () => {
                waiting = waiting.filter((one) => one !== entry);
            };
        },
        move(milliseconds: number) {
            now += milliseconds;
            const due = waiting.filter(({ at }) => at <= now);
            waiting = waiting.filter(({ at }) => at > now);
            due.forEach(({ run }) => run());
        },
        /** How many are waiting for exactly this long from now. */
        pending: (milliseconds: number) => waiting.filter(({ at }) => at === now + milliseconds).length,
    };
}

export function createTestStorage(values = new Map<string, string>()) {
    return {
        values,
        getItem: (key: string) => values.get(key) ?? null,
        setItem: (key: string, value: string) => {
            values.set(key, value);
        },
        removeItem: (key: string) => {
            values.delete(key);
        },
    };
}

export interface Harness {
    session: Session;
    clock: ReturnType<typeof createTestClock>;
    storage: ReturnType<typeof createTestStorage>;
    logged: string[];
    opened: { disconnect(): unknown }[];
}

export function startSession(
    server: AgentServer,
    options: { identityToken?: string; storage?: ReturnType<typeof createTestStorage> } = {},
): Harness {
    const clock = createTestClock();
    const storage = options.storage ?? createTestStorage();
    const logged: string[] = [];
    const opened: Harness['opened'] = [];
    let ids = 0;
    const factory: SocketFactory = (url, socketOptions) => {
        const socket = io(url, { ...socketOptions, reconnectionDelay: 5, reconnectionDelayMax: 5 });
        opened.push(socket);
        return socket as never;
    };
    const session = createSession({
        connection: () =>
            Promise.resolve({ serverUrl: server.url, identityToken: options.identityToken ?? null }),
        loadSocketIo: () => Promise.resolve(factory),
        storage,
        clock,
        fetch,
        createRequest: () => {
            throw new Error('not used');
        },
        newId: () => `command-${(ids += 1)}`,
        log: (message) => logged.push(message),
    });
    return { session, clock, storage, logged, opened };
}

/** Resolves as soon as the state is as asked. */
export function until(session: Session, is: (state: SessionState) => boolean): Promise<SessionState> {
    return new Promise((resolve) => {
        if (is(session.state)) return resolve(session.state);
        const stop = session.subscribe((state) => {
            if (!is(state)) return;
            stop();
            resolve(state);
        });
    });
}

/** For what happens on the server's side: asked again after each turn of the event loop. */
export async function eventually(is: () => boolean): Promise<void> {
    while (!is())
        await new Promise((resolve) => {
            setImmediate(resolve);
        });
}
