import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type pg from 'pg';
import type { Config } from '../config.ts';
import { DatabaseClock } from '../storage/clock.ts';
import { openPool } from '../storage/database.ts';
import { startEmbeddedPostgres } from '../storage/embedded/embedded.ts';
import { migrate } from '../storage/migrate.ts';
import { NotifyBus } from '../storage/notifyBus.ts';
import { Store } from '../storage/transaction.ts';
import { keepTargets } from '../workflows/targets/keepTargets.ts';
import { failpointFrom } from './failpoint.ts';

export interface OpenedStore {
    readonly processId: string;
    readonly pool: pg.Pool;
    readonly clock: DatabaseClock;
    readonly store: Store;
    readonly bus: NotifyBus;
    readonly failpoint: (name: string) => void;
    close(): Promise<void>;
}

/** The database, wherever it is, brought to the newest schema, and what speaks to it. */
export async function openStore(config: Config, log: Logger): Promise<OpenedStore> {
    const embedded =
        config.databaseUrl === null
            ? await startEmbeddedPostgres({
                  dataDirectory: config.dataDirectory,
                  log: {
                      info: (message) => log.info(message),
                      warn: (message) => log.warn(message),
                      error: (message) => log.error(message),
                  },
              })
            : null;
    const connectionString = embedded?.connectionString ?? config.databaseUrl ?? '';
    const applied = await migrate(connectionString);
    if (applied.length > 0) log.info({ applied }, 'database brought up to date');
    const onError = (error: Error): void =>
        log.warn({ error: error.message }, 'a database connection was lost');
    const pool = openPool({ connectionString }, onError);
    const clock = new DatabaseClock(pool);
    await clock.sample();
    const processId = randomUUID();
    const bus = new NotifyBus({ settings: { connectionString }, processId, onError });
    await bus.start();
    const failpoint = failpointFrom(config.failpoint);
    const store = new Store({
        pool,
        clock,
        failpoint,
        beforeCommit: keepTargets,
        onCommit: (signals) => bus.publish(signals),
    });
    return {
        processId,
        pool,
        clock,
        store,
        bus,
        failpoint,
        close: async () => {
            await bus.close();
            await pool.end();
            await embedded?.stop();
        },
    };
}
