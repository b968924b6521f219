import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
    aContactCenter,
    anAgent,
    aQueue,
    NOON,
    openContactCenter,
    type TestContactCenter,
} from '../../test/firstRunCenter.ts';
import { ALWAYS_OPEN, type Schedule } from '../core/schedule.ts';
import { setUpContactCenter } from './setUpContactCenter.ts';

const weekdaysFrom = (from: string): Schedule => ({
    ...ALWAYS_OPEN,
    weekly: { ...ALWAYS_OPEN.weekly, monday: [{ from, to: '17:00' }] },
});
const closedUntilOneMinutePastNoon = weekdaysFrom('12:01');
const file = aContactCenter({
    queues: [
        aQueue('Support', { openingHours: weekdaysFrom('12:00'), dispositions: ['Refund'] }),
        aQueue('Sales', { openingHours: closedUntilOneMinutePastNoon }),
    ],
    agents: [
        anAgent('ana', {
            reportsTo: 'mara',
            workingHours: closedUntilOneMinutePastNoon,
            password: 'correct horse',
        }),
        anAgent('ben', { workingHours: weekdaysFrom('12:00') }),
        anAgent('mara', { role: 'manager', emailCapacity: 0, queues: [] }),
    ],
});
const hash = (password: string): Promise<string> => Promise.resolve(`hash of ${password}`);

describe('the first run', () => {
    let center: TestContactCenter;
    beforeAll(async () => {
        center = await openContactCenter(null);
    });
    afterAll(() => center.close());

    it('sets the contact center up once, however many processes start at the same time', async () => {
        const runs = await Promise.all(
            [1, 2, 3].map(() => center.inTransaction((tx) => setUpContactCenter(tx, file, hash))),
        );
        expect(runs.filter((run) => run.created)).toHaveLength(1);
        expect(await center.inTransaction((tx) => setUpContactCenter(tx, file, hash))).toEqual({
            created: false,
        });
        expect(
            await center.rows(`select (select count(*) from organization) as organizations,
            (select count(*) from queues) as queues, (select count(*) from agents) as agents,
            (select count(*) from mailboxes) as mailboxes, (select count(*) from agent_streams) as streams`),
        ).toEqual([{ organizations: 1, queues: 2, agents: 3, mailboxes: 1, streams: 3 }]);
    });

    it('knows who is open and within hours, and when that changes', async () => {
        expect(await center.rows('select name, is_open from queues order by id')).toEqual([
            { name: 'Support', is_open: true },
            { name: 'Sales', is_open: false },
        ]);
        expect(await center.timer('queue_hours', await center.queueId('Sales'))).toBe(NOON + 60_000);
        expect((await center.agent('ana')).withinHours).toBe(false);
        expect((await center.agent('ben')).withinHours).toBe(true);
        expect(await center.timer('agent_hours', await center.agentId('ana'))).toBe(NOON + 60_000);
        expect(await center.timer('agent_hours', await center.agentId('mara'))).toBeNull();
    });

    it('keeps the hash of a password alone, and knows who reports to whom', async () => {
        expect(await center.rows('select username, password_hash from agents order by id')).toEqual([
            { username: 'ana', password_hash: 'hash of correct horse' },
            { username: 'ben', password_hash: null },
            { username: 'mara', password_hash: null },
        ]);
        expect((await center.agent('ana')).reportingManagerId).toBe(await center.agentId('mara'));
    });

    it('gives capacity for email alone, and none where the file says 0', async () => {
        expect(
            await center.rows(
                'select a.username, c.channel, c.capacity from agent_channels c join agents a on a.id = c.agent_id order by a.id',
            ),
        ).toEqual([
            { username: 'ana', channel: 'email', capacity: 5 },
            { username: 'ben', channel: 'email', capacity: 5 },
        ]);
    });

    it('has outcomes of all queues and of one', async () => {
        const support = await center.queueId('Support');
        expect(await center.rows('select label, queue_id from dispositions order by id')).toEqual([
            { label: 'Solved', queue_id: null },
            { label: 'Refund', queue_id: support },
        ]);
    });
});
