import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, minutes, seconds } from '../../src/core/duration.ts';
import { acceptOffer } from '../../src/workflows/acceptOffer.ts';
import { setPending } from '../../src/workflows/changeInteractionStatus.ts';
import { sweepRouting } from '../../src/workflows/drainWoken.ts';
import { declineOffer } from '../../src/workflows/endRingingOffer.ts';
import {
    answeredThread,
    comesToRest,
    dismiss,
    pause,
    reply,
    resume,
    sendReplyWorkflow,
} from '../agentWork.ts';
import { checkInvariants } from '../invariants.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

class Killed extends Error {}

/**
 * The process dies at a named place, before or after a commit, and what it was asked to do is asked again: a mail
 * server sends again, a browser repeats its command, the loops of the next process look again.
 */
describe('whatever crashes when, nothing is lost and nothing is done twice', () => {
    let center: ContactCenter;
    let ana: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        const support = await center.queue('Support');
        ana = await center.agent('Ana', [support]);
        await center.arrives(ana);
    });
    afterEach(() => center.close());

    /** Dies once at the place; `again` is then done from the start. Answers whether the place was come to. */
    async function dyingAt(place: string, step: () => Promise<unknown>): Promise<boolean> {
        let died = false;
        center.failpoint = (name) => {
            if (died || name !== place) return;
            died = true;
            throw new Killed(place);
        };
        await step().catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error;
        });
        await checkInvariants(center.pool, center.clock.at);
        if (died) {
            // The next process: it has heard no signal, and it waits until the dead one's claims are void.
            await center.advance(minutes(2) + 1);
            await step();
        }
        await sweepRouting(center.store);
        await comesToRest(center);
        return died;
    }
    const sent = (automatic: boolean) => center.sent.filter((mail) => mail.automatic === automatic).length;
    const messages = async (direction: string) =>
        (
            await center.pool.query<{ n: number }>(
                `select count(*)::int as n from messages where direction = $1 and kind = 'message'`,
                [direction],
            )
        ).rows[0]?.n;
    const outcome = async (offerId: number) =>
        (await center.pool.query<{ outcome: string }>(`select outcome from offers where id = $1`, [offerId]))
            .rows[0]?.outcome;
    const newestOffer = async () =>
        (await center.pool.query<{ id: number }>(`select max(id) as id from offers`)).rows[0]?.id ?? 0;

    describe.each(['before-commit', 'after-commit'])('%s', (when) => {
        it.each(['receiveEmail', 'claimMail', 'mailDelivered'])('a mail arrives: %s', async (name) => {
            const mail = { messageId: '<once@customer.example.com>', contentHash: 'once' };
            // What the queue offers may ring out while the next process is waited for.
            expect(await dyingAt(`${name}:${when}`, () => center.arrivesMail(mail))).toBe(true);
            expect(await messages('inbound')).toBe(1);
            const twice = name === 'mailDelivered' && when === 'before-commit' ? 2 : 1;
            expect(sent(true)).toBe(twice);
            if (twice === 2) expect(center.sent[0]?.messageId).toBe(center.sent[1]?.messageId);
        });

        it('an agent comes back to what waits in the queue: drainQueue', async () => {
            await pause(center, ana);
            const id = await center.thread();
            expect(await newestOffer()).toBe(0);
            expect(await dyingAt(`drainQueue:${when}`, () => resume(center, ana))).toBe(true);
            const { rows } = await center.pool.query('select distinct interaction_id from offers');
            expect(rows).toEqual([{ interaction_id: id }]);
        });

        it.each(['sendReply', 'claimMail', 'mailDelivered'])('an agent answers: %s', async (name) => {
            const id = await center.thread();
            await center.accept(ana);
            let first = true;
            const command = `command:sendReply`;
            // The gateway's duplicate check in small: what was committed is not done again.
            const done = async () => first || (await messages('outbound')) === 0;
            const step = async () => {
                if (!(await done())) return center.settle();
                first = false;
                const args = { interactionId: id, text: 'Hello', cc: [], uploads: [] };
                await center.store.transaction(name === 'sendReply' ? command : 'test', (tx) =>
                    sendReplyWorkflow(tx, ana.actor, args),
                );
                await center.settle();
            };
            const place = name === 'sendReply' ? command : name;
            expect(await dyingAt(`${place}:${when}`, step)).toBe(true);
            expect(await messages('outbound')).toBe(1);
            expect(sent(false)).toBe(name === 'mailDelivered' && when === 'before-commit' ? 2 : 1);
            expect(await center.interaction(id)).toMatchObject({
                original_agent_id: ana.id,
                waiting_since: null,
            });
        });

        it('an offer is accepted', async () => {
            await center.thread();
            const offerId = await newestOffer();
            const accept = () => center.run('accept', (tx) => acceptOffer(tx, ana.actor, { offerId }));
            center.failpoint = () => undefined;
            await dyingAtOnce(`accept:${when}`, accept);
            expect(await outcome(offerId)).toBe('accepted');
            await comesToRest(center);
        });

        it('an offer is declined', async () => {
            const id = await center.thread();
            const offerId = await newestOffer();
            const declines = () => center.run('decline', (tx) => declineOffer(tx, ana.actor, { offerId }));
            await dyingAtOnce(`decline:${when}`, declines);
            expect(await outcome(offerId)).toBe('declined');
            expect((await center.interaction(id)).routing_state).toBe('queued');
            await comesToRest(center);
        });

        it('an offer is missed', async () => {
            const id = await center.thread();
            await dyingAt(`fireTimer:offer_expiry:${when}`, () => center.advance(seconds(60)));
            expect((await center.interaction(id)).routing_state).toBe('queued');
            const { rows } = await center.pool.query(`select kind from notifications`);
            expect(rows).toEqual([{ kind: 'missed' }]);
        });

        it('a hold ends', async () => {
            const id = await answeredThread(center, ana);
            await pause(center, ana);
            await center.customerReplies(id);
            expect(await dyingAt(`fireTimer:hold_deadline:${when}`, () => center.advance(hours(16)))).toBe(
                true,
            );
            expect((await center.interaction(id)).routing_state).toBe('queued');
            expect((await center.journal(id)).filter((kind) => kind === 'released_deadline')).toHaveLength(1);
        });

        it('what is held is offered', async () => {
            const id = await answeredThread(center, ana);
            await pause(center, ana);
            await center.customerReplies(id);
            expect(await dyingAt(`drainHolds:${when}`, () => resume(center, ana))).toBe(true);
            const rung = (await center.journal(id)).filter((kind) => kind === 'offered_original');
            expect(rung.length).toBeGreaterThanOrEqual(1);
            expect((await center.interaction(id)).held_for ?? (await center.interaction(id)).agent_id).toBe(
                ana.id,
            );
        });

        it('a follow-up is due', async () => {
            const id = await answeredThread(center, ana);
            await center.do(setPending, ana, { interactionId: id, followUpAt: center.clock.at + hours(1) });
            await dismiss(center, ana, id);
            expect(await dyingAt(`fireTimer:follow_up:${when}`, () => center.advance(hours(1)))).toBe(true);
            expect((await center.journal(id)).filter((kind) => kind === 'follow_up_due')).toHaveLength(1);
        });
    });

    it.each([
        ['sendMail:before-send', 1],
        ['sendMail:after-send', 2],
    ])('%s: the mail goes out, %i times at the most, always as the same mail', async (place, times) => {
        const id = await center.thread();
        await center.accept(ana);
        let first = true;
        const step = async () => {
            if (first) {
                first = false;
                await reply(center, ana, id);
            } else await center.settle();
        };
        expect(await dyingAt(place, step)).toBe(true);
        expect(sent(false)).toBe(times);
        expect(
            new Set(center.sent.filter((mail) => !mail.automatic).map((mail) => mail.messageId)).size,
        ).toBe(1);
    });

    it('a mail server that says "later": tried again with growing waits, in order, and told of once', async () => {
        await center.thread();
        await center.accept(ana);
        const { rows } = await center.pool.query<{ id: number }>(`select id from interactions`);
        const id = rows[0]?.id ?? 0;
        let busy = true;
        const tried: number[] = [];
        center.sendOutcome = () => {
            tried.push(center.clock.at);
            return busy
                ? { sent: false, permanent: false, code: '451', text: 'later' }
                : { sent: true, response: 'ok' };
        };
        await reply(center, ana, id, 'one');
        await reply(center, ana, id, 'two');
        for (let n = 0; n < 40; n += 1) await center.advance(seconds(2));
        const gaps = tried.map((at, n) => at - (tried[n - 1] ?? at));
        expect(gaps.slice(1)).toEqual([10_000, 20_000, 40_000]);
        busy = false;
        await center.advance(minutes(10));
        const texts = center.sent.filter((mail) => !mail.automatic).map((mail) => mail.text.split('\n')[0]);
        expect(texts).toEqual(['one', 'two']);
        await comesToRest(center);
    });

    /** For a command: repeated at once by the same browser, and idempotent by what it finds. */
    async function dyingAtOnce(place: string, command: () => Promise<unknown>): Promise<void> {
        let died = false;
        center.failpoint = (name) => {
            if (died || name !== place) return;
            died = true;
            throw new Killed(place);
        };
        await command().catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error;
        });
        expect(died).toBe(true);
        await checkInvariants(center.pool, center.clock.at);
        await command();
    }
});
