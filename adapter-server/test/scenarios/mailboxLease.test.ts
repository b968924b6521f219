import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/core/duration.ts';
import { beat } from '../../src/storage/connections.ts';
import { takeLease } from '../../src/storage/leases.ts';
import { ContactCenter } from '../runningCenter.ts';

const LEASE = seconds(20);

/** "One leaseholder per mailbox": the first is stopped (SIGSTOP), the second takes over, the first goes on. */
describe('a mailbox that two processes fetch', () => {
    let center: ContactCenter;
    let mailboxId: number;
    beforeAll(async () => {
        center = await ContactCenter.open();
        await center.queue('Support');
        const { rows } = await center.pool.query<{ id: number }>(`select id from mailboxes limit 1`);
        mailboxId = rows[0]?.id ?? 0;
    });
    afterAll(() => center.close());

    const lives = (processId: string) => center.store.transaction('test', (tx) => beat(tx, processId));
    const take = (processId: string) =>
        center.store.transaction('test', (tx) =>
            takeLease(tx, 'mailbox', String(mailboxId), processId, LEASE),
        );
    const fetched = (processId: string, token: number, uid: number, contentHash: string) => {
        const parsed = center.mail({ contentHash, subject: contentHash });
        return center.receive.received({
            origin: {
                kind: 'imap',
                mailboxId,
                cursor: { uidValidity: '1', uid },
                lease: { processId, token },
            },
            envelopeFrom: null,
            envelopeTo: ['support@example.com'],
            raw: Buffer.from(contentHash),
            content: { parsed },
        });
    };
    const cursor = async () =>
        (
            await center.pool.query<{ last_uid: number; uid_validity: string }>(
                `select last_uid, uid_validity from mailboxes where id = $1`,
                [mailboxId],
            )
        ).rows[0];
    const stored = async () =>
        (
            await center.pool.query<{ subject: string }>(
                `select subject from messages where direction = 'inbound' order by id`,
            )
        ).rows.map(({ subject }) => subject);

    it('is written by the holder of the newest token alone', async () => {
        await lives('first');
        await lives('second');
        const first = await take('first');
        if (first === null) throw new Error('it was free');
        await fetched('first', first, 1, 'one');
        expect(await take('second')).toBeNull();

        center.clock.at += LEASE;
        await lives('second');
        const second = await take('second');
        if (second === null) throw new Error('the lease has run out');
        expect(second).toBeGreaterThan(first);
        await fetched('second', second, 2, 'two');
        await fetched('second', second, 3, 'three');

        // The first wakes up in the middle of what it had fetched.
        await expect(fetched('first', first, 2, 'two')).rejects.toThrow(/Another process/);
        await expect(fetched('first', first, 9, 'nine')).rejects.toThrow(/Another process/);
        expect(await stored()).toEqual(['one', 'two', 'three']);
        expect(await cursor()).toMatchObject({ last_uid: 3 });
    });

    it('goes back to the first with a newer token, and the old one stays worthless', async () => {
        center.clock.at += LEASE;
        await lives('first');
        const again = await take('first');
        expect(again).not.toBeNull();
        await expect(fetched('second', (again ?? 0) - 1, 4, 'four')).rejects.toThrow(/Another process/);
        await fetched('first', again ?? 0, 4, 'four');
        expect((await stored()).at(-1)).toBe('four');
    });
});
