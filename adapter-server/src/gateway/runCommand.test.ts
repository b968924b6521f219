import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openGateway, type GatewayUnderTest } from '../../test/gatewayServer.ts';
import { done, refuse, type Outcome } from '../workflows/outcome.ts';

const INSERT_NOTE: { name: string; text: string; row?: { id: number } } = {
    name: 'test_insert_note',
    text: `insert into notes (customer_id, interaction_id, agent_id, at, text)
           select customer_id, id, $2, 0, $3 from interactions where id = $1 returning id`,
};

describe('a command', () => {
    let server: GatewayUnderTest;
    let ana: string;
    let interactionId: number;
    let fails: Error | null = null;
    let refuses = false;
    beforeAll(async () => {
        server = await openGateway({
            commands: {
                async postNote(tx, actor, args): Promise<Outcome<{ noteId: number }>> {
                    const { id: noteId } = await tx.one(INSERT_NOTE, [
                        args.interactionId,
                        actor.agentId,
                        args.text,
                    ]);
                    if (fails) throw fails;
                    return refuses ? refuse('Not today.', 'Tomorrow.') : done({ noteId });
                },
            },
        });
        ana = await server.token('ana');
        interactionId = await server.assigned('ana');
    });
    afterAll(() => server.close());
    beforeEach(() => {
        fails = null;
        refuses = false;
    });

    const note = (text: string, id?: string) => server.command(ana, 'postNote', { interactionId, text }, id);
    const notes = async (text: string): Promise<number> =>
        (await server.rows(`select 1 from notes where text = $1`, [text])).length;
    const lastAudit = async () =>
        (
            await server.rows<{ action: string; object: string; outcome: string; detail: string }>(
                `select action, object, outcome, detail from audit order by id desc limit 1`,
            )
        )[0];

    it('with the same id twice does the work once and answers the same', async () => {
        const first = await note('once', 'id-of-once');
        const second = await note('once', 'id-of-once');
        expect(first.reply).toMatchObject({ ok: true });
        expect(second.reply).toEqual(first.reply);
        expect(await notes('once')).toBe(1);
    });

    it('is done once even where both arrive at the same moment', async () => {
        const replies = await Promise.all([1, 2, 3, 4].map(() => note('together', 'id-of-together')));
        expect(new Set(replies.map(({ reply }) => JSON.stringify(reply))).size).toBe(1);
        expect(await notes('together')).toBe(1);
    });

    it('belongs to its agent: another one may have the same id', async () => {
        await note('of ana', 'id-of-both');
        const ada = await server.token('ada');
        const other = await server.command(ada, 'postNote', { interactionId, text: 'of ada' }, 'id-of-both');
        expect(other.reply).toMatchObject({ ok: true });
        expect(await notes('of ada')).toBe(1);
    });

    it('is refused where its id was that of another command', async () => {
        await note('taken', 'id-that-is-taken');
        const other = await server.command(ana, 'setStatus', { status: 'available' }, 'id-that-is-taken');
        expect(other).toMatchObject({ status: 409, reply: { ok: false, code: 'conflict' } });
    });

    it('that is refused leaves nothing but a line in the audit, and is judged anew', async () => {
        refuses = true;
        const refused = await note('refused', 'id-of-refused');
        expect(refused).toMatchObject({
            status: 422,
            reply: { ok: false, code: 'refused', message: 'Not today.', nextStep: 'Tomorrow.' },
        });
        expect(await notes('refused')).toBe(0);
        expect(await lastAudit()).toEqual({
            action: 'postNote',
            object: `interaction ${interactionId}`,
            outcome: 'refused',
            detail: 'refused: Not today.',
        });
        refuses = false;
        expect((await note('refused', 'id-of-refused')).reply).toMatchObject({ ok: true });
    });

    it('during which the database goes away is to be tried again', async () => {
        fails = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
        const away = await note('away', 'id-of-away');
        expect(away).toMatchObject({ status: 503, reply: { ok: false, code: 'unavailable' } });
        fails = null;
        expect((await note('away', 'id-of-away')).reply).toMatchObject({ ok: true });
        expect(await notes('away')).toBe(1);
    });

    it('that fails tells nothing of why', async () => {
        fails = new Error('the secret is swordfish');
        const failed = await note('failed');
        expect(failed).toMatchObject({ status: 500, reply: { ok: false, code: 'failed' } });
        expect(JSON.stringify(failed.reply)).not.toMatch(/swordfish/);
        expect(await lastAudit()).toMatchObject({ action: 'postNote', outcome: 'failed' });
        expect(JSON.stringify(await lastAudit())).not.toMatch(/swordfish/);
    });

    it('says which of its fields is wrong, without repeating it', async () => {
        const bad = await server.command(ana, 'postNote', { interactionId: 'a secret', text: 'x' });
        expect(bad.status).toBe(400);
        expect(bad.reply).toMatchObject({
            code: 'bad_request',
            message: expect.stringMatching(/interactionId/),
        });
        expect(JSON.stringify(bad.reply)).not.toMatch(/a secret/);
    });

    it('that nobody knows is not found', async () => {
        const unknown = await server.post('/api/v1/commands/dropTables', {}, server.bearer(ana));
        expect(unknown.status).toBe(404);
        const inherited = await server.post('/api/v1/commands/constructor', {}, server.bearer(ana));
        expect(inherited.status).toBe(404);
    });

    it('of an admin is written down when it is done', async () => {
        const ada = await server.token('ada');
        const agentId = await server.agentId('ben');
        const updated = await server.command(ada, 'updateAgent', { agentId, emailCapacity: 3 });
        expect(updated.reply).toMatchObject({ ok: true });
        expect(await lastAudit()).toMatchObject({
            action: 'updateAgent',
            object: `agent ${agentId}`,
            outcome: 'done',
        });
    });
});
