import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import {
    ask,
    connected,
    nextEvent,
    openGateway,
    type GatewayUnderTest,
} from '../../../test/gatewayServer.ts';
import { hours } from '../../core/duration.ts';
import type { StreamEvent } from '../../protocol/events.ts';
import type { PresenceView, QueueCounterView } from '../../protocol/views.ts';
import { signOut } from '../../workflows/agentConnections.ts';

interface Workspace {
    readonly value: {
        readonly streamHead: number;
        readonly me: { readonly presence: string };
        readonly offers: { readonly id: number }[];
    };
}

describe("an agent's socket", () => {
    let server: GatewayUnderTest;
    const open: Socket[] = [];
    beforeAll(async () => {
        server = await openGateway();
    });
    afterEach(() => open.splice(0).forEach((socket) => socket.disconnect()));
    afterAll(() => server.close());

    const socketOf = async (username: string): Promise<Socket> => {
        const socket = server.socket(await server.token(username));
        open.push(socket);
        return connected(socket);
    };
    const refusalOf = async (socket: Socket): Promise<unknown> => {
        open.push(socket);
        const refused = nextEvent<Error & { data?: unknown }>(socket, 'connect_error');
        socket.connect();
        return (await refused).data;
    };
    const load = async (socket: Socket): Promise<Workspace['value']> => {
        const reply = await ask(socket, 'query', { name: 'loadWorkspace', args: {} });
        return (reply as unknown as Workspace).value;
    };
    /** Collects the stream from here on; `until` resolves when so many have come. */
    const collect = (socket: Socket) => {
        const events: StreamEvent[] = [];
        const waiting: (() => void)[] = [];
        socket.on('stream', (payload: { events: StreamEvent[] }) => {
            events.push(...payload.events);
            waiting.forEach((look) => look());
        });
        const until = (count: number): Promise<StreamEvent[]> =>
            new Promise((resolve) => {
                const look = () => void (events.length >= count && resolve(events));
                waiting.push(look);
                look();
            });
        return { events, until };
    };
    const addressed = (username: string, n: number) =>
        server.store.transaction('test', async (tx) => {
            const agentId = await server.agentId(username);
            for (let i = 0; i < n; i += 1) tx.tell(agentId, 'interaction_changed', { interactionId: i + 1 });
        });

    it('of another protocol version is told to reload', async () => {
        const old = server.socket(await server.token('ana'), 0);
        expect(await refusalOf(old)).toMatchObject({ code: 'resync', nextStep: 'Reload the page.' });
    });

    it('needs a token that is one', async () => {
        const forged = server.socket(Buffer.alloc(32, 9).toString('base64url'));
        expect(await refusalOf(forged)).toMatchObject({ code: 'unauthenticated' });
    });

    it('makes its agent connected with the status they have at sign-in', async () => {
        expect((await server.agent('ana')).chosenStatus).toBe('logged_out');
        const socket = await socketOf('ana');
        expect((await load(socket)).me.presence).toBe('available');
    });

    it('answers commands with what they did', async () => {
        const socket = await socketOf('ana');
        const reply = await ask(socket, 'command', {
            id: 'a-new-command',
            name: 'setStatus',
            args: { status: 'unavailable', reason: 'Break' },
        });
        expect(reply).toEqual({ ok: true, value: {} });
        expect((await load(socket)).me.presence).toBe('unavailable');
        expect(await ask(socket, 'command', { nonsense: true })).toMatchObject({ code: 'bad_request' });
    });

    it('gets what is addressed to its agent, in order, from where it resumes', async () => {
        const socket = await socketOf('ana');
        const { streamHead } = await load(socket);
        const stream = collect(socket);
        await addressed('ana', 2);
        expect(await ask(socket, 'resume', { after: streamHead })).toMatchObject({ ok: true });
        await addressed('ana', 3);
        const events = await stream.until(5);
        expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5].map((n) => streamHead + n));
    });

    it('misses nothing and gets nothing twice over a drop, resumed by its last number', async () => {
        const socket = await socketOf('ana');
        const { streamHead } = await load(socket);
        const stream = collect(socket);
        socket.on('connect', () => {
            const after = stream.events.at(-1)?.seq ?? streamHead;
            void ask(socket, 'resume', { after });
        });
        await ask(socket, 'resume', { after: streamHead });
        await addressed('ana', 250);
        await stream.until(250);
        const back = nextEvent(socket, 'connect');
        socket.io.engine.close();
        await addressed('ana', 450);
        await back;
        await addressed('ana', 50);
        const events = await stream.until(750);
        expect(events.map((event) => event.seq)).toEqual(
            Array.from({ length: 750 }, (_none, n) => streamHead + n + 1),
        );
    });

    it('is told to load afresh where too much was missed, or its number is not of this stream', async () => {
        const socket = await socketOf('ana');
        const { streamHead } = await load(socket);
        expect(await ask(socket, 'resume', { after: streamHead + 1 })).toMatchObject({ code: 'resync' });
        await addressed('ana', 2);
        const agentId = await server.agentId('ana');
        await server.rows(`delete from agent_events where agent_id = $1 and seq <= $2`, [
            agentId,
            streamHead,
        ]);
        expect(await ask(socket, 'resume', { after: streamHead - 1 })).toMatchObject({ code: 'resync' });
        expect(await ask(socket, 'resume', { after: streamHead })).toMatchObject({ ok: true });
        await server.rows(`delete from agent_events where agent_id = $1`, [agentId]);
        expect(await ask(socket, 'resume', { after: streamHead })).toMatchObject({ code: 'resync' });
    });

    it('sees an offer as it is when it is sent: ringing with its interaction, else only that it was', async () => {
        const socket = await socketOf('ben');
        const { streamHead } = await load(socket);
        const offered = await server.waiting('ben');
        server.announce();
        const stream = collect(socket);
        await ask(socket, 'resume', { after: streamHead });
        const first = (await stream.until(1)).find((event) => event.kind === 'offered');
        expect(first).toMatchObject({ offer: { interaction: { id: offered, number: String(offered) } } });
        const offerId = first?.kind === 'offered' ? first.offerId : 0;
        await ask(socket, 'command', { id: 'accept-the-offer', name: 'acceptOffer', args: { offerId } });

        const second = await socketOf('ben');
        const again = collect(second);
        await ask(second, 'resume', { after: streamHead });
        const [replayed] = await again.until(1);
        expect(replayed).toMatchObject({ kind: 'offered', offerId, offer: null });
    });

    it('is signed out within a second when its session is revoked', async () => {
        const token = await server.token('ana');
        const socket = server.socket(token);
        open.push(socket);
        await connected(socket);
        const told = nextEvent<{ reason: string }>(socket, 'signedOut');
        const gone = nextEvent<string>(socket, 'disconnect');
        const [session] = await server.rows<{ id: number; agent: number }>(
            `select id, agent_id as agent from sessions order by id desc limit 1`,
        );
        const start = performance.now();
        await server.store.transaction('revoke', (tx) =>
            signOut(tx, session?.agent ?? 0, session?.id ?? 0, []),
        );
        expect((await told).reason).toMatch(/signed out/);
        await gone;
        expect(performance.now() - start).toBeLessThan(1_000);
        expect((await server.query(token, 'listPresence')).status).toBe(401);
    });

    it('answers the command that signed it out before it closes', async () => {
        const socket = await socketOf('ben');
        const gone = nextEvent<string>(socket, 'disconnect');
        const reply = await ask(socket, 'command', { id: 'sign-me-out', name: 'signOut', args: {} });
        expect(reply).toMatchObject({ ok: true });
        expect(await gone).toBe('io server disconnect');
    });

    it('hears of the interaction on its screen, and only of one that it may read', async () => {
        const mine = await server.assigned('ana');
        const sales = await server.assigned('ada', false, 'Sales');
        const socket = await socketOf('ana');
        expect(await ask(socket, 'watch', { interactionId: sales })).toMatchObject({ code: 'not_found' });
        const audited = await server.rows(`select actor, object from audit where action = 'watch'`);
        expect(audited).toEqual([{ actor: 'Ana Example', object: `interaction ${sales}` }]);
        expect(await ask(socket, 'watch', { interactionId: mine })).toMatchObject({ ok: true });
        const changed = nextEvent<{ interactionId: number; version: number }>(socket, 'interaction');
        const note = { interactionId: mine, text: 'Look at this', mentions: [] };
        await ask(socket, 'command', { id: 'post-a-note', name: 'postNote', args: note });
        const [row] = await server.rows<{ version: number }>(
            `select journal_seq as version from interactions where id = $1`,
            [mine],
        );
        expect(await changed).toEqual({ interactionId: mine, version: row?.version });
    });

    it('hears who else has the interaction on its screen open, and who of them types', async () => {
        const id = await server.assigned('ana');
        const [ana, ben] = [await socketOf('ana'), await socketOf('ben')];
        const alone = nextEvent(ana, 'colleagues');
        await ask(ana, 'watch', { interactionId: id });
        expect(await alone).toEqual({ interactionId: id, agents: [] });
        const came = nextEvent(ana, 'colleagues');
        await ask(ben, 'watch', { interactionId: id });
        const agent = { id: await server.agentId('ben'), name: 'Ben Example' };
        expect(await came).toEqual({ interactionId: id, agents: [{ agent, typing: false }] });
        const types = nextEvent(ana, 'colleagues');
        await ask(ben, 'typing', { interactionId: id, typing: true });
        expect(await types).toEqual({ interactionId: id, agents: [{ agent, typing: true }] });
        // Of an interaction that is not on their screen nothing is told; a tab that is gone types no more.
        const gone = nextEvent(ana, 'colleagues');
        await ask(ben, 'typing', { interactionId: id + 1, typing: false });
        ben.disconnect();
        expect(await gone).toEqual({ interactionId: id, agents: [] });
    });

    it('sees the presence of all, and the counters of its own queues alone', async () => {
        const socket = await socketOf('ana');
        const presence = nextEvent<{ version: number; agents: PresenceView[] }>(socket, 'presence');
        const counters = nextEvent<{ version: number; queues: QueueCounterView[] }>(socket, 'counters');
        await server.command(await server.token('ana'), 'setStatus', { status: 'available' });
        expect((await presence).agents.map(({ agent }) => agent.name).sort()).toEqual([
            'Ada Example',
            'Ana Example',
            'Ben Example',
        ]);
        expect((await counters).queues.map(({ queue }) => queue.name)).toEqual(['Support']);
        expect((await counters).version).toBe(server.clock.at);
    });

    it('sees no counters without the permission, from the moment that it is taken away', async () => {
        const socket = await socketOf('ben');
        const names = ({ queues }: { queues: QueueCounterView[] }) => queues.map(({ queue }) => queue.name);
        const inWorkspace = async () => names((await load(socket)) as never);
        await ask(socket, 'resume', { after: (await load(socket)).streamHead });
        expect(await inWorkspace()).toEqual(['Support']);
        const told = () => nextEvent<{ queues: QueueCounterView[] }>(socket, 'counters').then(names);
        const ada = await server.token('ada');
        const agentId = await server.agentId('ben');
        await server.command(ada, 'updateAgent', { agentId, permissions: ['pause_reasons'] });
        // One that was on its way may come first.
        while ((await told()).length > 0);
        const next = told();
        await server.waiting(null);
        server.announce();
        expect(await next).toEqual([]);
        expect(await inWorkspace()).toEqual([]);
    });

    it('is closed when its 12 hours are over', async () => {
        const socket = await socketOf('ana');
        const told = nextEvent<{ reason: string }>(socket, 'signedOut');
        server.clock.at += hours(12);
        // Any socket that goes away makes the process look at once what else is over.
        (await socketOf('ben')).disconnect();
        expect((await told).reason).toMatch(/has ended/);
    });
});

describe('a server that is stopped', () => {
    it('takes no more commands or sockets, and lets its clients look for another one', async () => {
        const server = await openGateway();
        try {
            const token = await server.token('ana');
            const socket = await connected(server.socket(token));
            const gone = nextEvent<string>(socket, 'disconnect');
            // Heard from now on: its client may look for another one before the drain has come back.
            const refused = nextEvent<Error & { data?: unknown }>(socket, 'connect_error');
            await server.gateway.drain();
            expect(await gone).toBe('transport close');
            expect((await refused).data).toMatchObject({ code: 'unavailable' });
            expect((await server.command(token, 'setStatus', { status: 'available' })).status).toBe(503);
            expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
            const open = await server.rows(`select 1 from connections where closed_at is null`);
            expect(open).toHaveLength(0);
        } finally {
            await server.close();
        }
    });
});
