import { runLoad } from '../adapter-server/test/load/runLoad.ts';
import { startTestServer } from '../adapter-server/test/databaseServer.ts';

/**
 * `node scripts/long.ts [mails=5000] [agents=200] [processes=3] [kills=0] [seed=…]`: several real servers on one
 * PostgreSQL under load, with everything checked at the end. TEST_DATABASE_URL names a server to use; without it an
 * embedded one is started and removed.
 */
const given = new Map(process.argv.slice(2).map((arg) => arg.split('=', 2) as [string, string | undefined]));
const option = (name: string, usual: number): number => {
    const text = given.get(name);
    given.delete(name);
    const value = text === undefined ? usual : Number(text);
    if (!Number.isInteger(value) || value < 0)
        throw new Error(`${name}: write a number, such as ${name}=${usual}`);
    return value;
};

const own = process.env['TEST_DATABASE_URL'] ? null : await startTestServer();
if (own) process.env['TEST_DATABASE_URL'] = own.url;
try {
    const options = {
        mails: option('mails', 5_000),
        agents: option('agents', 200),
        processes: option('processes', 3),
        kills: option('kills', 0),
        seed: option('seed', Math.floor(Math.random() * 1e9)),
        atOnce: 12,
        thinks: 300,
        limit: 20 * 60_000,
        report: (line: string) => console.log(line),
    };
    if (given.size > 0) throw new Error(`unknown: ${[...given.keys()].join(', ')}`);
    const result = await runLoad(options);
    console.log(JSON.stringify(result, null, 2));
    console.log('everything holds');
    console.log('\n1 passed, 0 failed, 0 skipped');
} catch (error) {
    console.error(error);
    console.log('\n0 passed, 1 failed, 0 skipped');
    process.exitCode = 1;
} finally {
    await own?.stop();
}
