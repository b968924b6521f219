import type { InteractionSummary, OfferView, StreamEvent } from 'c/patchbayProtocol';
import { example, eventually, startAgentServer, startSession, until } from './agentServer';
import { ACKNOWLEDGE_WITHIN } from '../commandQueue';
import { REFETCH_AFTER } from '../workspaceSync';
import { RECONNECT_AFTER } from '../agentConnection';
import type { AgentServer, Harness } from './agentServer';

let server: AgentServer;
let started: Harness[] = [];

function start(options?: Parameters<typeof startSession>[1]): Harness {
    const harness = startSession(server, options);
    started.push(harness);
    return harness;
}
async function ready(options?: Parameters<typeof startSession>[1]): Promise<Harness> {
    const harness = start(options);
    await until(harness.session, ({ phase }) => phase === 'signed_out');
    await harness.session.demoSignIn('ana.ruiz');
    await until(harness.session, ({ phase }) => phase === 'ready');
    return harness;
}
const offered = (seq: number, offerId: number): StreamEvent => ({
    seq,
    at: 1,
    kind: 'offered',
    offerId,
    offer: { ...example<OfferView>('OfferView'), id: offerId },
});
const changed = (seq: number): StreamEvent => ({ seq, at: 1, kind: 'interaction_changed', interactionId: 7 });
const offerIds = ({ session }: Harness): number[] => session.state.offers.map(({ id }) => id);

beforeEach(async () => {
    started = [];
    server = await startAgentServer();
});
afterEach(async () => {
    for (const { opened } of started) opened.forEach((socket) => socket.disconnect());
    await server.stop();
});

describe('signing in', () => {
    it('waits signed out without a token, and tells the options', async () => {
        const { session } = start();
        await until(session, ({ phase }) => phase === 'signed_out');
        expect(await session.signInOptions()).toEqual({ demo: true, demoAgents: [] });
    });

    it('passes a refusal on', async () => {
        const { session } = start();
        await until(session, ({ phase }) => phase === 'signed_out');
        const reply = await session.signIn('ben', 'wrong');
        expect(reply).toMatchObject({ ok: false, code: 'unauthenticated', message: 'Wrong password.' });
        expect(session.state.phase).toBe('signed_out');
    });

    it('connects with the token and the protocol version, and loads the workspace', async () => {
        const { session } = await ready();
        expect(server.auths).toEqual([{ token: server.grant.token, protocolVersion: 1 }]);
        expect(session.state.me?.username).toBe('ana.ruiz');
        expect(server.resumedAfter).toEqual([10]);
    });

    it('resumes after a reload of the tab without signing in again', async () => {
        const { storage } = await ready();
        const again = start({ storage });
        await until(again.session, ({ phase }) => phase === 'ready');
        expect(server.signIns).toHaveLength(1);
    });

    it('does not resume with a token that has expired', async () => {
        const { storage } = await ready();
        const [key = '', value = ''] = [...storage.values][0] ?? [];
        storage.values.set(key, JSON.stringify({ ...(JSON.parse(value) as object), expiresAt: 1 }));
        const again = start({ storage });
        await until(again.session, ({ phase }) => phase === 'signed_out');
        expect(server.auths).toHaveLength(1);
    });

    it('signs in by itself with the org’s identity token', async () => {
        const { session } = start({ identityToken: 'y'.repeat(40) });
        await until(session, ({ phase }) => phase === 'ready');
        expect(server.signIns).toEqual([
            { path: '/api/v1/sign-in/salesforce', body: { token: 'y'.repeat(40) } },
        ]);
    });

    it('forgets a token that the server refuses', async () => {
        const { session, storage } = await ready();
        server.refuseWith = { code: 'unauthenticated', message: 'expired' };
        server.drop();
        await until(session, ({ phase }) => phase === 'signed_out');
        expect(storage.values.size).toBe(0);
        expect(session.state.me).toBeNull();
    });

    it('fails with the reason where the server speaks another protocol', async () => {
        server.refuseWith = { code: 'conflict', message: 'Reload the page: Patchbay was updated.' };
        const { session } = start();
        await until(session, ({ phase }) => phase === 'signed_out');
        await session.demoSignIn('ana.ruiz');
        const { problem } = await until(session, ({ phase }) => phase === 'failed');
        expect(problem).toBe('Reload the page: Patchbay was updated.');
    });

    it('is signed out with the reason when the server says so', async () => {
        const { session } = await ready();
        server.send('signedOut', { reason: 'Your password was changed.' });
        const { problem } = await until(session, ({ phase }) => phase === 'signed_out');
        expect(problem).toBe('Your password was changed.');
    });
});

