import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openGateway, type GatewayUnderTest } from '../../../test/gatewayServer.ts';
import { COMMANDS } from '../../protocol/commands.ts';
import { QUERIES } from '../../protocol/queries.ts';

describe('the HTTP side', () => {
    let server: GatewayUnderTest;
    let ready = true;
    const moved: number[] = [];
    beforeAll(async () => {
        server = await openGateway({
            settings: {
                testClock: true,
                adminToken: 'a-token-for-administration',
                publicUrl: 'https://patchbay.example.com',
                allowedOrigins: ['https://crm.example.com'],
            },
            parts: {
                health: () =>
                    ready
                        ? Promise.resolve({ ready, checks: { database: 'answers' } })
                        : Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7')),
                moveClock: async (by) => {
                    moved.push(by);
                    server.clock.at += by;
                },
            },
        });
    });
    afterAll(() => server.close());
    const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });

    it('is alive, and ready only with its database', async () => {
        expect((await get('/healthz')).status).toBe(200);
        expect((await get('/readyz')).status).toBe(200);
        ready = false;
        const away = await get('/readyz');
        expect(away.status).toBe(503);
        expect(await away.text()).not.toMatch(/10\.0\.0\.7/);
        expect((await get('/healthz')).status).toBe(200);
        ready = true;
    });

    it('shows the state of the center to Prometheus', async () => {
        await server.waiting(null);
        await server.assigned('ana');
        await server.query(await server.token('ana'), 'listPresence');
        server.gateway.observeTimerLateness(20);
        const text = await (await get('/metrics')).text();
        expect(text).toMatch(/^patchbay_interactions\{state="queued"\} 1$/m);
        expect(text).toMatch(/^patchbay_interactions\{state="assigned"\} 1$/m);
        expect(text).toMatch(/^patchbay_queue_waiting\{queue="Support"\} 1$/m);
        expect(text).toMatch(/^patchbay_query_seconds_count\{name="listPresence",outcome="done"\} 1$/m);
        expect(text).toMatch(/^patchbay_timer_lateness_seconds_count 1$/m);
        expect(text).toMatch(/^patchbay_database_up 1$/m);
        expect(text).toMatch(/nodejs_eventloop_lag/);
        expect(text).not.toMatch(/example\.com/);
    });

    it('describes every command and query, with its schemas', async () => {
        const document = (await (await get('/api/v1/openapi.json')).json()) as {
            openapi: string;
            servers: { url: string }[];
            paths: Record<string, { post?: { requestBody?: object } }>;
        };
        expect(document.openapi).toBe('3.1.0');
        expect(document.servers[0]?.url).toBe('https://patchbay.example.com/api/v1');
        for (const name of Object.keys(COMMANDS))
            expect(document.paths).toHaveProperty([`/commands/${name}`]);
        for (const name of Object.keys(QUERIES)) expect(document.paths).toHaveProperty([`/queries/${name}`]);
        const setStatus = JSON.stringify(document.paths['/commands/setStatus']?.post?.requestBody);
        expect(setStatus).toMatch(/"enum":\["available","unavailable"\]/);
        expect(await (await get('/api/')).text()).toMatch(/POST \/api\/v1\/commands\/setStatus/);
    });

    it('lets the admin token do what an admin may, and says so in the audit', async () => {
        const queueId = await server.queueId('Support');
        const done = await server.command('a-token-for-administration', 'updateQueue', {
            queueId,
            holdFor: 1_000,
        });
        expect(done.reply).toMatchObject({ ok: true });
        const [entry] = await server.rows(`select actor, actor_id from audit order by id desc limit 1`);
        expect(entry).toEqual({ actor: 'admin token', actor_id: await server.agentId('ada') });
        expect((await server.query('a-token-for-administratiox', 'listAudit')).status).toBe(401);
    });

    it.each([
        ['its own pages', 'SELF', true],
        ['PUBLIC_URL', 'https://patchbay.example.com', true],
        ['Lightning', 'https://acme--dev.sandbox.lightning.force.com', true],
        ['what was allowed by name', 'https://crm.example.com', true],
        ['another site', 'https://evil.example.net', false],
        ['one that only begins alike', 'https://patchbay.example.com.evil.net', false],
        ['one that only ends alike', 'https://evil-lightning.force.com', false],
    ])('answers %s across origins as it should', async (_who, given, allowed) => {
        const origin = given === 'SELF' ? server.url : given;
        const response = await get('/api/v1/sign-in/options', { origin });
        expect(response.headers.get('access-control-allow-origin')).toBe(allowed ? origin : null);
        const preflight = await fetch(`${server.url}/api/v1/uploads`, {
            method: 'OPTIONS',
            headers: { origin, 'access-control-request-method': 'POST' },
        });
        expect(preflight.headers.get('access-control-allow-methods')).toBe(allowed ? 'GET, POST' : null);
    });

    it('sends what keeps browsers safe, and a number for each request', async () => {
        const { headers } = await get('/api/');
        expect(headers.get('content-security-policy')).toMatch(/script-src 'self';/);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('referrer-policy')).toBe('no-referrer');
        expect(headers.get('x-powered-by')).toBeNull();
        expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
        expect((await get('/api/', { 'x-request-id': 'mine-12345' })).headers.get('x-request-id')).toBe(
            'mine-12345',
        );
    });

    it('answers what it does not understand in the same words as everywhere', async () => {
        const token = await server.token('ana');
        const broken = await fetch(`${server.url}/api/v1/queries/listPresence`, {
            method: 'POST',
            headers: { ...server.bearer(token), 'content-type': 'application/json' },
            body: '{',
        });
        expect(broken.status).toBe(400);
        expect(await broken.json()).toMatchObject({ ok: false, code: 'bad_request' });
        const nowhere = await get('/nowhere');
        expect(nowhere.status).toBe(404);
        expect(await nowhere.json()).toMatchObject({ ok: false, code: 'not_found' });
    });

    it('moves the test clock, and only by a length of time', async () => {
        const before = server.clock.at;
        const response = await server.post('/api/v1/test/clock', { advance: '16h' });
        expect(await response.json()).toEqual({ now: before + 16 * 3_600_000 });
        expect(moved).toEqual([16 * 3_600_000]);
        expect((await server.post('/api/v1/test/clock', { advance: 'soon' })).status).toBe(400);
    });
});

describe('a server without a test clock', () => {
    it('has no such address', async () => {
        const server = await openGateway({ parts: { moveClock: () => Promise.resolve() } });
        try {
            expect((await server.post('/api/v1/test/clock', { advance: '1h' })).status).toBe(404);
        } finally {
            await server.close();
        }
    });
});
