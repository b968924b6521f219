import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase } from './database.ts';
import type { TestDatabase } from './database.ts';

describe('a database per test file', () => {
    let one: TestDatabase;
    let other: TestDatabase;
    beforeAll(async () => {
        [one, other] = await Promise.all([openTestDatabase(), openTestDatabase()]);
    });
    afterAll(async () => {
        await Promise.all([one.drop(), other.drop()]);
    });

    it('has the newest schema', async () => {
        const { rows } = await one.pool.query<{ count: number }>('SELECT count(*)::int FROM migration');
        expect(rows[0]?.count).toBeGreaterThan(0);
    });

    it('shares nothing with the next', async () => {
        await one.pool.query('CREATE TABLE mine (n int)');
        await expect(other.pool.query('SELECT * FROM mine')).rejects.toThrow(/does not exist/);
    });

    it('is gone once dropped', async () => {
        const third = await openTestDatabase();
        const name = new URL(third.url).pathname.slice(1);
        await third.drop();
        const { rowCount } = await one.pool.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
        expect(rowCount).toBe(0);
    });
});
