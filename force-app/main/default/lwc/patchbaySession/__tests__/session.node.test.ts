import type { InteractionSummary, OfferView, StreamEvent } from 'c/patchbayProtocol';
import { example, eventually, until } from './agentServer';
import { AgentSessions } from './agentSessions';
import { REFETCH_AFTER } from '../workspaceSync';
import type { Harness } from './agentServer';

const agents = new AgentSessions();
const offered = (seq: number, offerId: number): StreamEvent => ({
    seq,
    at: 1,
    kind: 'offered',
    offerId,
    offer: { ...example<OfferView>('OfferView'), id: offerId },
});
const changed = (seq: number): StreamEvent => ({ seq, at: 1, kind: 'interaction_changed', interactionId: 7 });
const offerIds = ({ session }: Harness): number[] => session.state.offers.map(({ id }) => id);

describe('signing in', () => {
    it('waits signed out without a token, and tells the options', async () => {
        const { session } = agents.start();
        await until(session, ({ phase }) => phase === 'signed_out');
        expect(await session.signInOptions()).toEqual({ demo: true, demoAgents: [] });
    });

    it('passes a refusal on', async () => {
        const { session } = agents.start();
        await until(session, ({ phase }) => phase === 'signed_out');
        const reply = await session.signIn('ben', 'wrong');
        expect(reply).toMatchObject({ ok: false, code: 'unauthenticated', message: 'Wrong password.' });
        expect(session.state.phase).toBe('signed_out');
    });

    it('connects with the token and the protocol version, and loads the workspace', async () => {
        const { session } = await agents.ready();
        expect(agents.server.auths).toEqual([{ token: agents.server.grant.token, protocolVersion: 1 }]);
        expect(session.state.me?.username).toBe('ana.ruiz');
        expect(agents.server.resumedAfter).toEqual([10]);
    });

    it('resumes after a reload of the tab without signing in again', async () => {
        const { storage } = await agents.ready();
        const again = agents.start({ storage });
        await until(again.session, ({ phase }) => phase === 'ready');
        expect(agents.server.signIns).toHaveLength(1);
    });

    it('does not resume with a token that has expired', async () => {
        const { storage } = await agents.ready();
        const [key = '', value = ''] = [...storage.values][0] ?? [];
        storage.values.set(key, JSON.stringify({ ...(JSON.parse(value) as object), expiresAt: 1 }));
        const again = agents.start({ storage });
        await until(again.session, ({ phase }) => phase === 'signed_out');
        expect(agents.server.auths).toHaveLength(1);
    });

    it('signs in by itself with the org’s identity token', async () => {
        const { session } = agents.start({ identityToken: 'y'.repeat(40) });
        await until(session, ({ phase }) => phase === 'ready');
        expect(agents.server.signIns).toEqual([
            { path: '/api/v1/sign-in/salesforce', body: { token: 'y'.repeat(40) } },
        ]);
    });

    it('forgets a token that the server refuses', async () => {
        const { session, storage } = await agents.ready();
        agents.server.refuseWith = { code: 'unauthenticated', message: 'expired' };
        agents.server.drop();
        await until(session, ({ phase }) => phase === 'signed_out');
        expect(storage.values.size).toBe(0);
        expect(session.state.me).toBeNull();
    });

    it('fails with the reason where the server speaks another protocol', async () => {
        agents.server.refuseWith = { code: 'conflict', message: 'Reload the page: Patchbay was updated.' };
        const { session } = agents.start();
        await until(session, ({ phase }) => phase === 'signed_out');
        await session.demoSignIn('ana.ruiz');
        const { problem } = await until(session, ({ phase }) => phase === 'failed');
        expect(problem).toBe('Reload the page: Patchbay was updated.');
    });

    it('is signed out with the reason when the server says so', async () => {
        const { session } = await agents.ready();
        agents.server.send('signedOut', { reason: 'Your password was changed.' });
        const { problem } = await until(session, ({ phase }) => phase === 'signed_out');
        expect(problem).toBe('Your password was changed.');
    });
});

