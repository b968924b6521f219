import type pg from 'pg';
import { Random } from '../../../adapter-server/test/random.ts';
import { bodyOf, subjectOf } from './searchText.ts';

/** The same rows for the same numbers, on any machine. */
export interface SearchDataSize {
    readonly messages: number;
    readonly agents: number;
    readonly queues: number;
    readonly customers: number;
}
export const ONE_MILLION: SearchDataSize = { messages: 1_000_000, agents: 60, queues: 12, customers: 80_000 };
export const SEED = 7;
const STARTED = Date.UTC(2024, 0, 1);
const BETWEEN = 60_000;
const ROWS = 4_000;
/** A new thread in three mails out of ten; the others go on one of the newest. */
const NEW_THREAD = 0.3;
const GOING_ON = 3_000;

export const timeOf = (n: number): number => STARTED + n * BETWEEN;
export const addressOf = (customer: number): string =>
    `customer.${customer}@mail${customer % 50}.example.com`;

/** Into an empty database that has the newest schema. */
export async function fillWithMail(
    pool: pg.Pool,
    size: SearchDataSize,
    progress: (done: number) => void = () => undefined,
): Promise<void> {
    const random = new Random(SEED);
    await people(pool, size);
    let interactions = 0;
    for (let from = 0; from < size.messages; from += ROWS) {
        const to = Math.min(size.messages, from + ROWS);
        const of: number[] = [];
        const threads: number[] = [];
        for (let n = from; n < to; n += 1) {
            if (interactions === 0 || random.next() < NEW_THREAD) {
                interactions += 1;
                threads.push(interactions);
                of.push(interactions);
            } else of.push(Math.max(1, interactions - random.below(GOING_ON)));
        }
        await insertInteractions(pool, size, threads, from);
        await insertMessages(pool, size, { from, of, random });
        progress(to);
    }
    await pool.query(`select setval(pg_get_serial_sequence('messages', 'id'), (select max(id) from messages)),
        setval(pg_get_serial_sequence('interactions', 'id'), (select max(id) from interactions))`);
    await pool.query('vacuum analyze');
}

/** Queue 1 is the largest, the last one holds about one in a hundred; agents report to a manager by sixes. */
async function people(pool: pg.Pool, { agents, queues, customers }: SearchDataSize): Promise<void> {
    await pool.query(`insert into organization (id, name, time_zone) values (1, 'Bench', 'UTC')`);
    await pool.query(
        `insert into queues (name, opening_hours, hold_for, hold_mode, email_ring_for, acknowledgement)
         select 'Queue ' || n, '{}', 1, 'wall_clock', 60000, 'Thank you' from generate_series(1, $1::int) n`,
        [queues],
    );
    await pool.query(
        `insert into agents (username, first_name, last_name, email, role, time_zone, status_since, permissions)
         select 'agent' || n, 'Agent', 'Number' || n, 'agent' || n || '@example.com',
             case when n = 1 then 'admin' when n % 6 = 0 then 'manager' else 'agent' end, 'UTC', 0, '{email_search}'
         from generate_series(1, $1::int) n`,
        [agents],
    );
    await pool.query(
        `update agents set reporting_manager_id = (id / 6 + 1) * 6 where id % 6 <> 0 and (id / 6 + 1) * 6 <= $1`,
        [agents],
    );
    await pool.query(
        `insert into queue_members (queue_id, agent_id, priority)
         select 1 + (a.id / 6) % $1, a.id, 'medium' from agents a where a.role = 'agent'`,
        [queues],
    );
    await pool.query(
        `insert into customers (address, name, created_at)
         select 'customer.' || n || '@mail' || n % 50 || '.example.com', 'Customer ' || n, 0 from generate_series(1, $1::int) n`,
        [customers],
    );
    await pool.query(`insert into blobs (sha256, size, created_at) values ('\\x00', 1, 0)`);
}

async function insertInteractions(
    pool: pg.Pool,
    size: SearchDataSize,
    ids: readonly number[],
    from: number,
): Promise<void> {
    await pool.query(
        `insert into interactions (id, channel, status, subject, customer_id, queue_id, routing_state, routing_since,
             original_agent_id, created_at, last_activity_at)
         overriding system value
         select id, 'email', case when id % 25 = 0 then 'open' when id % 40 = 1 then 'pending' else 'closed' end, 'Thread ' || id,
             1 + (id::bigint * 7919 % $2)::int, $3::int + 1 - greatest(1, ceil($3::int * sqrt((id::bigint * 104729 % 10007) / 10007.0)))::int,
             'idle', $4, 2 + id * 31 % ($5::int - 1), $4, $4
         from unnest($1::int[]) as t(id)`,
        [ids, size.customers, size.queues, timeOf(from), size.agents],
    );
}

async function insertMessages(
    pool: pg.Pool,
    size: SearchDataSize,
    { from, of, random }: { from: number; of: readonly number[]; random: Random },
): Promise<void> {
    const ids = of.map((_, n) => from + n + 1);
    await pool.query(
        `insert into messages (id, interaction_id, direction, kind, message_id, from_name, from_address, recipients, subject,
             text_body, at)
         overriding system value
         select id, interaction_id, case when id % 3 = 0 then 'outbound' else 'inbound' end, 'message',
             '<' || id || '@mail.example.com>', name, address, '[{"name":"Support","address":"support@example.com"}]', subject,
             body, $6::bigint + (id - 1) * $7::bigint
         from unnest($1::int[], $2::int[], $3::text[], $4::text[], $5::text[], $8::text[])
             as m(id, interaction_id, name, address, subject, body)`,
        [
            ids,
            of,
            of.map((i) => `Customer ${1 + ((i * 7919) % size.customers)}`),
            of.map((i) => addressOf(1 + ((i * 7919) % size.customers))),
            of.map(() => subjectOf(random)),
            timeOf(0),
            BETWEEN,
            ids.map((id) => bodyOf(random, id)),
        ],
    );
    await pool.query(
        `insert into attachments (message_id, filename, content_type, size, sha256, created_at)
         select id, 'statement-' || id || '.pdf', 'application/pdf', 1, '\\x00', 0 from unnest($1::int[]) as m(id)
         where id % 20 = 0`,
        [ids],
    );
}
