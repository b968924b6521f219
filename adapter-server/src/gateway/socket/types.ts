import type { Namespace, Socket } from 'socket.io';
import type { z } from 'zod';
import type { Reply } from '../../protocol/commands.ts';
import type { serverEvents } from '../../protocol/events.ts';
import type { Viewer } from '../../queries/viewer.ts';
import type { SessionCaller } from '../authentication/caller.ts';
import type { StreamDelivery } from './streamDelivery.ts';

type Ack = (reply: Reply<unknown>) => void;

/** Arguments are whatever a client sends: each listener parses them. */
export interface ClientEvents {
    command: (envelope: unknown, ack: unknown) => void;
    query: (envelope: unknown, ack: unknown) => void;
    resume: (request: unknown, ack: unknown) => void;
    watch: (request: unknown, ack: unknown) => void;
    typing: (request: unknown, ack: unknown) => void;
}
export type ServerEvents = {
    [N in keyof typeof serverEvents]: (payload: z.infer<(typeof serverEvents)[N]>) => void;
};
export interface SocketData {
    readonly caller: SessionCaller;
    /** What they may see, as last read; commands and queries ask anew. */
    viewer: Viewer;
    /** The interaction on screen: told when its journal grows. */
    watching: number | null;
    readonly delivery: StreamDelivery;
}
export type AgentSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
export type AgentNamespace = Namespace<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

export const isAck = (value: unknown): value is Ack => typeof value === 'function';
