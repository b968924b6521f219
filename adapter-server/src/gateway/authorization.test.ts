import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ARGUMENTS } from '../../test/authorizationArguments.ts';
import { isCommandName, openAuthorizationWorld, type Objects } from '../../test/authorizationWorld.ts';
import type { Role } from '../core/vocabulary.ts';
import { COMMANDS, type CommandName } from '../protocol/commands.ts';
import { QUERIES, type QueryName } from '../protocol/queries.ts';
import type { Rule } from './access/rule.ts';
import { AUTHORIZATION } from './authorization.ts';

type Side = 'own' | 'foreign';
type Expected = 'allowed' | 'forbidden' | 'not_found';
type Check = Rule<never>['check'];

const WHO: Readonly<Record<Role, string>> = { agent: 'ana', manager: 'mia', admin: 'ada' };
const same = (expected: Expected) => ({ own: expected, foreign: expected });
const fenced = {
    agent: { own: 'allowed', foreign: 'not_found' },
    manager: { own: 'allowed', foreign: 'not_found' },
} as const;
const everywhere = { agent: same('allowed'), manager: same('allowed'), admin: same('allowed') };

/** What each check has to mean, said once more and apart from how it is done. */
const EXPECTED: Readonly<Record<Check, Record<Role, Record<Side, Expected>>>> = {
    self: everywhere,
    directory: everywhere,
    filtered: everywhere,
    organization: { agent: same('forbidden'), manager: same('forbidden'), admin: same('allowed') },
    'interaction:read': { ...fenced, admin: same('allowed') },
    'interaction:work': { ...fenced, admin: same('allowed') },
    'interaction:assign': {
        agent: { own: 'forbidden', foreign: 'not_found' },
        manager: { own: 'allowed', foreign: 'not_found' },
        admin: same('allowed'),
    },
    // Nobody answers another one's telephone: not their lead, and no admin either.
    'offer:own': {
        agent: { own: 'allowed', foreign: 'not_found' },
        manager: same('not_found'),
        admin: same('not_found'),
    },
    'queue:work': { ...fenced, admin: same('allowed') },
    'message:read': { ...fenced, admin: same('allowed') },
    'attachment:read': { ...fenced, admin: same('allowed') },
};

/** E12: blocks are for managers too; releasing is for them and not for agents. */
const blocks = { agent: same('forbidden'), manager: same('allowed'), admin: same('allowed') };
const LEADS_TOO: Readonly<Record<string, Record<Role, Record<Side, Expected>>>> = {
    addBlock: blocks,
    removeBlock: blocks,
    listBlocks: blocks,
    listServiceTargets: blocks,
    getServiceTargetCounts: blocks,
    releaseSpam: { agent: same('forbidden'), manager: fenced.manager, admin: same('allowed') },
};

const NAMES = [...Object.keys(COMMANDS), ...Object.keys(QUERIES)] as (CommandName | QueryName)[];
const cases = NAMES.flatMap((name) =>
    (['agent', 'manager', 'admin'] as const).flatMap((role) =>
        (['own', 'foreign'] as const).map((side) => ({
            name,
            role,
            side,
            expected: LEADS_TOO[name]?.[role][side] ?? EXPECTED[AUTHORIZATION[name].check][role][side],
        })),
    ),
);

