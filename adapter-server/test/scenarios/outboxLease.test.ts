import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/core/duration.ts';
import type { SendOutcome } from '../../src/ports/mail.ts';
import { beat } from '../../src/storage/connections.ts';
import { claimOutbox } from '../../src/storage/outbox.ts';
import { deliverMail } from '../../src/workflows/deliverMail.ts';
import { checkInvariants } from '../invariants.ts';
import { ContactCenter } from '../runningCenter.ts';

describe('a mail that one process is sending', () => {
    let center: ContactCenter;
    let hangUp: (outcome: SendOutcome) => void;
    let first: Promise<number>;
    const sentBy: string[] = [];
    const delivers = (processId: string, send: () => Promise<SendOutcome>, renewEvery?: number) =>
        deliverMail({
            ...(renewEvery === undefined ? {} : { renewEvery }),
            store: center.store,
            processId,
            failpoint: () => undefined,
            htmlOf: (text) => text,
            sender: {
                send: () => {
                    sentBy.push(processId);
                    return send();
                },
                close: () => Promise.resolve(),
            },
        });
    const other = () => delivers('other', () => Promise.resolve({ sent: true, response: 'ok' }));
    const lives = (processId: string) => center.store.transaction('test', (tx) => beat(tx, processId));

    /** An acknowledgement is being sent by the first process, whose mail server does not answer. */
    beforeEach(async () => {
        center = await ContactCenter.open();
        await center.queue('Support');
        await center.arrivesMail({}, false);
        sentBy.length = 0;
        await lives('first');
        await new Promise<void>((called) => {
            first = delivers('first', () => {
                called();
                return new Promise((resolve) => (hangUp = resolve));
            });
        });
    });
    afterEach(async () => {
        hangUp({ sent: true, response: 'ok' });
        await first;
        await checkInvariants(center.pool, center.clock.at);
        await center.close();
    });

    it('is not sent by another, until the first has had it for two minutes', async () => {
        expect(await other()).toBe(0);
        center.clock.at += minutes(2) - 1;
        await lives('first');
        expect(await other()).toBe(0);
        center.clock.at += 1;
        await lives('first');
        expect(await other()).toBe(1);
        expect(sentBy).toEqual(['first', 'other']);
    });

    it('stays its own where the whole machine stood still, the one that asks as well', async () => {
        await lives('other');
        center.clock.at += seconds(30);
        expect(await other()).toBe(0);
        // The first to beat again finds the others silent who are about to.
        await lives('other');
        expect(await other()).toBe(0);
        center.clock.at += seconds(4);
        await lives('first');
        center.clock.at += seconds(1);
        await lives('other');
        expect(await other()).toBe(0);
    });

    it('is taken over from one that stays silent when the database is back', async () => {
        await lives('other');
        center.clock.at += seconds(30);
        for (const _beat of [0, 5]) {
            await lives('other');
            expect(await other()).toBe(0);
            center.clock.at += seconds(5);
        }
        await lives('other');
        expect(await other()).toBe(1);
    });

    it('stays its own for as long as it is at it, and not once it is silent', async () => {
        hangUp({ sent: false, permanent: false, code: '451', text: 'later' });
        await first;
        center.clock.at += seconds(10);
        await lives('slow');
        await new Promise<void>((called) => {
            first = delivers(
                'slow',
                () => {
                    called();
                    return new Promise((resolve) => (hangUp = resolve));
                },
                5,
            );
        });
        const leasedUntil = async () =>
            (
                await center.pool.query<{ leased_until: number }>(
                    `select leased_until from outbox where leased_by = 'slow'`,
                )
            ).rows[0]?.leased_until;
        // Each time beyond the lease that it had before.
        for (let turn = 0; turn < 3; turn += 1) {
            center.clock.at += minutes(2) - 1;
            await lives('slow');
            while ((await leasedUntil()) !== center.clock.at + minutes(2)) await new Promise(setImmediate);
            expect(await other()).toBe(0);
        }
        expect(sentBy).toEqual(['first', 'slow']);
        center.clock.at += seconds(10);
        // Not just while its row is locked because the lease is being renewed.
        while ((await other()) === 0);
        expect(sentBy).toEqual(['first', 'slow', 'other']);
    });

    it('waits no longer after a refusal because processes that had it were killed', async () => {
        const killed = async (processId: string) => {
            center.clock.at += seconds(10);
            await lives(processId);
            await center.store.transaction('test', (tx) => claimOutbox(tx, processId, minutes(2), 1));
        };
        for (const processId of ['second', 'third', 'fourth']) await killed(processId);
        center.clock.at += seconds(10);
        const refused = { sent: false, permanent: false, code: '451', text: 'Not just now' } as const;
        expect(await delivers('fifth', () => Promise.resolve(refused))).toBe(1);
        const { rows } = await center.pool.query(
            `select kind from journal where kind = 'send_delayed' order by seq`,
        );
        expect(rows).toHaveLength(1);
        // Ten seconds after the first refusal, twenty after the second.
        center.clock.at += seconds(10);
        expect(await delivers('fifth', () => Promise.resolve(refused))).toBe(1);
        center.clock.at += seconds(20) - 1;
        expect(await other()).toBe(0);
        center.clock.at += 1;
        expect(await other()).toBe(1);
    });

    it('is taken over after ten seconds without a sign of life of the first', async () => {
        center.clock.at += seconds(10) - 1;
        expect(await other()).toBe(0);
        center.clock.at += 1;
        expect(await other()).toBe(1);
    });
});
