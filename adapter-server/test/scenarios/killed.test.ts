import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase } from '../database.ts';
import { checkInvariants } from '../invariants.ts';
import { AgentClient } from '../load/agentClient.ts';
import { Customers } from '../load/customers.ts';
import { agentName, writeContactCenterFile } from '../load/fileOfAgents.ts';
import { startServerProcess } from '../load/serverProcess.ts';

const bothSides = (name: string) => [`${name}:before-commit`, `${name}:after-commit`];
/** What a dead process had claimed is taken over when its lease ends. */
const HAD_CLAIMED = /^sendMail|^mailDelivered:before-commit/;

/** Every place of the story at which the server kills itself with SIGKILL; "#2" is the second time it comes there. */
const PLACES = [
    ...bothSides('setUpContactCenter'),
    ...bothSides('receiveEmail'),
    ...bothSides('receiveEmail').map((place) => `${place}#2`),
    ...bothSides('signIn'),
    ...bothSides('openAgentConnection'),
    ...bothSides('drainQueue').map((place) => `${place}#2`),
    ...bothSides('command:acceptOffer'),
    ...bothSides('command:sendReply'),
    ...bothSides('command:undoSend'),
    ...bothSides('command:sendReply').map((place) => `${place}#2`),
    ...bothSides('command:dismissInteraction'),
    ...bothSides('mailDelivered'),
    ...bothSides('mailDelivered').map((place) => `${place}#2`),
    ...['sendMail:before-send', 'sendMail:after-send', 'sendMail:before-send#2', 'sendMail:after-send#2'],
];

describe('the server is killed anywhere in the main story and started again', () => {
    let directory: string;
    let file: string;
    beforeAll(async () => {
        directory = await mkdtemp(join(tmpdir(), 'patchbay-killed-'));
        file = join(directory, 'contact-center.json');
        await writeContactCenterFile(file, { agents: 11, ringFor: '60s' });
    });
    afterAll(() => rm(directory, { recursive: true }));

    const until = async <T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> => {
        for (const givenUp = performance.now() + 40_000; performance.now() < givenUp; await pause(20)) {
            const found = await look();
            if (found !== undefined) return found;
        }
        throw new Error(`it never came to this: ${what}`);
    };

    it.each(PLACES)(
        '%s',
        async (place) => {
            const database = await openTestDatabase({ max: 3 });
            const mail = await Customers.open();
            const env = {
                DATABASE_URL: database.url,
                PATCHBAY_CONFIG: file,
                SMTP_URL: mail.smtpUrl,
                PATCHBAY_TEST_CLOCK: '1',
            };
            const server = await startServerProcess(env, { PATCHBAY_FAILPOINT: place });
            let deaths = 0;
            const supervised = server.ended().then(async () => {
                deaths += 1;
                await server.start();
                if (!HAD_CLAIMED.test(place)) return;
                const headers = { 'content-type': 'application/json' };
                await fetch(`${server.url}/api/v1/test/clock`, {
                    method: 'POST',
                    headers,
                    body: '{"advance":"125s"}',
                });
            });
            const customers = mail.to([server.smtpPort], 1);
            // Both work in Support.
            const agents = [
                new AgentClient(server.url, agentName(0)),
                new AgentClient(server.url, agentName(5)),
            ];
            const rung: { agent: AgentClient; offerId: number }[] = [];
            const rows = async <T extends object>(sql: string) => (await database.pool.query<T>(sql)).rows;
            try {
                const maria = { from: 'maria@customer.example.com', subject: 'Lamp' };
                await customers.send({
                    ...maria,
                    messageId: '<1@customer.example.com>',
                    to: 'support@example.com',
                    text: 'It broke.',
                });
                await until('the acknowledgement', () => customers.received.find((one) => one.automatic));
                for (const agent of agents) {
                    agent.onEvent = (event) =>
                        void (event.kind === 'offered' && rung.push({ agent, offerId: event.offerId }));
                    await agent.signIn();
                }
                const first = await until('an offer', async () => {
                    const [offer] = await rows<{ id: number; username: string }>(
                        `select o.id, a.username from offers o join agents a on a.id = o.agent_id where o.outcome = 'ringing'`,
                    );
                    const agent = agents.find((one) => one.username === offer?.username);
                    return agent && offer && { agent, offerId: offer.id };
                });
                const accepted = await first.agent.command('acceptOffer', { offerId: first.offerId });
                if (!accepted.ok) throw new Error(accepted.message);
                const { interactionId } = accepted.value;
                const reply = { interactionId, text: 'A new bulb helps.', cc: [], uploads: [] };
                const scheduled = { ...reply, text: 'Not yet.', sendAt: Date.now() + 3_600_000 };
                const waits = await first.agent.command('sendReply', scheduled);
                if (!waits.ok) throw new Error(waits.message);
                const { messageId } = waits.value;
                expect(await first.agent.command('undoSend', { messageId })).toMatchObject({ ok: true });
                expect(await rows(`select text from drafts`)).toEqual([{ text: 'Not yet.' }]);
                expect(await first.agent.command('sendReply', reply)).toMatchObject({ ok: true });
                const answer = await until('the reply', () =>
                    customers.received.find((one) => !one.automatic),
                );
                expect(await first.agent.command('dismissInteraction', { interactionId })).toEqual({
                    ok: true,
                    value: {},
                });

                const again = {
                    ...maria,
                    messageId: '<2@customer.example.com>',
                    to: answer.replyTo,
                    inReplyTo: answer.messageId,
                };
                await customers.send({ ...again, text: 'It did not.' });
                const second = await until('the second offer', () =>
                    rung.find((one) => one.offerId > first.offerId),
                );
                expect(second.agent.username).toBe(first.agent.username);
                // Whatever else was on its way is there by now.
                await until('an empty outbox', async () =>
                    (await rows(`select 1 from outbox where state = 'waiting'`)).length === 0
                        ? true
                        : undefined,
                );
                expect(deaths).toBe(1);
                await supervised;

                expect(
                    await rows(
                        `select direction, kind, count(*)::int as n from messages group by 1, 2 order by 1, 2`,
                    ),
                ).toEqual([
                    { direction: 'inbound', kind: 'message', n: 2 },
                    { direction: 'outbound', kind: 'acknowledgement', n: 1 },
                    { direction: 'outbound', kind: 'message', n: 1 },
                ]);
                expect(await rows(`select count(*)::int as n from interactions`)).toEqual([{ n: 1 }]);
                // The physical limit: a mail whose sending the kill cut off before it was noted may go twice.
                const [cutOff] = await rows<{ n: number }>(
                    `select count(*)::int as n from outbox where attempts > 1`,
                );
                expect(cutOff?.n).toBeLessThanOrEqual(1);
                expect(customers.received.length).toBeLessThanOrEqual(2 + (cutOff?.n ?? 0));
                expect(new Set(customers.received.map((one) => one.messageId)).size).toBe(2);
                const [clock] = await rows<{ at: string }>(
                    `select floor(extract(epoch from clock_timestamp()) * 1000) + ahead_by as at from clock_offset`,
                );
                await checkInvariants(database.pool, Number(clock?.at));
            } catch (error) {
                console.error(server.log().slice(-2_000));
                throw error;
            } finally {
                for (const agent of agents) agent.disconnect();
                await server.kill();
                await server.close();
                await customers.close();
                await database.drop();
            }
        },
        60_000,
    );
});
