import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import type { Duration } from '../core/duration.ts';
import type { Signals } from '../storage/signals.ts';
import type { Store } from '../storage/transaction.ts';
import { downloadSecret, leave } from '../workflows/access/processLife.ts';
import { identityVerifier } from './authentication/identityToken.ts';
import { SignIn } from './authentication/signIn.ts';
import type { CommandHandlers } from './commandHandlers.ts';
import { createApp, type StaticMount } from './http/app.ts';
import type { Health } from './http/operationsRoutes.ts';
import { originCheck } from './http/origins.ts';
import { logged } from './logged.ts';
import { createMetrics } from './metrics/metrics.ts';
import type { MailDisplay } from './presenters/presenting.ts';
import type { MailReader } from '../ports/mailReader.ts';
import type { MailboxTrials } from './queries/queryHandlers.ts';
import { assertSafe, type GatewaySettings } from './settings.ts';
import { AgentSockets } from './socket/agentNamespace.ts';
import { ticketFor } from './tickets.ts';

export interface GatewayParts {
    readonly store: Store;
    readonly log: Logger;
    readonly processId: string;
    readonly settings: GatewaySettings;
    readonly commands: CommandHandlers;
    /** Tells of every commit, of whichever process. */
    readonly bus: { subscribe(listener: (signals: Signals) => void): void };
    readonly display: MailDisplay;
    readonly mailboxes: MailboxTrials;
    readonly mailReader: MailReader;
    readonly staticMounts: readonly StaticMount[];
    readonly pages?: readonly RequestHandler[];
    readonly health: () => Promise<Health>;
    /** Where settings.testClock: moves the demo's clock ahead. */
    readonly moveClock?: (by: Duration) => Promise<void>;
}

export interface Gateway {
    listen(): Promise<{ port: number }>;
    /** Takes no more commands and no more sockets, is not ready, and sends clients to another process. */
    drain(): Promise<void>;
    close(): Promise<void>;
    connectedAgents(): number;
    observeTimerLateness(ms: number): void;
}

/** What requests that are under way have left when the server closes. */
const LAST_REQUESTS_MS = 1_000;

/** A mail body of a million characters, each of which may take four bytes. */
const LARGEST_PACKET = 6_000_000;

/** HTTP and socket.io for agents on one port. Throws at once where the settings are unsafe or the identity key is none. */
export function createGateway(parts: GatewayParts): Gateway {
    const { store, settings, processId } = parts;
    assertSafe(settings);
    const log = parts.log.child({ part: 'gateway' });
    const key = settings.salesforceIdentityKey;
    const signIn = new SignIn(store, key === null ? null : identityVerifier(key));
    const originAllowed = originCheck(settings);
    let draining = false;
    let address = settings.publicUrl ?? '';
    let secret: Buffer = Buffer.alloc(0);
    const isDraining = (): boolean => draining;
    const metrics = createMetrics(store, () => sockets.connectedAgents());
    const requests = {
        ...parts,
        log,
        isDraining,
        observeCommand: metrics.observeCommand,
        observeQuery: metrics.observeQuery,
        inlineUrl: (id: number) =>
            `${address}/api/v1/attachments/${id}?inline&ticket=${ticketFor(secret, id, store.clock.now())}`,
    };
    const app = createApp({
        ...requests,
        metrics,
        signIn,
        originAllowed,
        ticketSecret: () => secret,
        publicUrl: () => address,
        pages: parts.pages ?? [],
        moveClock: parts.moveClock ?? null,
    });
    const http = createServer(app);
    const io = new Server(http, {
        transports: ['websocket'],
        perMessageDeflate: false,
        serveClient: false,
        maxHttpBufferSize: LARGEST_PACKET,
        allowRequest: (request, decide) => decide(null, originAllowed(request)),
    });
    const sockets = new AgentSockets(requests, io.of('/agent'));
    parts.bus.subscribe((signals) => sockets.signal(signals));

    return {
        async listen() {
            secret = await store.transaction('downloadSecret', downloadSecret);
            await sockets.start();
            await new Promise<void>((resolve, reject) => {
                http.once('error', reject);
                http.listen(settings.port, settings.host, resolve);
            });
            const { port } = http.address() as AddressInfo;
            const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
            address = settings.publicUrl?.replace(/\/+$/, '') ?? `http://${host}:${port}`;
            return { port };
        },
        async drain() {
            draining = true;
            await sockets.stop();
        },
        async close() {
            draining = true;
            await sockets.stop();
            await store
                .transaction('leave', (tx) => leave(tx, processId))
                .catch((error: unknown) => log.warn({ err: logged(error) }, 'could not say goodbye'));
            // Without a limit, one client that sends slowly would hold up all that is closed behind this.
            const cut = setTimeout(() => http.closeAllConnections(), LAST_REQUESTS_MS);
            await io.close();
            clearTimeout(cut);
        },
        connectedAgents: () => sockets.connectedAgents(),
        observeTimerLateness: metrics.observeTimerLateness,
    };
}
