import { readViewer } from '../../queries/viewer.ts';
import { colleaguesOn, endedSessions, interactionVersions } from '../../queries/live.ts';
import type { Signals } from '../../storage/signals.ts';
import { isTemporary } from '../../workflows/access/auditTrail.ts';
import { logged } from '../logged.ts';
import { FAILURES } from '../replies.ts';
import { admit, type AdmissionParts } from './admission.ts';
import { Heartbeat } from './heartbeat.ts';
import { answerRequests, type RequestParts } from './requests.ts';
import { Snapshots } from './snapshots.ts';
import { StreamDelivery } from './streamDelivery.ts';
import type { AgentNamespace, AgentSocket } from './types.ts';

/** Long enough that the answer to the very command that signed out arrives before the socket closes. */
const LAST_WORDS = 50;

/** What a socket may see is asked anew after so many beats: a report's new queue tells their lead nothing. */
const BEATS_TO_REFRESH = 6;

/** The namespace /agent: who may connect, what they may ask, and what reaches them by itself. */
export class AgentSockets {
    readonly #parts: RequestParts & AdmissionParts;
    readonly #namespace: AgentNamespace;
    readonly #heartbeat: Heartbeat;
    readonly #snapshots: Snapshots;
    #beats = 0;

    constructor(parts: RequestParts & AdmissionParts, namespace: AgentNamespace) {
        this.#parts = parts;
        this.#namespace = namespace;
        this.#heartbeat = new Heartbeat(parts.store, parts.processId, () => this.#review(), this.#report);
        this.#snapshots = new Snapshots(namespace, parts.store, this.#report);
        namespace.use((socket, next) => {
            this.#admit(socket).then(
                (refusal) => next(refusal),
                (error: unknown) => {
                    this.#report(error);
                    next(connectError(isTemporary(error) ? FAILURES.unavailable : FAILURES.failed));
                },
            );
        });
        namespace.on('connection', (socket) => {
            answerRequests(parts, socket);
            socket.on('disconnect', () => this.#heartbeat.closed(socket.id));
            this.#snapshots.signal({ presence: true, counters: true });
        });
    }

    start(): Promise<void> {
        return this.#heartbeat.start();
    }

    /** Every socket's transport is closed, so that its client connects to whichever process takes over. */
    async stop(): Promise<void> {
        this.#snapshots.stop();
        for (const socket of this.#namespace.sockets.values()) socket.conn.close();
        await this.#heartbeat.stop();
    }

    /** From the bus, of whichever process committed. */
    signal(signals: Signals): void {
        for (const socket of this.#namespace.sockets.values()) {
            if (signals.revokedSessions.has(socket.data.caller.sessionId)) this.#signOut(socket, 'revoked');
            else if (signals.streams.has(socket.data.caller.agentId)) socket.data.delivery.wake();
        }
        this.#snapshots.signal(signals);
        if (signals.interactions.size > 0) this.#tellWatchers(signals.interactions).catch(this.#report);
        if (signals.watched.size > 0) this.#tellColleagues(signals.watched).catch(this.#report);
    }

    connectedAgents(): number {
        return new Set([...this.#namespace.sockets.values()].map((socket) => socket.data.caller.agentId))
            .size;
    }

    async #admit(socket: AgentSocket): Promise<Error | undefined> {
        const { store } = this.#parts;
        const admitted = await admit(this.#parts, socket.id, socket.handshake.auth);
        if ('ok' in admitted) return connectError(admitted);
        socket.data = {
            ...admitted,
            watching: null,
            delivery: new StreamDelivery({
                store,
                viewer: admitted.viewer,
                emit: (payload) => socket.emit('stream', payload),
                onGap: () => socket.conn.close(),
                onMeChanged: () => void this.#refresh(socket).catch(this.#report),
                onError: this.#report,
            }),
        };
        // Gone while it was let in: it never becomes a connection, so its end is seen here alone.
        if (socket.conn.readyState === 'open')
            socket.conn.once('close', () => this.#heartbeat.closed(socket.id));
        else this.#heartbeat.closed(socket.id);
        return undefined;
    }

    async #refresh(socket: AgentSocket): Promise<void> {
        const { store } = this.#parts;
        const now = store.clock.now();
        const viewer = await readViewer({ run: store.read.bind(store) }, socket.data.caller, now);
        if (!viewer) return this.#signOut(socket, 'revoked');
        socket.data.viewer = viewer;
        this.#snapshots.signal({ presence: false, counters: true });
    }

    /** With each beat: sessions that ended by time, or whose signal was lost; and streams whose signal was. */
    async #review(): Promise<void> {
        const { store } = this.#parts;
        const sockets = [...this.#namespace.sockets.values()];
        const ids = [...new Set(sockets.map((socket) => socket.data.caller.sessionId))];
        const ended = await endedSessions({ run: store.read.bind(store) }, ids, store.clock.now());
        const over = new Map(ended.map((session) => [session.id, session.revoked]));
        for (const socket of sockets) {
            const revoked = over.get(socket.data.caller.sessionId);
            if (revoked === undefined) socket.data.delivery.wake();
            else this.#signOut(socket, revoked ? 'revoked' : 'expired');
        }
        this.#beats += 1;
        if (this.#beats % BEATS_TO_REFRESH === 0)
            for (const socket of sockets)
                if (!over.has(socket.data.caller.sessionId)) await this.#refresh(socket);
    }

    async #tellWatchers(changed: ReadonlySet<number>): Promise<void> {
        const watchers = [...this.#namespace.sockets.values()].filter(
            ({ data }) => data.watching !== null && changed.has(data.watching),
        );
        const { store } = this.#parts;
        const watched = [...new Set(watchers.map(({ data }) => data.watching ?? 0))];
        for (const { id, journalSeq } of await interactionVersions({ run: store.read.bind(store) }, watched))
            for (const socket of watchers)
                if (socket.data.watching === id)
                    socket.emit('interaction', { interactionId: id, version: journalSeq });
    }

    /** W10: everybody who has it open hears who else has, and who of them types. */
    async #tellColleagues(watched: ReadonlySet<number>): Promise<void> {
        const watchers = [...this.#namespace.sockets.values()].filter(
            ({ data }) => data.watching !== null && watched.has(data.watching),
        );
        const { store } = this.#parts;
        const ids = [...new Set(watchers.map(({ data }) => data.watching ?? 0))];
        const all = await colleaguesOn({ run: store.read.bind(store) }, ids, store.clock.now());
        for (const socket of watchers) {
            const { watching, caller } = socket.data;
            if (watching === null) continue;
            const others = all.filter(
                (one) => one.interactionId === watching && one.agentId !== caller.agentId,
            );
            socket.emit('colleagues', {
                interactionId: watching,
                agents: others.map(({ agentId, name, typing }) => ({ agent: { id: agentId, name }, typing })),
            });
        }
    }

    #signOut(socket: AgentSocket, why: 'revoked' | 'expired'): void {
        socket.emit('signedOut', {
            reason: why === 'expired' ? 'Your session has ended.' : 'You were signed out.',
        });
        setTimeout(() => socket.disconnect(true), LAST_WORDS).unref();
    }

    readonly #report = (error: unknown): void => {
        const level = isTemporary(error) ? 'warn' : 'error';
        this.#parts.log[level]({ err: logged(error) }, 'socket work failed');
    };
}

/** socket.io hands `data` to the client's connect_error. */
const connectError = (reply: (typeof FAILURES)[keyof typeof FAILURES] | { message: string }): Error =>
    Object.assign(new Error(reply.message), { data: reply });
