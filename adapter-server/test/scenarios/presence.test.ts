import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, seconds } from '../../src/core/duration.ts';
import { beat } from '../../src/storage/connections.ts';
import { openAgentConnection, signOut } from '../../src/workflows/agentConnections.ts';
import { closeTab, comesToRest, pause, resume } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const GRACE = seconds(30);

describe("R5: presence is the server's", () => {
    let center: ContactCenter;
    let support: number;
    let ana: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 2 });
        await center.arrives(ana, 'tab1');
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    const status = async () =>
        (
            await center.pool.query<{
                chosen_status: string;
                status_reason: string | null;
                connected: boolean;
            }>(`select chosen_status, status_reason, connected from agents where id = $1`, [ana.id])
        ).rows[0];
    const here = { chosen_status: 'available', status_reason: null, connected: true };
    const loggedOut = { chosen_status: 'logged_out', connected: false };
    /** Time passes while no server runs: nobody beats, no timer fires. */
    const serverDown = (for_: number) => {
        center.clock.at += for_;
    };
    /** A server process that starts now; connections are those of its own. */
    const serverStarts = (processId: string) => center.store.transaction('test', (tx) => beat(tx, processId));

    it('at 29,999 ms without a tab nothing has changed, at 30,000 ms the agent is Logged Out', async () => {
        const id = await center.thread();
        await center.accept(ana);
        const rings = await center.thread();
        await closeTab(center, 'tab1');
        await center.advance(GRACE - 1);
        expect(await status()).toMatchObject(here);
        expect(await center.ringingAt(ana)).toEqual([rings]);
        await center.advance(1);
        expect(await status()).toMatchObject(loggedOut);
        expect(await center.ringingAt(ana)).toEqual([]);
        expect(await center.interaction(id)).toMatchObject({ routing_state: 'assigned', agent_id: ana.id });
        expect((await center.interaction(rings)).routing_state).toBe('queued');
    });

    it('the grace counts from the loss of the tab, however long it was open', async () => {
        await center.advance(hours(3) + 12_345);
        await closeTab(center, 'tab1');
        await center.advance(GRACE - 1);
        expect(await status()).toMatchObject(here);
        await center.advance(1);
        expect(await status()).toMatchObject(loggedOut);
    });

    it('a reload within the grace changes nothing, and the next gap has a grace of its own', async () => {
        await closeTab(center, 'tab1');
        await center.advance(GRACE - 1);
        await center.arrives(ana, 'tab1 reloaded');
        await center.advance(hours(1));
        expect(await status()).toMatchObject(here);
        await closeTab(center, 'tab1 reloaded');
        await center.advance(GRACE - 1);
        expect(await status()).toMatchObject(here);
    });

    it('a second tab keeps them here when the first is closed', async () => {
        await center.arrives(ana, 'tab2');
        await closeTab(center, 'tab1');
        await center.advance(hours(1));
        expect(await status()).toMatchObject(here);
        await closeTab(center, 'tab2');
        await center.advance(GRACE);
        expect(await status()).toMatchObject(loggedOut);
    });

    it('a laptop that sleeps for an hour and comes back: the status that they had returns', async () => {
        await closeTab(center, 'tab1');
        await center.advance(hours(1));
        await center.arrives(ana, 'woken');
        expect(await status()).toMatchObject(here);
    });

    it('paused stays paused, with its reason, through a gap and through being Logged Out by one', async () => {
        const paused = { chosen_status: 'unavailable', status_reason: 'Lunch', connected: true };
        await pause(center, ana, 'Lunch');
        await closeTab(center, 'tab1');
        await center.advance(GRACE - 1);
        await center.arrives(ana, 'again');
        expect(await status()).toMatchObject(paused);
        await closeTab(center, 'again');
        await center.advance(hours(1));
        expect(await status()).toMatchObject(loggedOut);
        await center.arrives(ana, 'back');
        expect(await status()).toMatchObject(paused);
        await resume(center, ana);
        expect(await status()).toMatchObject(here);
    });

    it('a server that was down for an hour logs nobody out: the grace starts anew with it', async () => {
        serverDown(hours(1));
        await serverStarts('new');
        await center.settle();
        expect(await status()).toMatchObject(here);
        center.clock.at += GRACE - 1;
        await serverStarts('new');
        await center.settle();
        expect(await status()).toMatchObject(here);
        center.clock.at += 1;
        await serverStarts('new');
        await center.settle();
        expect(await status()).toMatchObject(loggedOut);
    });

    it('of two servers one is killed: its agents have the grace to come to the other', async () => {
        await serverStarts('other');
        const { rows } = await center.pool.query<{ id: number }>(`select id from sessions`);
        const passes = async (by: number) => {
            center.clock.at += by;
            await serverStarts('other');
            await center.settle();
        };
        // 'test' is never heard of again; it counts as alive for ten seconds after its last beat.
        await passes(GRACE - 1);
        expect(await status()).toMatchObject(here);
        await center.store.transaction('test', (tx) =>
            openAgentConnection(tx, {
                connectionId: 'there',
                processId: 'other',
                sessionId: rows[0]?.id ?? 0,
                agentId: ana.id,
            }),
        );
        await passes(hours(1));
        expect(await status()).toMatchObject(here);
    });

    describe('signing out', () => {
        const sessions = async () =>
            (await center.pool.query<{ id: number }>(`select id from sessions order by id`)).rows.map(
                (row) => row.id,
            );
        const signsOut = async (session: number, connections: string[]) => {
            await center.store.transaction('test', (tx) => signOut(tx, ana.id, session, connections));
            await center.settle();
        };

        it('is at once, without a grace; the next sign-in begins with the default of the organization', async () => {
            await pause(center, ana, 'Lunch');
            await signsOut((await sessions())[0] ?? 0, ['tab1']);
            expect(await status()).toMatchObject(loggedOut);
            await center.arrives(ana, 'tomorrow');
            expect(await status()).toMatchObject(here);
        });

        it('in one browser leaves the session of another one here', async () => {
            await center.arrives(ana, 'phone');
            await signsOut((await sessions())[0] ?? 0, ['tab1']);
            expect(await status()).toMatchObject(here);
            const [first, second] = (await center.pool.query(`select revoked_at from sessions order by id`))
                .rows;
            expect([first, second]).toEqual([{ revoked_at: center.clock.at }, { revoked_at: null }]);
        });

        it('gives back what rings', async () => {
            const id = await center.thread();
            await signsOut((await sessions())[0] ?? 0, ['tab1']);
            expect((await center.interaction(id)).routing_state).toBe('queued');
        });
    });
});