describe('the stream', () => {
    it('applies events in order, each once', async () => {
        const harness = await agents.ready();
        agents.server.stream(offered(11, 1), offered(12, 2));
        agents.server.stream(offered(11, 1), {
            seq: 13,
            at: 1,
            kind: 'offer_ended',
            offerId: 1,
            outcome: 'missed',
        });
        await until(harness.session, () => offerIds(harness).join() === '2');
        expect(agents.server.asked.filter((name) => name === 'loadWorkspace')).toHaveLength(1);
    });

    it('loads afresh when an event is missing', async () => {
        const harness = await agents.ready();
        agents.server.workspace = { ...(agents.server.workspace as object), streamHead: 12 };
        agents.server.stream(offered(12, 2));
        await eventually(() => agents.server.resumedAfter.length === 2);
        expect(agents.server.resumedAfter).toEqual([10, 12]);
        expect(offerIds(harness)).toEqual([]);
    });

    it('takes what resume replays', async () => {
        agents.server.replay = [offered(11, 5)];
        const harness = await agents.ready();
        expect(offerIds(harness)).toEqual([5]);
    });

    it('loads afresh after an event that it cannot read', async () => {
        const { logged } = await agents.ready();
        agents.server.stream({ seq: 11, kind: 'invented' });
        await eventually(() => agents.server.resumedAfter.length === 2);
        expect(logged.join()).toContain('unreadable event');
    });

    it('reads the lists once for several changes, 50 ms after the first', async () => {
        const { session, clock } = await agents.ready();
        const item = { ...example<InteractionSummary>('InteractionSummary'), number: '2000' };
        agents.server.queries.listInteractions = ({ list }) => ({
            ok: true,
            value: { items: list === 'mine' ? [item] : [], more: false },
        });
        agents.server.stream(changed(11), changed(12));
        await eventually(() => clock.pending(REFETCH_AFTER) === 1);
        clock.move(REFETCH_AFTER - 1);
        expect(agents.server.asked).not.toContain('listInteractions');
        clock.move(1);
        const { mine } = await until(session, (state) => state.mine[0]?.number === '2000');
        expect(mine).toHaveLength(1);
        expect(agents.server.asked.filter((name) => name === 'listInteractions')).toHaveLength(2);
    });

    it('shows the newest presence and counters, not the last to arrive', async () => {
        const { session } = await agents.ready();
        agents.server.send('presence', { version: 5, agents: [] });
        await until(session, ({ presence }) => presence.length === 0);
        agents.server.send('presence', { version: 4, agents: [example('PresenceView')] });
        agents.server.send('counters', { version: 1, queues: [] });
        await until(session, ({ queues }) => queues.length === 0);
        expect(session.state.presence).toEqual([]);
    });

    it('corrects the clock by the server’s', async () => {
        const { session, clock } = await agents.ready();
        const { serverNow } = agents.server.workspace as { serverNow: number };
        clock.move(250);
        expect(session.serverNow()).toBe(serverNow + 250);
    });

    it('goes by the time of a snapshot where the clock is more than 2 s behind it', async () => {
        const { session } = await agents.ready();
        const before = session.serverNow();
        agents.server.send('counters', { version: before + 2_000, queues: [] });
        await until(session, ({ queues }) => queues.length === 0);
        expect(session.serverNow()).toBe(before);
        agents.server.send('presence', { version: before + 2_001, agents: [] });
        await until(session, ({ presence }) => presence.length === 0);
        expect(session.serverNow()).toBe(before + 2_001);
    });

    it('goes by the time of an event, but never back', async () => {
        const { session } = await agents.ready();
        const before = session.serverNow();
        agents.server.stream({ ...offered(11, 1), at: before + 60_000 }, { ...offered(12, 2), at: before });
        await until(session, ({ offers }) => offers.length === 2);
        expect(session.serverNow()).toBe(before + 60_000);
    });

    it('measures again where the clock is more than 2 s ahead of a snapshot', async () => {
        const { session, clock } = await agents.ready();
        const { serverNow } = agents.server.workspace as { serverNow: number };
        clock.move(10_000);
        agents.server.send('presence', { version: serverNow, agents: [] });
        await until(session, ({ serverOffset }) => serverOffset === serverNow - clock.now());
        expect(session.serverNow()).toBe(serverNow);
    });
});