describe('the authorization table', () => {
    let world: Awaited<ReturnType<typeof openAuthorizationWorld>>;
    const tokens = new Map<Role, string>();
    beforeAll(async () => {
        world = await openAuthorizationWorld();
        for (const [role, username] of Object.entries(WHO))
            tokens.set(role as Role, await world.server.token(username));
    });
    afterAll(() => world.server.close());

    const token = (role: Role): string => tokens.get(role) ?? '';
    const refusals = async (): Promise<{ id: number; action: string; actor: string; outcome: string }[]> =>
        world.server.rows(
            `select id, action, actor, outcome from audit where outcome = 'refused' order by id desc`,
        );
    const run = (name: CommandName | QueryName, role: Role, args: object) =>
        isCommandName(name)
            ? world.server.command(token(role), name, args)
            : world.server.query(token(role), name as QueryName, args);

    /** Refused as expected and written down, or done and not. */
    const judge = async (
        name: string,
        role: Role,
        expected: Expected,
        ask: () => Promise<{ ok: boolean; code?: string | undefined }>,
    ): Promise<void> => {
        const before = await refusals();
        const { ok, code } = await ask();
        expect(ok ? 'allowed' : code).toBe(expected);
        const written = (await refusals()).slice(0, -before.length || undefined);
        const actor = { agent: 'Ana Example', manager: 'Mia Example', admin: 'Ada Example' }[role];
        expect(written.map((entry) => [entry.action, entry.actor])).toEqual(
            expected === 'allowed' ? [] : [[name, actor]],
        );
    };

    it.each(cases)('$name of $side by $role: $expected', async ({ name, role, side, expected }) => {
        await judge(name, role, expected, async () => {
            const { reply } = await run(name, role, ARGUMENTS[name](world[side]));
            if (!reply.ok) return { ok: false, code: reply.code };
            // What is answered is what the protocol says, to the last field.
            if (!isCommandName(name))
                expect(QUERIES[name].result.safeParse(reply.value).error).toBeUndefined();
            return { ok: true };
        });
    });

    const FILES = [
        { name: 'downloadAttachment', path: (o: Objects) => `/attachments/${o.attachment}` },
        { name: 'downloadRawMessage', path: (o: Objects) => `/messages/${o.message}/raw` },
        { name: 'downloadQuarantined', path: () => `/quarantine/${world.quarantined}/raw` },
    ] as const;
    const fileCases = FILES.flatMap((file) =>
        (['agent', 'manager', 'admin'] as const).flatMap((role) =>
            (['own', 'foreign'] as const).map((side) => ({
                ...file,
                role,
                side,
                expected: EXPECTED[AUTHORIZATION[file.name].check][role][side],
            })),
        ),
    );
    it.each(fileCases)('$name of $side by $role: $expected', async ({ name, path, role, side, expected }) => {
        await judge(name, role, expected, async () => {
            const headers = world.server.bearer(token(role));
            const response = await fetch(`${world.server.url}/api/v1${path(world[side])}`, { headers });
            if (response.ok) return { ok: (await response.arrayBuffer()).byteLength > 0 };
            return { ok: false, code: ((await response.json()) as { code: string }).code };
        });
    });

    it.each(NAMES)('%s is refused without a session', async (name) => {
        const kind = isCommandName(name) ? 'commands' : 'queries';
        const response = await world.server.post(`/api/v1/${kind}/${name}`, ARGUMENTS[name](world.own));
        expect(response.status).toBe(401);
    });

    it('lets who once answered a thread read it, and work on it no more', async () => {
        const { server } = world;
        const left = await server.waiting('zoe', 'Sales');
        await server.rows(`update interactions set original_agent_id = $2 where id = $1`, [
            left,
            await server.agentId('ana'),
        ]);
        expect((await run('getInteraction', 'agent', { interactionId: left })).reply.ok).toBe(true);
        expect((await run('getInteraction', 'manager', { interactionId: left })).reply.ok).toBe(true);
        const reply = await run('sendReply', 'agent', { interactionId: left, text: 'Hello' });
        expect(reply.reply).toMatchObject({ code: 'forbidden' });
    });

    it('lets an agent hand a thread to its original agent (E5), but not take it from who works on it', async () => {
        const { server } = world;
        const ben = await server.agentId('ben');
        const waiting = await server.waiting(null, 'Support');
        const worked = await server.assigned('ben', false, 'Support');
        await server.rows(`update interactions set original_agent_id = $1 where id = any($2::int[])`, [
            ben,
            [waiting, worked],
        ]);
        const give = (interactionId: number, agentId: number) =>
            run('assignInteraction', 'agent', { interactionId, agentId });
        expect((await give(waiting, ben)).reply.ok).toBe(true);
        expect((await give(waiting, await server.agentId('ana'))).reply.ok).toBe(false);
        await server.rows(`update interactions set original_agent_id = $1 where id = $2`, [
            await server.agentId('ana'),
            worked,
        ]);
        expect((await give(worked, await server.agentId('ana'))).reply.ok).toBe(false);
    });

    it('lets a manager assign to their reports and to nobody else', async () => {
        const { own, foreign } = world;
        const args = { interactionId: own.interaction, agentId: foreign.agent };
        expect((await run('assignInteraction', 'manager', args)).reply).toMatchObject({ code: 'forbidden' });
    });

    it('lets nobody send or keep what another one uploaded', async () => {
        const { own, foreign } = world;
        const reply = (upload: number) =>
            run('sendReply', 'agent', { interactionId: own.interaction, text: 'Hello', uploads: [upload] });
        expect((await reply(own.upload)).reply.ok).toBe(true);
        expect((await reply(foreign.upload)).reply).toMatchObject({ code: 'not_found' });
        const draft = { interactionId: own.interaction, text: '', version: 0, uploads: [own.attachment] };
        expect((await run('saveDraft', 'agent', draft)).reply).toMatchObject({ code: 'not_found' });
    });

    it('demands the permission where a rule names one, and writes the refusal down (A6)', async () => {
        const { server } = world;
        await server.rows(`update agents set permissions = '{}' where username in ('ana', 'ada')`);
        const search = (role: Role, query: string) => run('searchInteractions', role, { query });
        await judge('searchInteractions', 'agent', 'forbidden', async () => {
            const { reply } = await search('agent', 'hello');
            expect(reply).toMatchObject({ nextStep: 'Ask an admin to give it to you.' });
            return { ok: reply.ok, code: reply.ok ? undefined : reply.code };
        });
        expect((await search('agent', '#1')).reply.ok).toBe(true);
        expect((await search('admin', 'hello')).reply.ok).toBe(true);
        await server.rows(`update agents set permissions = '{email_search}' where username = 'ana'`);
        expect((await search('agent', 'hello')).reply.ok).toBe(true);
    });

    it('lists to each only what they may read (L4)', async () => {
        const listed = async (role: Role): Promise<string[]> => {
            const { reply } = await run('listInteractions', role, { list: 'all', limit: 200 });
            const { items } = (reply as unknown as { value: { items: { queue: { name: string } }[] } }).value;
            return [...new Set(items.map(({ queue }) => queue.name))].sort();
        };
        await world.server.rows(`update interactions set original_agent_id = null`);
        expect(await listed('agent')).toEqual(['Support']);
        expect(await listed('manager')).toEqual(['Support']);
        expect(await listed('admin')).toEqual(['Sales', 'Support']);
        const agents = async (role: Role): Promise<string[]> => {
            const { reply } = await run('listAgents', role, {});
            const { items } = (reply as unknown as { value: { items: { username: string }[] } }).value;
            return items.map(({ username }) => username).sort();
        };
        expect(await agents('agent')).toEqual(['ana']);
        expect(await agents('manager')).toEqual(['ana', 'ben', 'mia']);
        expect(await agents('admin')).toEqual(['ada', 'ana', 'ben', 'mia', 'zoe']);
    });
});
