import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connected, nextEvent, openGateway, type GatewayUnderTest } from '../../../test/gatewayServer.ts';
import { Heartbeat } from './heartbeat.ts';

describe('the heartbeat of a process', () => {
    let server: GatewayUnderTest;
    beforeAll(async () => {
        server = await openGateway();
    });
    afterAll(() => server.close());
    const open = async (): Promise<number> =>
        (await server.rows(`select 1 from connections where closed_at is null`)).length;

    it('closes in the database what could not be closed while that was away', async () => {
        const socket = await connected(server.socket(await server.token('ana')));
        const [row] = await server.rows<{ id: string }>(`select id from connections`);
        let away = true;
        const errors: unknown[] = [];
        const store = Object.create(server.store) as typeof server.store;
        store.transaction = (name, work) =>
            away ? Promise.reject(new Error('away')) : server.store.transaction(name, work);
        const heartbeat = new Heartbeat(
            store,
            'p1',
            () => Promise.resolve(),
            (error) => errors.push(error),
        );
        heartbeat.closed(row?.id ?? '');
        await heartbeat.beat();
        expect(errors.length).toBeGreaterThan(0);
        expect(await open()).toBe(1);
        away = false;
        await heartbeat.beat();
        expect(await open()).toBe(0);
        socket.disconnect();
    });

    it('tells of this process and of its sockets, and not of those that ended', async () => {
        const [staying, leaving] = [
            server.socket(await server.token('ana')),
            server.socket(await server.token('ben')),
        ];
        await connected(staying);
        await connected(leaving);
        const ben = await server.agentId('ben');
        const left = nextEvent(leaving, 'disconnect');
        leaving.disconnect();
        await left;
        while ((await open()) > 1) await new Promise(setImmediate);
        server.clock.at += 7_000;
        // The next socket's end is written together with a beat.
        const visiting = await connected(server.socket(await server.token('ada')));
        visiting.disconnect();
        while ((await open()) > 1) await new Promise(setImmediate);
        const seen = await server.rows<{ agent_id: number; seen_at: number; open: boolean }>(
            `select agent_id, seen_at, closed_at is null as open from connections where seen_at = $1`,
            [server.clock.at],
        );
        expect(seen.filter((row) => row.open)).toHaveLength(1);
        expect(seen.some((row) => row.agent_id === ben)).toBe(false);
        const [process] = await server.rows<{ seen_at: number }>(
            `select seen_at from processes where id = 'p1'`,
        );
        expect(process?.seen_at).toBe(server.clock.at);
    });
});
