import { DEFAULT_PERMISSIONS } from '../src/core/policies/permissions.ts';
import type { Instant } from '../src/core/duration.ts';
import { readAgent, saveConnected, saveStatus, type Agent } from '../src/storage/agents.ts';
import { openPool } from '../src/storage/database.ts';
import {
    insertInteraction,
    readInteraction,
    saveInteraction,
    type Interaction,
} from '../src/storage/interactions.ts';
import { readJournal, type JournalRow } from '../src/storage/journal.ts';
import { saveCustomer } from '../src/storage/people.ts';
import type { Signals } from '../src/storage/signals.ts';
import { Store, type Transaction } from '../src/storage/transaction.ts';
import type { ContactCenter, ContactCenterAgent, NewQueue } from '../src/workflows/contactCenter.ts';
import type { Actor, Outcome } from '../src/workflows/outcome.ts';
import { assignTo } from '../src/workflows/routing/place.ts';
import { routeReply } from '../src/workflows/routing/routeReply.ts';
import { setUpContactCenter } from '../src/workflows/setUpContactCenter.ts';
import { keepTargets } from '../src/workflows/targets/keepTargets.ts';
import { ALWAYS_OPEN } from '../src/core/schedule.ts';
import { hours, minutes } from '../src/core/duration.ts';
import { openTestDatabase } from './database.ts';

/** A Monday, 12:00 UTC. */
export const NOON: Instant = Date.parse('2027-03-01T12:00:00Z');

export const aQueue = (name: string, but: Partial<NewQueue> = {}): NewQueue => ({
    name,
    restricted: false,
    openingHours: ALWAYS_OPEN,
    holdFor: hours(16),
    holdMode: 'wall_clock',
    emailRingFor: minutes(1),
    wrapUpLimit: null,
    acknowledgement: 'We have received your email and will reply shortly.',
    signature: '',
    dispositions: [],
    ...but,
});
export const anAgent = (username: string, but: Partial<ContactCenterAgent> = {}): ContactCenterAgent => ({
    username,
    firstName: username.charAt(0).toUpperCase() + username.slice(1),
    lastName: 'Example',
    email: `${username}@example.com`,
    role: 'agent',
    reportsTo: null,
    timeZone: 'UTC',
    workingHours: null,
    emailCapacity: 5,
    skills: [],
    permissions: DEFAULT_PERMISSIONS,
    queues: [{ queue: 'Support', priority: 'medium' }],
    password: null,
    ...but,
});
export const aContactCenter = (but: Partial<ContactCenter> = {}): ContactCenter => ({
    organization: {
        name: 'Example',
        timeZone: 'UTC',
        statusAtSignIn: 'available',
        pauseReasons: ['Break'],
        acknowledgementsPerSenderADay: 5,
        threadColleagues: true,
        undoSendFor: 0,
    },
    dispositions: ['Solved'],
    queues: [aQueue('Support'), aQueue('Sales')],
    mailboxes: [
        {
            address: 'support@example.com',
            displayName: 'Support',
            queue: 'Support',
            kind: 'intake',
            imap: null,
        },
    ],
    agents: [anAgent('ana'), anAgent('ben'), anAgent('ada', { role: 'admin', queues: [] })],
    ...but,
});

export type TestContactCenter = Awaited<ReturnType<typeof openContactCenter>>;

