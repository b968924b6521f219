import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openGateway, type GatewayUnderTest } from '../../../test/gatewayServer.ts';
import { hours } from '../../core/duration.ts';
import type { CommandName } from '../../protocol/commands.ts';
import type { InteractionDetail } from '../../protocol/views.ts';
import { aContactCenter, anAgent } from '../../../test/firstRunCenter.ts';

const WORKSHOP = 'workshop@partner.example.com';
type Can = keyof InteractionDetail['can'];

describe('what a screen says is possible', () => {
    let server: GatewayUnderTest;
    let ana: string;
    let ben: number;
    let dispositionId: number;
    beforeAll(async () => {
        const agents = ['ana', 'ben'].map((name) => anAgent(name, { emailCapacity: 200 }));
        server = await openGateway({ file: aContactCenter({ agents }) });
        for (const name of ['ana', 'ben']) await server.signIn(name);
        ana = await server.token('ana');
        ben = await server.agentId('ben');
        const [row] = await server.rows<{ id: number }>(`select id from dispositions limit 1`);
        dispositionId = row?.id ?? 0;
    });
    afterAll(() => server.close());

    const set = async (id: number, change: string): Promise<number> => {
        await server.rows(`update interactions set ${change} where id = $1`, [id]);
        return id;
    };
    const into = (id: number) => ({ interactionId: id });
    const mailOn = async (id: number, from: string): Promise<void> => {
        await server.rows(
            `insert into messages (interaction_id, direction, kind, from_name, from_address, subject, text_body, at)
             values ($1, 'inbound', 'message', '', $2, 'Invoice', 'Attached.', $3)`,
            [id, from, server.clock.at],
        );
    };
    const newest = async (id: number): Promise<number> => {
        const [row] = await server.rows<{ id: number }>(
            `select max(id)::int as id from messages where interaction_id = $1`,
            [id],
        );
        return row?.id ?? 0;
    };
    const states: Readonly<Record<string, () => Promise<number>>> = {
        'mine and waiting': () => server.assigned('ana'),
        'mine and answered': () => server.assigned('ana', true),
        'mine and pending': async () => set(await server.assigned('ana', true), `status = 'pending'`),
        'mine and resolved': async () => set(await server.assigned('ana', true), `status = 'resolved'`),
        'mine and closed': async () => set(await server.assigned('ana', true), `status = 'closed'`),
        'mine, from an address that nobody reads': async () => {
            const id = await server.assigned('ana');
            await mailOn(id, 'no-reply@bank.example.com');
            return id;
        },
        'mine, a new mail in writing': async () => {
            const [row] = await server.rows<{ queue_id: number }>(
                `select queue_id from interactions limit 1`,
            );
            const { reply } = await server.command(ana, 'startMail', {
                queueId: row?.queue_id ?? 0,
                address: 'jo@customer.example.com',
            });
            return (reply as unknown as { value: { interactionId: number } }).value.interactionId;
        },
        'somebody else’s': () => server.assigned('ben'),
        'in the queue': () => server.waiting(null),
        'offered to me': () => server.waiting('ana'),
        'offered to somebody else': () => server.waiting('ben'),
        'of nobody, closed': async () =>
            set(
                await server.assigned('ana', true),
                `status = 'closed', routing_state = 'idle', agent_id = null`,
            ),
        'in the Spam list': async () =>
            set(
                await server.assigned('ana', true),
                `routing_state = 'idle', agent_id = null, spam = '{"blockId":null,"waitingSince":null}'`,
            ),
        'merged away': async () =>
            set(
                await server.assigned('ana', true),
                `status = 'closed', routing_state = 'idle', agent_id = null, merged_into = 1`,
            ),
    };
    const actions: Readonly<
        Record<Exclude<Can, 'accept' | 'assign'>, [CommandName, (id: number) => object | Promise<object>]>
    > = {
        pull: ['pullInteraction', into],
        reply: ['sendReply', (id) => ({ ...into(id), text: 'Hello' })],
        forward: [
            'sendForward',
            async (id) => ({ ...into(id), messageId: await newest(id), text: '', to: [WORKSHOP] }),
        ],
        close: ['closeInteraction', (id) => ({ ...into(id), dispositionId })],
        setPending: ['setPending', (id) => ({ ...into(id), followUpAt: server.clock.at + hours(1) })],
        resolve: ['resolveInteraction', into],
        dismiss: ['dismissInteraction', into],
        transfer: [
            'transferInteraction',
            (id) => ({ ...into(id), toAgentId: ben, note: 'Yours', holdIfAway: true }),
        ],
        markSpam: ['markSpam', into],
        releaseSpam: ['releaseSpam', into],
        setPriority: ['setPriority', (id) => ({ ...into(id), priority: 'high' })],
        tag: ['addTag', (id) => ({ ...into(id), name: 'VIP' })],
        merge: ['mergeInteraction', (id) => ({ ...into(id), intoInteractionId: 1 })],
    };
    const can = async (interactionId: number): Promise<InteractionDetail['can']> => {
        const { reply } = await server.query(ana, 'getInteraction', { interactionId });
        return (reply as unknown as { value: InteractionDetail }).value.can;
    };

    beforeAll(() => server.assigned('ben')); // interaction 1, that others are merged into

    const cases = Object.keys(states).flatMap((state) =>
        Object.keys(actions).map((action) => ({ state, action: action as keyof typeof actions })),
    );
    it.each(cases)('is what the server does: $action, $state', async ({ state, action }) => {
        const id = await states[state]!();
        if (action === 'forward' && (await newest(id)) === 0) await mailOn(id, 'maria@customer.example.com');
        const said = (await can(id))[action];
        const [name, args] = actions[action];
        const { reply } = await server.command(ana, name, await args(id));
        // Pulling what one has already changes nothing: the screen does not offer it, the server shrugs.
        if (action === 'pull' && state.startsWith('mine')) return expect(said.allowed).toBe(false);
        expect({ allowed: said.allowed, why: said.reason }).toEqual({
            allowed: reply.ok,
            why: reply.ok ? null : said.reason,
        });
        if (!reply.ok) expect(reply.code).not.toBe('failed');
        if (!said.allowed) expect(said.reason).not.toBe('');
        return undefined;
    });

    it('lets only whom it rings at accept it', async () => {
        expect((await can(await server.waiting('ana'))).accept.allowed).toBe(true);
        expect((await can(await server.waiting('ben'))).accept.allowed).toBe(false);
    });

    it('hands a thread to its original agent, if nobody else works on it (E5)', async () => {
        const bens = await set(await server.waiting(null), `original_agent_id = ${ben}`);
        expect((await can(bens)).assign.allowed).toBe(true);
        const worked = await set(await server.assigned('ben'), `original_agent_id = ${ben}`);
        expect((await can(worked)).assign.allowed).toBe(false);
        expect((await can(await server.waiting(null))).assign.allowed).toBe(false);
    });
});
