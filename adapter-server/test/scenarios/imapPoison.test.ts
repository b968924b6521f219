import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from '@jest/globals';
import { createMailParser } from '../../src/channels/email/parsing/parseMail.ts';
import { comesToRest } from '../agentWork.ts';
import { startDovecot } from '../dovecot.ts';
import { delivers, fetchedInto, takenIn } from '../imapIntoCenter.ts';
import { ContactCenter } from '../runningCenter.ts';

const dovecot = await startDovecot();
const PARSER = new URL('../../src/channels/email/parsing/parseWorker.ts', import.meta.url).href;
/** The real parser's thread, but for a mail that it would never come to an end with. */
const WORKER = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ raw }) => {
        if (Buffer.from(raw).includes('poison')) for (;;);
    });
    await import('${PARSER}');`;

if ('unavailable' in dovecot) {
    it('is tested wherever Dovecot is required', () =>
        expect(process.env['REQUIRE_DOVECOT']).toBeUndefined());
} else {
    afterAll(() => dovecot.stop());

    it('E1: a mail that the parser does not come to an end with is quarantined, and those around it are taken', async () => {
        const folder = await mkdtemp(join(tmpdir(), 'patchbay-poison-'));
        await writeFile(join(folder, 'worker.mjs'), WORKER);
        const workerFile = pathToFileURL(join(folder, 'worker.mjs'));
        const parser = createMailParser({ workers: 2, workerFile });
        const center = await ContactCenter.open();
        const subjects = ['good 1', 'good 2', 'poison', 'good 3', 'poison, too', 'good 4', 'good 5'];
        await delivers(dovecot, 'desk', subjects);
        const { id, states, open } = await fetchedInto(center, dovecot, {
            queueId: await center.queue('Support'),
            user: 'desk',
            parseMail: parser.parseMail,
            // Enough for a thread that has just been started, on a busy machine.
            timing: { parse: 5_000 },
        });
        const mailbox = open();
        try {
            mailbox.start();
            expect(await takenIn(center, 5)).toEqual(
                subjects.filter((subject) => subject.startsWith('good')),
            );
            const { rows: kept } = await center.pool.query<{ reason: string; mailbox: number }>(
                `select reason, (origin ->> 'mailboxId')::int as mailbox from quarantine order by id`,
            );
            const quarantined = { reason: 'Parsing took longer than 5000 ms.', mailbox: id };
            expect(kept).toEqual([quarantined, quarantined]);
            // All of it over one connection, and nothing of it is fetched again.
            expect(states).toEqual(['connecting', 'connected']);
            const { rows: at } = await center.pool.query(`select last_uid from mailboxes where id = $1`, [
                id,
            ]);
            expect(at).toEqual([{ last_uid: subjects.length }]);
        } finally {
            await mailbox.stop();
            await parser.close();
            await center.settle();
            await comesToRest(center);
            await center.close();
            await rm(folder, { recursive: true });
        }
    }, 60_000);
}
