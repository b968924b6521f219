import type { QueryArgs, QueryName, QueryResult, Reply, ServerEventName } from 'c/patchbayProtocol';
import { checkServerEvent, PROTOCOL_VERSION } from 'c/patchbayProtocol';
import { ask } from './ask';
import { createCommandQueue, type CommandQueue } from './commandQueue';
import { noAnswer } from './refusals';
import type { AgentSocket, SessionDependencies, SocketFactory } from './sessionTypes';
import type { Store } from './store';
import { createWatches, type Watches } from './watches';
import { createWorkspaceSync } from './workspaceSync';

/** Pause before connecting again where the server ended the connection itself (it restarts). */
export const RECONNECT_AFTER = 1_000;
const STREAMED: readonly ServerEventName[] = ['stream', 'presence', 'counters', 'interaction', 'colleagues'];

interface Dependencies extends Pick<SessionDependencies, 'clock' | 'newId' | 'log'> {
    store: Store;
    /** The server does not know the token (any more), or ended the session. */
    onSignedOut(reason: string | null): void;
}

/** One agent's socket: opened with a token, kept until closed, connected again whenever it drops. */
export interface AgentConnection {
    readonly commands: CommandQueue;
    readonly watches: Watches;
    open(factory: SocketFactory, serverUrl: string, token: string): void;
    close(): void;
    typing(interactionId: number, typing: boolean): void;
    query<N extends QueryName>(name: N, args: QueryArgs<N>): Promise<Reply<QueryResult<N>>>;
}

/** What a connection that was refused says about it. */
function refusedBecause(error: unknown): { code: string | null; message: string } {
    const { message, data } = (error ?? {}) as {
        message?: unknown;
        data?: { code?: unknown; message?: unknown };
    };
    const code = typeof data?.code === 'string' ? data.code : null;
    return { code, message: String(data?.message ?? message ?? 'The server refused the connection.') };
}

export function createAgentConnection(dependencies: Dependencies): AgentConnection {
    const { clock, newId, log, store, onSignedOut } = dependencies;
    let socket: AgentSocket | null = null;

    const serverNow = (): number => clock.now() + store.state.serverOffset;
    const watches = createWatches((interactionId) => socket?.emit('watch', { interactionId }));
    let reload = (): void => undefined;
    const commands = createCommandQueue({
        clock,
        newId,
        log,
        isConnected: () => socket?.connected === true,
        send: (envelope, acknowledge) => socket?.emit('command', envelope, acknowledge),
        onCount: (pendingCommands) => store.change({ pendingCommands }),
        onInvalid: () => reload(),
    });

    function query<N extends QueryName>(name: N, args: QueryArgs<N>): Promise<Reply<QueryResult<N>>> {
        return socket?.connected === true
            ? ask({ clock, log }, socket, name, args)
            : Promise.resolve(noAnswer());
    }

    function goOffline(): void {
        const { phase, offlineSince } = store.state;
        if (phase === 'signed_out' || phase === 'failed') return;
        store.change({ phase: 'offline', offlineSince: offlineSince ?? serverNow() });
    }

    function open(factory: SocketFactory, serverUrl: string, token: string): void {
        close();
        const opened = factory(`${serverUrl}/agent`, {
            transports: ['websocket'],
            auth: { token, protocolVersion: PROTOCOL_VERSION },
            forceNew: true,
            reconnectionDelay: 500,
            reconnectionDelayMax: 5_000,
        });
        socket = opened;
        const isCurrent = (): boolean => socket === opened;
        const listen = (event: string, listener: (payload: unknown) => void): void => {
            opened.on(event, (payload: never) => {
                if (isCurrent()) listener(payload);
            });
        };
        const connectAgain = (): void => {
            clock.after(RECONNECT_AFTER, () => {
                if (isCurrent() && !opened.connected) opened.connect();
            });
        };
        const sync = createWorkspaceSync({
            socket: opened,
            store,
            watches,
            clock,
            log,
            query,
            onLoaded: () => store.change({ phase: 'ready', offlineSince: null, problem: null }),
            onRefused: ({ code, message }) => {
                if (code === 'unauthenticated') onSignedOut(message);
                else fail(message);
            },
        });
        reload = () => {
            void sync.load();
        };

        listen('connect', () => {
            if (watches.current !== null) opened.emit('watch', { interactionId: watches.current });
            commands.resend();
            void sync.load();
        });
        listen('disconnect', () => {
            sync.pause();
            goOffline();
            if (!opened.active) connectAgain();
        });
        listen('connect_error', (error) => {
            const { code, message } = refusedBecause(error);
            if (code === 'unauthenticated') onSignedOut(null);
            else if (code === null || code === 'unavailable') {
                goOffline();
                if (!opened.active) connectAgain();
            } else fail(message);
        });
        listen('signedOut', (payload) => {
            const checked = checkServerEvent('signedOut', payload);
            onSignedOut(checked.valid ? checked.value.reason : null);
        });
        for (const name of STREAMED) listen(name, (payload) => sync.receive(name, payload));
    }

    function fail(problem: string): void {
        close();
        store.change({ phase: 'failed', problem });
    }

    function close(): void {
        const closed = socket;
        socket = null;
        reload = () => undefined;
        closed?.disconnect();
    }

    function typing(interactionId: number, isTyping: boolean): void {
        if (socket?.connected === true) socket.emit('typing', { interactionId, typing: isTyping });
    }

    return { commands, watches, open, close, typing, query };
}
