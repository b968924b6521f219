import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectImap } from '../../src/channels/email/imap/connectImap.ts';
import { mailsAfter } from '../../src/channels/email/imap/fetchMail.ts';
import { IMAP_TIMING } from '../../src/channels/email/imap/imapConfig.ts';
import { createMailParser } from '../../src/channels/email/parsing/parseMail.ts';
import { startDovecot } from '../dovecot.ts';
import { delivers, fetchedInto, imapAccount, takenIn } from '../imapIntoCenter.ts';
import { ContactCenter } from '../runningCenter.ts';

const dovecot = await startDovecot();

if ('unavailable' in dovecot) {
    it('is tested wherever Dovecot is required', () =>
        expect(process.env['REQUIRE_DOVECOT']).toBeUndefined());
} else {
    describe('E1: at a server that tells of each change of a flag (CONDSTORE)', () => {
        let center: ContactCenter;
        const parser = createMailParser({ workers: 1 });
        beforeAll(async () => {
            center = await ContactCenter.open();
        });
        afterAll(async () => {
            await parser.close();
            await center.close();
            await dovecot.stop();
        });

        it('what a human reads or stars is neither fetched again nor missed, while it idles and after it was away', async () => {
            await delivers(dovecot, 'desk', ['first']);
            const { states, open } = await fetchedInto(center, dovecot, {
                queueId: await center.queue('Support'),
                user: 'desk',
                parseMail: parser.parseMail,
            });
            const mailbox = open();
            mailbox.start();
            await takenIn(center, 1);

            const human = await connectImap(imapAccount(dovecot, 'desk'), IMAP_TIMING);
            expect(human.enabled.has('CONDSTORE')).toBe(true);
            const before = (await human.mailboxOpen('INBOX')).highestModseq ?? 0n;
            await human.messageFlagsAdd('1', ['\\Seen', '\\Flagged']);
            await human.noop();
            const highest = human.mailbox === false ? 0n : (human.mailbox.highestModseq ?? 0n);
            expect(highest).toBeGreaterThan(before);
            // By MODSEQ the old mail is among the changed ones; by UID nothing is new.
            const changed = await human.fetchAll('1:*', { uid: true }, { uid: true, changedSince: before });
            expect(changed.map(({ uid }) => uid)).toEqual([1]);
            expect(await mailsAfter(human, 1)).toEqual([]);

            await delivers(dovecot, 'desk', ['second']);
            expect(await takenIn(center, 2)).toEqual(['first', 'second']);
            await mailbox.stop();
            await human.messageFlagsRemove('1:*', ['\\Seen', '\\Flagged']);
            await human.logout();
            await delivers(dovecot, 'desk', ['third']);
            const again = open();
            again.start();
            expect(await takenIn(center, 3)).toEqual(['first', 'second', 'third']);
            await again.stop();
            expect(states).toEqual([
                ...['connecting', 'connected', 'stopped'],
                ...['connecting', 'connected', 'stopped'],
            ]);
            const { rows } = await center.pool.query(
                `select count(*)::int as n from messages where direction = 'inbound'`,
            );
            expect(rows).toEqual([{ n: 3 }]);
        }, 60_000);
    });
}
