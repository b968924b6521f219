import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { minutes } from '../../src/core/duration.ts';
import { beat } from '../../src/storage/connections.ts';
import type { Store } from '../../src/storage/transaction.ts';
import { deliverMail } from '../../src/workflows/deliverMail.ts';
import { checkInvariants } from '../invariants.ts';
import { ContactCenter } from '../runningCenter.ts';

/** A store whose database is away for the next so many notes of what became of a mail. */
function losing(store: Store, times: number): Store {
    let left = times;
    return new Proxy(store, {
        get(target, name) {
            if (name === 'clock') return target.clock;
            if (name !== 'transaction') return Reflect.get(target, name).bind(target);
            return (what: string, work: Parameters<Store['transaction']>[1]) => {
                if (what === 'mailDelivered' && left > 0) {
                    left -= 1;
                    return Promise.reject(new Error('Connection terminated unexpectedly'));
                }
                return target.transaction(what, work);
            };
        },
    });
}

describe('the database goes away while a mail is being sent', () => {
    let center: ContactCenter;
    const sentTo: string[] = [];
    const deliver = (store: Store) =>
        deliverMail({
            store,
            processId: 'first',
            failpoint: () => undefined,
            htmlOf: (text) => text,
            sender: {
                send: async (mail) => {
                    sentTo.push(mail.to[0]?.address ?? '');
                    return { sent: true, response: '250 ok' };
                },
                close: () => Promise.resolve(),
            },
        });

    beforeEach(async () => {
        sentTo.length = 0;
        center = await ContactCenter.open();
        await center.queue('Support');
        await center.arrivesMail({ from: { name: '', address: 'one@customer.example.com' } }, false);
        await center.arrivesMail({ from: { name: '', address: 'two@customer.example.com' } }, false);
        await center.store.transaction('test', (tx) => beat(tx, 'first'));
    });
    afterEach(async () => {
        await checkInvariants(center.pool, center.clock.at);
        await center.close();
    });

    it('what was sent is noted when it is back, and not sent again', async () => {
        await deliver(losing(center.store, 3)).catch(() => undefined);
        center.clock.at += minutes(3);
        await deliver(center.store);
        expect(sentTo.sort()).toEqual(['one@customer.example.com', 'two@customer.example.com']);
    });
});
