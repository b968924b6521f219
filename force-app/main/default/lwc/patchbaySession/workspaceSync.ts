import type {
    QueryArgs,
    QueryName,
    QueryResult,
    Reply,
    ServerEventName,
    ServerEvents,
} from 'c/patchbayProtocol';
import { checkServerEvent } from 'c/patchbayProtocol';
import { emitAndWait } from './ask';
import { createEventStream } from './eventStream';
import { applyEvent, fromWorkspace, needsOf, type Live, type Needs } from './liveState';
import type { AgentSocket, SessionClock } from './sessionTypes';
import type { Store } from './store';
import type { Watches } from './watches';

/** Several events often come together: one read answers them all. */
export const REFETCH_AFTER = 50;
/** Pause before the workspace is asked for again where the server did not give it. */
export const RELOAD_AFTER = 1_000;
const LIST_LIMIT = 200;
/** A laptop slept, or its clock was set: from here on what the server says of the time counts. */
export const CLOCK_TOLERANCE = 2_000;
const MEASURE_EVERY = 60_000;

interface Dependencies {
    socket: AgentSocket;
    store: Store;
    watches: Watches;
    clock: SessionClock;
    log(message: string): void;
    query<N extends QueryName>(name: N, args: QueryArgs<N>): Promise<Reply<QueryResult<N>>>;
    /** The workspace of this connection is complete. */
    onLoaded(): void;
    /** The server refuses the workspace for good. */
    onRefused(reply: Extract<Reply<never>, { ok: false }>): void;
}

/** Keeps the state equal to the server's over one connected socket: a snapshot first, then each event after it. */
export interface WorkspaceSync {
    load(): Promise<void>;
    receive<E extends ServerEventName>(name: E, payload: unknown): void;
    /** The connection is gone: answers that still come are those of a past. */
    pause(): void;
}

export function createWorkspaceSync(dependencies: Dependencies): WorkspaceSync {
    const { socket, store, watches, clock, log, query, onLoaded, onRefused } = dependencies;
    const stream = createEventStream();
    /** Raised by each load and each loss of the connection, so that only the newest answer counts. */
    let generation = 0;
    let versions = { presence: -1, counters: -1 };
    /** No new measurement of the clock for snapshots before this. */
    let measured = 0;
    let cancelRefetch: (() => void) | null = null;
    let needed: Needs = { lists: false, workspace: false };

    async function load(): Promise<void> {
        const mine = (generation += 1);
        const askedAt = clock.now();
        const reply = await query('loadWorkspace', {});
        if (mine !== generation) return;
        if (!reply.ok) {
            if (reply.code === 'unavailable' || reply.code === 'failed') retryLoad(mine);
            else onRefused(reply);
            return;
        }
        const { serverNow, streamHead } = reply.value;
        const serverOffset = Math.round(serverNow - (askedAt + clock.now()) / 2);
        const live = stream.restart(streamHead).reduce<Live>(applyEvent, fromWorkspace(reply.value));
        store.change({ ...live, serverOffset });
        const resumed = (await emitAndWait({ clock }, socket, 'resume', { after: stream.head })) as
            { ok?: unknown } | undefined;
        if (mine !== generation) return;
        if (resumed?.ok !== true || stream.replayed()) {
            log('the stream could not be resumed; loading afresh');
            retryLoad(mine);
            return;
        }
        onLoaded();
        watches.changed();
    }

    function retryLoad(mine: number): void {
        clock.after(RELOAD_AFTER, () => {
            if (mine === generation) void load();
        });
    }

    function reload(reason: string): void {
        log(reason);
        void load();
    }

    function refetchSoon(needs: Needs): void {
        needed = { lists: needed.lists || needs.lists, workspace: needed.workspace || needs.workspace };
        if (!needed.lists && !needed.workspace) return;
        cancelRefetch ??= clock.after(REFETCH_AFTER, () => {
            const { workspace } = needed;
            cancelRefetch = null;
            needed = { lists: false, workspace: false };
            void (workspace ? load() : loadLists());
        });
    }

    async function loadLists(): Promise<void> {
        const mine = generation;
        const [own, held] = await Promise.all([
            query('listInteractions', { list: 'mine', limit: LIST_LIMIT }),
            query('listInteractions', { list: 'held_for_me', limit: LIST_LIMIT }),
        ]);
        if (mine !== generation) return;
        if (own.ok && held.ok) store.change({ mine: own.value.items, heldForMe: held.value.items });
        else reload('the lists could not be read; loading afresh');
    }

    /** The server's clock has shown `at` already: it is at least as late as that. */
    function notBefore(at: number): void {
        const { serverOffset } = store.state;
        if (at - (clock.now() + serverOffset) > CLOCK_TOLERANCE)
            store.change({ serverOffset: at - clock.now() });
    }

    /** Snapshots are numbered by the time they were read at, so that they also tell when this clock is ahead. */
    function readAt(at: number): void {
        const { serverOffset } = store.state;
        notBefore(at);
        const ahead = clock.now() + serverOffset - at;
        if (ahead <= CLOCK_TOLERANCE || measured >= at) return;
        // Or only the network is slow; a new measurement knows, and one a minute is enough.
        measured = at + MEASURE_EVERY;
        reload('this clock is ahead of the server; loading afresh');
    }

    function receiveStream({ events }: ServerEvents['stream']): void {
        const received = stream.receive(events);
        received.events.forEach(({ at }) => notBefore(at));
        const state = received.events.reduce(applyEvent, store.state);
        store.change({ offers: state.offers, notifications: state.notifications });
        for (const event of received.events) {
            refetchSoon(needsOf(event));
            if (event.kind === 'interaction_changed') watches.changed(event.interactionId);
        }
        if (received.gap) reload('events are missing from the stream; loading afresh');
    }

    const handlers: { [E in ServerEventName]?: (message: ServerEvents[E]) => void } = {
        stream: receiveStream,
        presence({ version, agents }) {
            if (version <= versions.presence) return;
            versions = { ...versions, presence: version };
            readAt(version);
            store.change({ presence: agents });
        },
        counters({ version, queues, spamVersion = 0 }) {
            if (version <= versions.counters) return;
            versions = { ...versions, counters: version };
            readAt(version);
            store.change({ queues, spamVersion });
        },
        interaction: ({ interactionId }) => watches.changed(interactionId),
        colleagues: (colleagues) => store.change({ colleagues }),
    };

    return {
        load,
        receive(name, payload) {
            const checked = checkServerEvent(name, payload);
            if (checked.valid) handlers[name]?.(checked.value);
            else reload(`unreadable event: ${checked.problem}`);
        },
        pause() {
            generation += 1;
            cancelRefetch?.();
            cancelRefetch = null;
            needed = { lists: false, workspace: false };
            // Another process of the server may count its snapshots otherwise.
            versions = { presence: -1, counters: -1 };
        },
    };
}
