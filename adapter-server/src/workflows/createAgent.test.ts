import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openContactCenter, type TestContactCenter } from '../../test/firstRunCenter.ts';
import { createAgentWorkflow } from './createAgent.ts';

const createAgent = createAgentWorkflow((password) => Promise.resolve(`hash of ${password}`));
const args = {
    username: 'Chidi.P',
    password: 'correct horse',
    firstName: 'Chidi',
    lastName: "O'Park-Ñandú",
    email: 'chidi@example.com',
    role: 'agent',
    timeZone: 'America/New_York',
} as const;

describe('a new agent', () => {
    let center: TestContactCenter;
    beforeAll(async () => {
        center = await openContactCenter();
    });
    afterAll(() => center.close());

    it('is Logged Out, may have 5 emails, and can be told things', async () => {
        const made = await center.command(createAgent, args);
        const id = await center.agentId('Chidi.P');
        expect(made).toEqual({ ok: true, value: { agentId: id } });
        expect(await center.agent('Chidi.P')).toMatchObject({
            chosenStatus: 'logged_out',
            connected: false,
            enabled: true,
            withinHours: true,
            lastName: "O'Park-Ñandú",
        });
        expect(
            await center.rows('select channel, capacity, load from agent_channels where agent_id = $1', [id]),
        ).toEqual([{ channel: 'email', capacity: 5, load: 0 }]);
        expect(await center.rows('select password_hash from agents where id = $1', [id])).toEqual([
            { password_hash: 'hash of correct horse' },
        ]);
        expect(await center.rows('select head from agent_streams where agent_id = $1', [id])).toHaveLength(1);
    });

    it('cannot have a username that is taken, in whatever case, even at the same moment', async () => {
        expect(await center.command(createAgent, { ...args, username: 'ANA' })).toMatchObject({
            ok: false,
            code: 'conflict',
            reason: 'The username ANA is taken.',
        });
        const both = await Promise.all(
            ['dora', 'DORA'].map((username) => center.command(createAgent, { ...args, username })),
        );
        expect(both.filter((one) => one.ok)).toHaveLength(1);
    });

    it.each([
        [{ firstName: 'Ana2 Maria' }, true],
        [{ firstName: 'Ana <b>' }, false],
        [{ lastName: 'a@b' }, false],
        [{ timeZone: 'Mars/Olympus' }, false],
    ])('%j: possible is %s', async (but, possible) => {
        const answer = await center.command(createAgent, {
            ...args,
            username: `u${JSON.stringify(but).length}`,
            ...but,
        });
        expect(answer.ok).toBe(possible);
    });
});
