import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../database.ts';
import { chaosOptions } from './options.ts';
import { usePostgres } from './postgres.ts';

describe('what a chaos run is asked for', () => {
    it('is the embedded store and 30 kills where nothing is said', () => {
        expect(chaosOptions([], { DATABASE_URL: 'postgresql://somebody/elses' })).toMatchObject({
            ...{ store: 'embedded', processes: 1, kills: 30, databaseUrl: null, report: null, json: false },
        });
    });
    it('is a server with three processes, and DATABASE_URL only then', () => {
        expect(
            chaosOptions(['--store', 'server', '--kills', '200', '--seed', '7', '--every', '2'], {
                DATABASE_URL: 'postgresql://localhost/empty',
            }),
        ).toMatchObject({
            ...{ store: 'server', processes: 3, kills: 200, seed: 7, every: 2_000 },
            databaseUrl: 'postgresql://localhost/empty',
        });
    });
    it.each([
        [['--store', 'mysql'], /embedded/],
        [['--kills', 'many'], /--kills: write a whole number/],
        [['--kills', '-1'], /--kills/],
        [['--processes', '2'], /--store server/],
        [['--kils', '3'], /kils/],
    ])('says what to write instead of %j', (args, said) => {
        expect(() => chaosOptions(args, {})).toThrow(said);
    });
});

describe("somebody's database", () => {
    let database: TestDatabase;
    beforeAll(async () => {
        database = await openTestDatabase({ max: 1 });
    });
    afterAll(() => database.drop());

    it('is refused where it is not empty', async () => {
        await expect(usePostgres(database.url)).rejects.toThrow(/not empty \(\d+ tables\)/);
    });
    it('is taken where it is, and its connections are cut instead of killing it', async () => {
        await database.pool.query('drop schema public cascade');
        await database.pool.query('create schema public');
        const taken = await usePostgres(database.url);
        const client = await database.pool.connect();
        const cut = new Promise((resolve) => client.on('error', resolve));
        expect(await taken.kill()).toBe('all connections');
        await expect(cut).resolves.toBeInstanceOf(Error);
        client.release(true);
    });
});
