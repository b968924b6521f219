import { eventually, until } from './agentServer';
import { AgentSessions } from './agentSessions';
import { ACKNOWLEDGE_WITHIN } from '../commandQueue';
import { RECONNECT_AFTER } from '../agentConnection';

const agents = new AgentSessions();

describe('commands', () => {
    it('answers with what the server answered, refusals included', async () => {
        const { session } = await agents.ready();
        agents.server.commands.acceptOffer = () => ({ ok: true, value: { interactionId: 7 } });
        agents.server.commands.declineOffer = () => ({
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
        const { session } = await agents.ready();
        const sent = session.command('acceptOffer', { offerId: 1 });
        await eventually(() => agents.server.received.length === 1);
        expect(session.state.pendingCommands).toBe(1);
        agents.server.commands.acceptOffer = () => ({ ok: true, value: { interactionId: 7 } });
        agents.server.drop();
        expect(await sent).toEqual({ ok: true, value: { interactionId: 7 } });
        expect(agents.server.received.map(({ id }) => id)).toEqual(['command-1', 'command-1']);
    });

    it('sends again under the same id after 8 s without an answer, not before', async () => {
        const { session, clock } = await agents.ready();
        const sent = session.command('acceptOffer', { offerId: 1 });
        await eventually(() => agents.server.received.length === 1);
        agents.server.commands.acceptOffer = () => ({ ok: true, value: { interactionId: 7 } });
        clock.move(ACKNOWLEDGE_WITHIN - 1);
        // Whatever was sent before this answer has arrived by then.
        agents.server.queries.listPresence = () => ({ ok: true, value: { items: [] } });
        await session.query('listPresence', {});
        expect(agents.server.received).toHaveLength(1);
        clock.move(1);
        expect(await sent).toMatchObject({ ok: true });
        expect(agents.server.received.map(({ id }) => id)).toEqual(['command-1', 'command-1']);
    });

    it('keeps what is given while offline and sends it on return', async () => {
        const { session, opened } = await agents.ready();
        agents.server.commands.markRead = () => ({ ok: true, value: {} });
        agents.server.drop();
        await until(session, ({ phase }) => phase === 'offline');
        expect(session.state.offlineSince).not.toBeNull();
        const reply = session.command('markRead', { interactionId: 7 });
        expect(await reply).toEqual({ ok: true, value: {} });
        expect(opened).toHaveLength(1);
    });

    it('refuses arguments that the protocol does not know, without asking', async () => {
        const { session } = await agents.ready();
        const reply = await session.command('acceptOffer', { offerId: 'one' } as never);
        expect(reply).toMatchObject({ ok: false, code: 'bad_request' });
        expect(agents.server.received).toEqual([]);
    });

    it('refuses a reply of another form and loads afresh', async () => {
        const { session } = await agents.ready();
        agents.server.commands.acceptOffer = () => ({ ok: true, value: { interactionId: 'seven' } });
        expect(await session.command('acceptOffer', { offerId: 1 })).toMatchObject({
            ok: false,
            code: 'failed',
        });
        await eventually(() => agents.server.resumedAfter.length === 2);
    });

    it('tries again a second after the server said that it cannot now', async () => {
        const { session, clock } = await agents.ready();
        let busy = true;
        agents.server.commands.markRead = () =>
            busy
                ? { ok: false, code: 'unavailable', message: 'Later.', nextStep: null }
                : { ok: true, value: {} };
        const sent = session.command('markRead', { interactionId: 7 });
        await eventually(() => clock.pending(1_000) === 1);
        busy = false;
        clock.move(1_000);
        expect(await sent).toEqual({ ok: true, value: {} });
        expect(new Set(agents.server.received.map(({ id }) => id)).size).toBe(1);
    });

    it('ends what is pending on sign-out', async () => {
        const { session } = await agents.ready();
        const sent = session.command('acceptOffer', { offerId: 1 });
        agents.server.commands.signOut = () => ({ ok: true, value: {} });
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
        const { session } = await agents.ready();
        const seen = jest.fn();
        session.watch(7, seen);
        await eventually(() => agents.server.watched.length === 1);
        agents.server.drop();
        await until(session, ({ phase }) => phase === 'offline');
        await until(session, ({ phase }) => phase === 'ready');
        expect(session.state.offlineSince).toBeNull();
        expect(agents.server.watched).toEqual([7, 7]);
        expect(seen).toHaveBeenCalledTimes(1);
    });

    it('comes back a second after the server closed it to restart', async () => {
        const { session, clock } = await agents.ready();
        agents.server.kick();
        await until(session, ({ phase }) => phase === 'offline');
        clock.move(RECONNECT_AFTER - 1);
        expect(session.state.phase).toBe('offline');
        clock.move(1);
        await until(session, ({ phase }) => phase === 'ready');
    });

    it('says of a query while offline that the server cannot be reached', async () => {
        const { session } = await agents.ready();
        agents.server.kick();
        await until(session, ({ phase }) => phase === 'offline');
        expect(await session.query('listQueues', {})).toMatchObject({ ok: false, code: 'unavailable' });
    });

    it('does not wait for an answer for ever', async () => {
        const { session, clock } = await agents.ready();
        const reply = session.query('listQueues', {});
        await eventually(() => agents.server.asked.includes('listQueues'));
        clock.move(8_000);
        expect(await reply).toMatchObject({ ok: false, code: 'unavailable' });
    });

    it('watches the interaction opened last, and the one before once that is closed', async () => {
        const { session } = await agents.ready();
        const first = jest.fn();
        session.watch(1, first);
        const stop = session.watch(2, () => undefined);
        stop();
        await eventually(() => agents.server.watched.length === 3);
        expect(agents.server.watched).toEqual([1, 2, 1]);
        agents.server.send('interaction', { interactionId: 1, version: 3 });
        await eventually(() => first.mock.calls.length === 1);
    });
});