/** A database with this contact center in it, and a clock that stands until the test moves it. */
export async function openContactCenter(file: ContactCenter | null = aContactCenter()) {
    const database = await openTestDatabase();
    const pool = openPool({ connectionString: database.url }, () => undefined);
    const clock = { at: NOON, now: (): Instant => clock.at };
    const signalled: Signals[] = [];
    const store = new Store({
        pool,
        clock,
        failpoint: () => undefined,
        beforeCommit: keepTargets,
        onCommit: (signals) => void signalled.push(signals),
    });
    const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
        store.transaction('test', work);
    if (file)
        await inTransaction((tx) =>
            setUpContactCenter(tx, file, (password) => Promise.resolve(`hash of ${password}`)),
        );

    const rows = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
        (await pool.query(sql, values)).rows as T[];
    const idOf = async (table: 'agents' | 'queues', name: string): Promise<number> => {
        const column = table === 'agents' ? 'username' : 'name';
        const [row] = await rows<{ id: number }>(`select id from ${table} where ${column} = $1`, [name]);
        if (!row) throw new Error(`there is no "${name}" in ${table}`);
        return row.id;
    };
    return {
        store,
        clock,
        pool,
        signalled,
        rows,
        inTransaction,
        agentId: (username: string) => idOf('agents', username),
        queueId: (name: string) => idOf('queues', name),
        agent: async (username: string): Promise<Agent> => {
            const agent = await readAgent({ run: store.read.bind(store) }, await idOf('agents', username));
            if (!agent) throw new Error(`there is no agent ${username}`);
            return agent;
        },
        interaction: async (id: number): Promise<Interaction> => {
            const found = await readInteraction({ run: store.read.bind(store) }, id);
            if (!found) throw new Error(`there is no interaction ${id}`);
            return found;
        },
        journal: (id: number): Promise<JournalRow[]> => readJournal({ run: store.read.bind(store) }, id),
        timer: async (kind: string, subjectId: number): Promise<Instant | null> =>
            (
                await rows<{ due_at: number }>(
                    `select due_at from timers where kind = $1 and subject_id = $2`,
                    [kind, subjectId],
                )
            )[0]?.due_at ?? null,
        /** Signed in, with a tab open. */
        signIn: async (
            username: string,
            status: 'available' | 'unavailable' = 'available',
        ): Promise<void> => {
            const id = await idOf('agents', username);
            await inTransaction(async (tx) => {
                await saveStatus(tx, id, status, null);
                await saveConnected(tx, id, true);
            });
        },
        /** A customer's message that waits since the clock's time, routed for its original agent (or its queue). */
        waiting: async (original: string | null, queue = 'Support'): Promise<number> => {
            const originalAgentId = original === null ? null : await idOf('agents', original);
            const queueId = await idOf('queues', queue);
            return inTransaction(async (tx) => {
                const i = await newInteraction(tx, queueId);
                i.originalAgentId = originalAgentId;
                i.waitingSince = tx.now;
                await routeReply(tx, i);
                return i.id;
            });
        },
        /** In an agent's inbox; waiting for an answer, or answered. */
        assigned: async (username: string, answered = false, queue = 'Support'): Promise<number> => {
            const agentId = await idOf('agents', username);
            const queueId = await idOf('queues', queue);
            return inTransaction(async (tx) => {
                const i = await newInteraction(tx, queueId);
                i.waitingSince = answered ? null : tx.now;
                if (answered) i.originalAgentId = agentId;
                await assignTo(tx, i, agentId, { kind: 'pulled', agentId, queueId });
                await saveInteraction(tx, i);
                return i.id;
            });
        },
        /** Runs a command as the gateway does: a refusal undoes what its transaction did. */
        command: async <Args, Result>(
            workflow: (tx: Transaction, actor: Actor, args: Args) => Promise<Outcome<Result>>,
            args: Args,
            by = 'ada',
        ): Promise<Outcome<Result>> => {
            const actor: Actor = {
                agentId: await idOf('agents', by),
                role: 'admin',
                name: by,
                sessionId: null,
            };
            let answer: Outcome<Result> | undefined;
            await inTransaction(async (tx) => {
                answer = await workflow(tx, actor, args);
                if (!answer.ok) throw new Undo();
            }).catch((error: unknown) => {
                if (!(error instanceof Undo)) throw error;
            });
            if (!answer) throw new Error('the workflow gave no answer');
            return answer;
        },
        close: async (): Promise<void> => {
            await pool.end();
            await database.drop();
        },
    };
}

class Undo extends Error {}

async function newInteraction(tx: Transaction, queueId: number): Promise<Interaction> {
    const customerId = await saveCustomer(tx, 'maria@customer.example.com', 'Maria Customer');
    return insertInteraction(tx, {
        channel: 'email',
        subject: 'Where is my order?',
        preview: 'Hello',
        customerId,
        queueId,
        mayBelongTo: null,
    });
}
