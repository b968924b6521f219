import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase } from '../../test/database.ts';
import type { TestDatabase } from '../../test/database.ts';
import { migrate } from './migrate.ts';

describe('migrate', () => {
    let database: TestDatabase;
    let directory: string;
    const write = (name: string, sql: string): void => writeFileSync(join(directory, name), sql);

    beforeEach(async () => {
        database = await openTestDatabase();
        await database.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
        directory = mkdtempSync(join(tmpdir(), 'patchbay-migrations-'));
        write('0001_initial.sql', 'CREATE TABLE place (name text);\nCREATE INDEX ON place (name);');
        write('0002_add_size.sql', '-- several statements; and {braces}\nALTER TABLE place ADD size int;');
        write('README.md', 'not a migration');
    });
    afterEach(async () => {
        await database.drop();
        rmSync(directory, { recursive: true });
    });

    it('applies each file once, in the order of the numbers', async () => {
        write('0010_tenth.sql', "INSERT INTO place VALUES ('here', 1);");
        expect(await migrate(database.url, directory)).toEqual([
            '0001_initial',
            '0002_add_size',
            '0010_tenth',
        ]);
        expect(await migrate(database.url, directory)).toEqual([]);
        expect((await database.pool.query('SELECT * FROM place')).rows).toEqual([{ name: 'here', size: 1 }]);
    });

    it('lets several processes start at once: one works, the others wait for it', async () => {
        const all = await Promise.all(Array.from({ length: 5 }, () => migrate(database.url, directory)));
        expect(all.flat().sort()).toEqual(['0001_initial', '0002_add_size']);
    });

    it('takes back all of a file that fails, keeps those before it, and says why', async () => {
        write('0003_broken.sql', 'CREATE TABLE half (n int);\nALTER TABLE nowhere ADD size int;');
        await expect(migrate(database.url, directory)).rejects.toThrow(/nowhere/);
        await expect(database.pool.query('SELECT * FROM half')).rejects.toThrow(/does not exist/);
        expect((await database.pool.query('SELECT name, size FROM place')).rowCount).toBe(0);
    });

    it('leaves a schema alone that a newer release has migrated', async () => {
        await migrate(database.url, directory);
        rmSync(join(directory, '0002_add_size.sql'));
        expect(await migrate(database.url, directory)).toEqual([]);
    });

    it('refuses a number slipped in before one already applied', async () => {
        await migrate(database.url, directory);
        write('0001_zebra.sql', 'SELECT 1');
        await expect(migrate(database.url, directory)).rejects.toThrow(/0001_zebra/);
    });
});