describe('the stream', () => {
    it('applies events in order, each once', async () => {
        const harness = await ready();
        server.stream(offered(11, 1), offered(12, 2));
        server.stream(offered(11, 1), { seq: 13, at: 1, kind: 'offer_ended', offerId: 1, outcome: 'missed' });
        await until(harness.session, () => offerIds(harness).join() === '2');
        expect(server.asked.filter((name) => name === 'loadWorkspace')).toHaveLength(1);
    });

    it('loads afresh when an event is missing', async () => {
        const harness = await ready();
        server.workspace = { ...(server.workspace as object), streamHead: 12 };
        server.stream(offered(12, 2));
        await eventually(() => server.resumedAfter.length === 2);
        expect(server.resumedAfter).toEqual([10, 12]);
        expect(offerIds(harness)).toEqual([]);
    });

    it('takes what resume replays', async () => {
        server.replay = [offered(11, 5)];
        const harness = await ready();
        expect(offerIds(harness)).toEqual([5]);
    });

    it('loads afresh after an event that it cannot read', async () => {
        const { logged } = await ready();
        server.stream({ seq: 11, kind: 'invented' });
        await eventually(() => server.resumedAfter.length === 2);
        expect(logged.join()).toContain('unreadable event');
    });

    it('reads the lists once for several changes, 50 ms after the first', async () => {
        const { session, clock } = await ready();
        const item = { ...example<InteractionSummary>('InteractionSummary'), number: '2000' };
        server.queries.listInteractions = ({ list }) => ({
            ok: true,
            value: { items: list === 'mine' ? [item] : [], more: false },
        });
        server.stream(changed(11), changed(12));
        await eventually(() => clock.pending(REFETCH_AFTER) === 1);
        clock.move(REFETCH_AFTER - 1);
        expect(server.asked).not.toContain('listInteractions');
        clock.move(1);
        const { mine } = await until(session, (state) => state.mine[0]?.number === '2000');
        expect(mine).toHaveLength(1);
        expect(server.asked.filter((name) => name === 'listInteractions')).toHaveLength(2);
    });

    it('shows the newest presence and counters, not the last to arrive', async () => {
        const { session } = await ready();
        server.send('presence', { version: 5, agents: [] });
        await until(session, ({ presence }) => presence.length === 0);
        server.send('presence', { version: 4, agents: [example('PresenceView')] });
        server.send('counters', { version: 1, queues: [] });
        await until(session, ({ queues }) => queues.length === 0);
        expect(session.state.presence).toEqual([]);
    });

    it('corrects the clock by the server’s', async () => {
        const { session, clock } = await ready();
        const { serverNow } = server.workspace as { serverNow: number };
        clock.move(250);
        expect(session.serverNow()).toBe(serverNow + 250);
    });

    it('goes by the time of a snapshot where the clock is more than 2 s behind it', async () => {
        const { session } = await ready();
        const before = session.serverNow();
        server.send('counters', { version: before + 2_000, queues: [] });
        await until(session, ({ queues }) => queues.length === 0);
        expect(session.serverNow()).toBe(before);
        server.send('presence', { version: before + 2_001, agents: [] });
        await until(session, ({ presence }) => presence.length === 0);
        expect(session.serverNow()).toBe(before + 2_001);
    });

    it('goes by the time of an event, but never back', async () => {
        const { session } = await ready();
        const before = session.serverNow();
        server.stream({ ...offered(11, 1), at: before + 60_000 }, { ...offered(12, 2), at: before });
        await until(session, ({ offers }) => offers.length === 2);
        expect(session.serverNow()).toBe(before + 60_000);
    });

    it('measures again where the clock is more than 2 s ahead of a snapshot', async () => {
        const { session, clock } = await ready();
        const { serverNow } = server.workspace as { serverNow: number };
        clock.move(10_000);
        server.send('presence', { version: serverNow, agents: [] });
        await until(session, ({ serverOffset }) => serverOffset === serverNow - clock.now());
        expect(session.serverNow()).toBe(serverNow);
    });
});

