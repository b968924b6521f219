import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { createMailDisplay } from '../channels/email/display/mailDisplay.ts';
import type { Config } from '../config.ts';
import type { CommandHandlers } from '../gateway/commandHandlers.ts';
import { createGateway, type Gateway } from '../gateway/gateway.ts';
import type { MailboxTrials } from '../gateway/queries/queryHandlers.ts';
import type { MailReader } from '../ports/mailReader.ts';
import { shiftConnected } from '../storage/connections.ts';
import { moveClock } from '../storage/clockOffset.ts';
import type { OpenedStore } from './openStore.ts';
import { pagePaths } from './pagePaths.ts';

export interface GatewayComposition {
    readonly config: Config;
    readonly log: Logger;
    readonly opened: OpenedStore;
    readonly demoPages: readonly RequestHandler[];
    readonly commands: CommandHandlers;
    readonly mailboxes: MailboxTrials;
    readonly mailReader: MailReader;
}

export function openGateway({
    config,
    log,
    opened,
    demoPages,
    commands,
    mailboxes,
    mailReader,
}: GatewayComposition): Gateway {
    const { store, pool, processId, bus } = opened;
    return createGateway({
        store,
        log,
        processId,
        commands,
        mailboxes,
        mailReader,
        bus,
        settings: {
            host: config.host,
            port: config.port,
            publicUrl: config.publicUrl,
            demo: config.demo,
            testClock: config.testClock,
            adminToken: config.adminToken,
            salesforceIdentityKey: config.salesforce.identityPublicKey,
            trustProxy: config.trustProxy,
            allowedOrigins: config.allowedOrigins,
        },
        display: createMailDisplay(),
        staticMounts: pagePaths(),
        pages: demoPages,
        health: async () => {
            await pool.query('select 1');
            return { ready: true, checks: { database: 'answers' } };
        },
        // People who are connected stay connected: their sessions and sockets move with the clock.
        moveClock: (by) =>
            store
                .transaction('moveClock', async (tx) => {
                    await moveClock(tx, by);
                    await shiftConnected(tx, by);
                })
                .then(() => opened.clock.sample())
                .then(() => undefined),
    });
}
