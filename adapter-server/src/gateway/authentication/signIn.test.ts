import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openGateway, PASSWORD, type GatewayUnderTest } from '../../../test/gatewayServer.ts';
import { hours, minutes } from '../../core/duration.ts';
import { isPassword } from './passwords.ts';

describe('signing in', () => {
    let server: GatewayUnderTest;
    beforeAll(async () => {
        server = await openGateway();
    });
    afterAll(() => server.close());

    const attempt = (username: string, password: string) =>
        server.post('/api/v1/sign-in', { username, password });
    const audited = (action: string) =>
        server.rows<{ actor: string; outcome: string; detail: string }>(
            `select actor, outcome, detail from audit where action = $1 order by id desc limit 1`,
            [action],
        );

    it('opens a session of 12 hours, whose token the database does not hold', async () => {
        const response = await attempt('ANA', PASSWORD);
        expect(response.status).toBe(200);
        const body = (await response.json()) as { token: string; expiresAt: number; agent: object };
        expect(body.expiresAt).toBe(server.clock.at + hours(12));
        expect(body.agent).toEqual({ id: await server.agentId('ana'), name: 'Ana Example' });
        expect(Buffer.from(body.token, 'base64url')).toHaveLength(32);
        const stored = await server.rows<{ token_hash: Buffer }>(`select token_hash from sessions`);
        expect(stored.some((row) => row.token_hash.includes(body.token))).toBe(false);
        expect(await audited('sign_in')).toEqual([
            { actor: 'Ana Example', outcome: 'done', detail: 'password' },
        ]);
    });

    it('says the same of a wrong password and of a name that does not exist, and writes both down', async () => {
        const wrong = await attempt('ana', 'something else');
        const nobody = await attempt('nobody', 'something else');
        expect([wrong.status, nobody.status]).toEqual([401, 401]);
        expect(await wrong.json()).toEqual(await nobody.json());
        expect(await audited('sign_in')).toEqual([
            { actor: 'nobody', outcome: 'refused', detail: 'wrong username or password' },
        ]);
    });

    it('does the work of a password check for an account that has none', async () => {
        expect(await isPassword(null, 'nobody has this password')).toBe(false);
    });

    it('refuses an agent who is switched off, and tells only who knows the password', async () => {
        await server.rows(`update agents set enabled = false where username = 'ben'`);
        const right = (await (await attempt('ben', PASSWORD)).json()) as { message: string };
        expect(right.message).toMatch(/switched off/);
        const wrong = (await (await attempt('ben', 'a guess')).json()) as { message: string };
        expect(wrong.message).not.toMatch(/switched off/);
    });

    it('takes a session to the last millisecond, and not one longer', async () => {
        const token = await server.token('ana');
        server.clock.at += hours(12) - 1;
        expect((await server.query(token, 'listPresence')).status).toBe(200);
        server.clock.at += 1;
        const after = await server.query(token, 'listPresence');
        expect(after.status).toBe(401);
        expect(after.reply).toMatchObject({ ok: false, code: 'unauthenticated' });
    });

    it('refuses what was never a token', async () => {
        const forged = Buffer.alloc(32, 7).toString('base64url');
        expect((await server.query(forged, 'listPresence')).status).toBe(401);
        const none = await server.post('/api/v1/queries/listPresence', {});
        expect(none.status).toBe(401);
        expect(none.headers.get('www-authenticate')).toBe('Bearer');
    });

    it('ends a session at once when its agent signs out, and leaves the others', async () => {
        const [one, other] = [await server.token('ana'), await server.token('ana')];
        const response = await server.post('/api/v1/sign-out', {}, server.bearer(one));
        expect(response.status).toBe(200);
        expect((await server.query(one, 'listPresence')).status).toBe(401);
        expect((await server.query(other, 'listPresence')).status).toBe(200);
    });

    it('lets a name be guessed at ten times from one address, then asks to wait a quarter of an hour', async () => {
        for (let n = 0; n < 10; n += 1) expect((await attempt('ada', `guess ${n}`)).status).toBe(401);
        const eleventh = await attempt('ada', PASSWORD);
        expect(eleventh.status).toBe(429);
        expect(eleventh.headers.get('retry-after')).toBe('900');
        server.clock.at += minutes(15) - 1;
        expect((await attempt('ada', PASSWORD)).status).toBe(429);
        server.clock.at += 1;
        expect((await attempt('ada', PASSWORD)).status).toBe(200);
    });

    it('knows no sign-in without a password outside the demo', async () => {
        const response = await server.post('/api/v1/demo/sign-in', { username: 'ana' });
        expect(response.status).toBe(404);
        const options = await fetch(`${server.url}/api/v1/sign-in/options`);
        expect(await options.json()).toEqual({ demo: false, demoAgents: [] });
    });
});

describe('the demo', () => {
    it('signs its agents in without a password, and names them', async () => {
        const server = await openGateway({ settings: { demo: true } });
        try {
            const options = await fetch(`${server.url}/api/v1/sign-in/options`);
            expect(await options.json()).toMatchObject({
                demo: true,
                demoAgents: expect.arrayContaining([{ username: 'ana', name: 'Ana Example', role: 'agent' }]),
            });
            const response = await server.post('/api/v1/demo/sign-in', { username: 'ana' });
            const { token } = (await response.json()) as { token: string };
            expect((await server.query(token, 'loadWorkspace')).reply).toMatchObject({ ok: true });
            expect((await server.post('/api/v1/demo/sign-in', { username: 'nobody' })).status).toBe(401);
        } finally {
            await server.close();
        }
    });

    it('refuses to start where others could reach it', async () => {
        await expect(openGateway({ settings: { demo: true, host: '0.0.0.0' } })).rejects.toThrow(
            /127\.0\.0\.1/,
        );
        await expect(openGateway({ settings: { testClock: true, host: '0.0.0.0' } })).rejects.toThrow(
            /PATCHBAY_TEST_CLOCK/,
        );
    });
});