describe('commands', () => {
    it('answers with what the server answered, refusals included', async () => {
        const { session } = await ready();
        server.commands.acceptOffer = () => ({ ok: true, value: { interactionId: 7 } });
        server.commands.declineOffer = () => ({
            ok: false,
            code: 'refused',
            message: 'Too late.',
            nextStep: null,
        });
        expect(await session.command('acceptOffer', { offerId: 1 })).toEqual({
            ok: true,
            value: { interactionId: 7 },
        });
        expect(await session.command('declineOffer', { offerId: 1 })).toMatchObject({
            ok: false,
            message: 'Too late.',
        });
        expect(session.state.pendingCommands).toBe(0);
    });

    it('sends again under the same id when the connection dropped before the answer', async () => {
        const { session } = await ready();
        const sent = session.command('acceptOffer', { offerId: 1 });
        await eventually(() => server.received.length === 1);
        expect(session.state.pendingCommands).toBe(1);
        server.commands.acceptOffer = () => ({ ok: true, value: { interactionId: 7 } });
        server.drop();
        expect(await sent).toEqual({ ok: true, value: { interactionId: 7 } });
        expect(server.received.map(({ id }) => id)).toEqual(['command-1', 'command-1']);
    });

    it('sends again under the same id after 8 s without an answer, not before', async () => {
        const { session, clock } = await ready();
        const sent = session.command('acceptOffer', { offerId: 1 });
        await eventually(() => server.received.length === 1);
        server.commands.acceptOffer = () => ({ ok: true, value: { interactionId: 7 } });
        clock.move(ACKNOWLEDGE_WITHIN - 1);
        // Whatever was sent before this answer has arrived by then.
        server.queries.listPresence = () => ({ ok: true, value: { items: [] } });
        await session.query('listPresence', {});
        expect(server.received).toHaveLength(1);
        clock.move(1);
        expect(await sent).toMatchObject({ ok: true });
        expect(server.received.map(({ id }) => id)).toEqual(['command-1', 'command-1']);
    });

    it('keeps what is given while offline and sends it on return', async () => {
        const { session, opened } = await ready();
        server.commands.markRead = () => ({ ok: true, value: {} });
        server.drop();
        await until(session, ({ phase }) => phase === 'offline');
        expect(session.state.offlineSince).not.toBeNull();
        const reply = session.command('markRead', { interactionId: 7 });
        expect(await reply).toEqual({ ok: true, value: {} });
        expect(opened).toHaveLength(1);
    });

    it('refuses arguments that the protocol does not know, without asking', async () => {
        const { session } = await ready();
        const reply = await session.command('acceptOffer', { offerId: 'one' } as never);
        expect(reply).toMatchObject({ ok: false, code: 'bad_request' });
        expect(server.received).toEqual([]);
    });

    it('refuses a reply of another form and loads afresh', async () => {
        const { session } = await ready();
        server.commands.acceptOffer = () => ({ ok: true, value: { interactionId: 'seven' } });
        expect(await session.command('acceptOffer', { offerId: 1 })).toMatchObject({
            ok: false,
            code: 'failed',
        });
        await eventually(() => server.resumedAfter.length === 2);
    });

    it('tries again a second after the server said that it cannot now', async () => {
        const { session, clock } = await ready();
        let busy = true;
        server.commands.markRead = () =>
            busy
                ? { ok: false, code: 'unavailable', message: 'Later.', nextStep: null }
                : { ok: true, value: {} };
        const sent = session.command('markRead', { interactionId: 7 });
        await eventually(() => clock.pending(1_000) === 1);
        busy = false;
        clock.move(1_000);
        expect(await sent).toEqual({ ok: true, value: {} });
        expect(new Set(server.received.map(({ id }) => id)).size).toBe(1);
    });

    it('ends what is pending on sign-out', async () => {
        const { session } = await ready();
        const sent = session.command('acceptOffer', { offerId: 1 });
        server.commands.signOut = () => ({ ok: true, value: {} });
        await session.signOut();
        expect(await sent).toMatchObject({ ok: false, code: 'unauthenticated' });
        expect(session.state).toMatchObject({ phase: 'signed_out', me: null, pendingCommands: 0 });
        expect(await session.command('acceptOffer', { offerId: 1 })).toMatchObject({
            code: 'unauthenticated',
        });
    });
});

describe('the connection', () => {
    it('comes back by itself, loads afresh and tells the watchers', async () => {
        const { session } = await ready();
        const seen = jest.fn();
        session.watch(7, seen);
        await eventually(() => server.watched.length === 1);
        server.drop();
        await until(session, ({ phase }) => phase === 'offline');
        await until(session, ({ phase }) => phase === 'ready');
        expect(session.state.offlineSince).toBeNull();
        expect(server.watched).toEqual([7, 7]);
        expect(seen).toHaveBeenCalledTimes(1);
    });

    it('comes back a second after the server closed it to restart', async () => {
        const { session, clock } = await ready();
        server.kick();
        await until(session, ({ phase }) => phase === 'offline');
        clock.move(RECONNECT_AFTER - 1);
        expect(session.state.phase).toBe('offline');
        clock.move(1);
        await until(session, ({ phase }) => phase === 'ready');
    });

    it('says of a query while offline that the server cannot be reached', async () => {
        const { session } = await ready();
        server.kick();
        await until(session, ({ phase }) => phase === 'offline');
        expect(await session.query('listQueues', {})).toMatchObject({ ok: false, code: 'unavailable' });
    });

    it('does not wait for an answer for ever', async () => {
        const { session, clock } = await ready();
        const reply = session.query('listQueues', {});
        await eventually(() => server.asked.includes('listQueues'));
        clock.move(8_000);
        expect(await reply).toMatchObject({ ok: false, code: 'unavailable' });
    });

    it('watches the interaction opened last, and the one before once that is closed', async () => {
        const { session } = await ready();
        const first = jest.fn();
        session.watch(1, first);
        const stop = session.watch(2, () => undefined);
        stop();
        await eventually(() => server.watched.length === 3);
        expect(server.watched).toEqual([1, 2, 1]);
        server.send('interaction', { interactionId: 1, version: 3 });
        await eventually(() => first.mock.calls.length === 1);
    });
});
