import type pg from 'pg';
import { buildPlusAddress, parsePlusAddress } from '../../adapter-server/src/channels/email/plusAddress.ts';
import { createMailReader } from '../../adapter-server/src/channels/email/reading/createMailReader.ts';
import { signReplyToken, verifyReplyToken } from '../../adapter-server/src/channels/email/replyToken.ts';
import { DatabaseClock } from '../../adapter-server/src/storage/clock.ts';
import { openPool } from '../../adapter-server/src/storage/database.ts';
import type { Signals } from '../../adapter-server/src/storage/signals.ts';
import { Store } from '../../adapter-server/src/storage/transaction.ts';
import { ReceiveEmail } from '../../adapter-server/src/workflows/receiveEmail.ts';
import { keepTargets } from '../../adapter-server/src/workflows/targets/keepTargets.ts';
import { insertAgent, insertQueue } from '../../adapter-server/test/centerRows.ts';
import type { TestDatabase } from '../../adapter-server/test/database.ts';

export const SUPPORT = 'support@example.com';

/** The server's own store and workflows on a database that holds so many stored interactions, without a gateway. */
export interface BenchCenter {
    readonly pool: pg.Pool;
    readonly store: Store;
    readonly clock: DatabaseClock;
    readonly receive: ReceiveEmail;
    readonly queueId: number;
    readonly agents: readonly number[];
    /** Called after each commit, beside whatever else hears of it. */
    onCommit: (signals: Signals) => void;
    close(): Promise<void>;
}

export interface CenterOptions {
    readonly interactions: number;
    readonly agents: number;
    readonly capacity: number;
}

export async function openCenter(
    database: TestDatabase,
    { interactions, agents, capacity }: CenterOptions,
): Promise<BenchCenter> {
    const pool = openPool({ connectionString: database.url, max: 16 }, () => undefined);
    await pool.query(`insert into organization (id, name, time_zone) values (1, 'Bench', 'UTC')`);
    const queueId = await insertQueue(pool, 'Support', {});
    const ids: number[] = [];
    for (let n = 1; n <= agents; n += 1)
        ids.push((await insertAgent(pool, `Agent${n}`, [queueId], { capacity })).id);
    await pool.query(`update agents set chosen_status = 'available', connected = true`);
    await fill(pool, queueId, interactions);
    const clock = new DatabaseClock(pool);
    await clock.sample();
    const center = {
        onCommit: (_signals: Signals): void => undefined,
    };
    const store = new Store({
        pool,
        clock,
        failpoint: () => undefined,
        beforeCommit: keepTargets,
        onCommit: (signals) => center.onCommit(signals),
    });
    const replyTokens = {
        sign: signReplyToken,
        verify: verifyReplyToken,
        address: buildPlusAddress,
        parse: parsePlusAddress,
    };
    const receive = new ReceiveEmail({
        store,
        replyTokens,
        preview: (text) => text.slice(0, 160),
        mailReader: createMailReader(),
    });
    return Object.assign(center, {
        pool,
        store,
        clock,
        receive,
        queueId,
        agents: ids,
        close: async () => {
            await pool.end();
            await database.drop();
        },
    });
}

/** The Message-ID of the stored mail of that number, which a customer may answer. */
export const storedMessageId = (n: number): string => `<stored.${n}@customer.example.com>`;
export const customerOf = (n: number): string => `customer.${n}@customer${n % 50}.example.com`;

/** Closed threads, two mails each: the same rows for the same number, on any machine. */
export async function fill(pool: pg.Pool, queueId: number, interactions: number): Promise<void> {
    await pool.query(
        `insert into customers (address, name, created_at)
         select 'customer.' || n || '@customer' || n % 50 || '.example.com', 'Customer ' || n, 0 from generate_series(1, $1::int) n`,
        [interactions],
    );
    await pool.query(
        `insert into interactions (channel, status, subject, preview, customer_id, queue_id, routing_state, routing_since,
             created_at, last_activity_at, journal_seq)
         select 'email', 'closed', 'Stored question ' || n, 'Hello', n, $2, 'idle', n, n, n, 1 from generate_series(1, $1::int) n`,
        [interactions, queueId],
    );
    await pool.query(
        `insert into messages (interaction_id, direction, kind, message_id, content_hash, from_name, from_address, recipients,
             subject, text_body, at)
         select n, 'inbound', 'message', '<stored.' || n || '@customer.example.com>', 'stored-' || n, '',
             'customer.' || n || '@customer' || n % 50 || '.example.com', '[{"name":"","address":"support@example.com"}]',
             'Stored question ' || n, repeat('A stored question of some length. ', 20), n
         from generate_series(1, $1::int) n`,
        [interactions],
    );
    await pool.query(
        `insert into messages (interaction_id, direction, kind, message_id, from_name, from_address, recipients, subject, text_body, at)
         select n, 'outbound', 'acknowledgement', '<ack.' || n || '@example.com>', 'Support', 'support@example.com',
             jsonb_build_array(jsonb_build_object('name', '', 'address', 'customer.' || n || '@customer' || n % 50 || '.example.com')),
             'Re: Stored question ' || n, 'We have received your email and will reply shortly.', n
         from generate_series(1, $1::int) n`,
        [interactions],
    );
    await pool.query(
        `insert into journal (interaction_id, seq, at, kind, data) select n, 1, n, 'received', '{}' from generate_series(1, $1::int) n`,
        [interactions],
    );
    await pool.query('truncate search_queue');
    await pool.query('vacuum analyze');
}
