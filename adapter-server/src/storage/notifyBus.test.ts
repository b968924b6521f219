import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openTestDatabase, withDatabase, type TestDatabase } from '../../test/database.ts';
import { NotifyBus } from './notifyBus.ts';
import { noSignals } from './signals.ts';

describe('the bus loses its connection', () => {
    let database: TestDatabase;
    let outside: pg.Client;
    beforeAll(async () => {
        database = await openTestDatabase({ max: 1 });
        outside = new pg.Client({ connectionString: withDatabase(database.url, 'postgres') });
        await outside.connect();
    });
    afterAll(async () => {
        await outside.end();
        await database.drop();
    });

    const name = () => new URL(database.url).pathname.slice(1);
    const listening = async (): Promise<number> => {
        const { rowCount } = await outside.query(
            `select 1 from pg_stat_activity where datname = $1 and query = 'listen patchbay'`,
            [name()],
        );
        return rowCount ?? 0;
    };

    it('and has one again, however often it was refused meanwhile', async () => {
        let failures = 0;
        let wakened = 0;
        const bus = new NotifyBus({
            settings: { connectionString: database.url },
            processId: 'one',
            onError: () => (failures += 1),
        });
        await bus.start();
        bus.subscribe((signals) => (wakened += signals.everything ? 1 : 0));
        try {
            await outside.query(`alter database ${name()} allow_connections false`);
            await outside.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [
                name(),
            ]);
            // The first is the broken connection itself; the others are refusals, half a second apart.
            while (failures < 5) await pause(20);
            await outside.query(`alter database ${name()} allow_connections true`);
            while (wakened === 0) await pause(20);
            const once = await listening();
            // A doubled try would have joined by now.
            await pause(700);
            expect([once, await listening(), wakened]).toEqual([1, 1, 1]);

            const heard: number[] = [];
            const other = new NotifyBus({
                settings: { connectionString: database.url },
                processId: 'two',
                onError: () => undefined,
            });
            await other.start();
            bus.subscribe((signals) => heard.push(...signals.queues));
            other.publish({ ...noSignals(), queues: new Set([7]) });
            while (heard.length === 0) await pause(10);
            expect(heard).toEqual([7]);
            await other.close();
        } finally {
            await bus.close();
        }
        while ((await listening()) > 0) await pause(20);
    });
});
