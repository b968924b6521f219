import type pg from 'pg';
import type { Customers } from './customers.ts';

/** Every mail that was accepted is exactly one message of one interaction. */
export async function checkEveryMailOnce(pool: pg.Pool, customers: Customers): Promise<void> {
    const { rows } = await pool.query<{ message_id: string; n: number }>(
        `select message_id, count(*)::int as n from messages where direction = 'inbound' group by message_id`,
    );
    const stored = new Map(rows.map((row) => [row.message_id, row.n]));
    const lost = [...customers.accepted.keys()].filter((id) => !stored.has(id));
    const twice = rows.filter((row) => row.n > 1);
    if (lost.length > 0 || twice.length > 0)
        throw new Error(
            `${lost.length} accepted mails are lost, ${twice.length} stored twice: ${lost[0] ?? twice[0]?.message_id}`,
        );
}

/** Every mail of ours reached its customer; where no server was killed, once. */
export async function checkSentOnce(
    pool: pg.Pool,
    customers: Customers,
    { kills }: { kills: number },
): Promise<void> {
    const { rows } = await pool.query<{ message_id: string }>(
        `select message_id from messages where direction = 'outbound'`,
    );
    const times = new Map<string, number>();
    for (const { messageId } of customers.received) times.set(messageId, (times.get(messageId) ?? 0) + 1);
    const missing = rows.filter((row) => !times.has(row.message_id));
    const repeated = [...times.values()].filter((n) => n > 1).length;
    if (missing.length > 0)
        throw new Error(`${missing.length} mails never reached their customer: ${missing[0]?.message_id}`);
    // A killed process may have handed over as many mails as it sends at once, without having noted it.
    if (repeated > kills * 8) throw new Error(`${repeated} mails reached their customer more than once`);
}

/** The servers' clock is the database's, sampled: it may differ from ours by this much. */
const CLOCKS_DIFFER = 100;

/**
 * R1: "first in, first out among equals". Two mails of one queue (same priority, no skills): the later one is not first
 * offered before the earlier one, unless the earlier one was just arriving, that is, its sender had not heard 250 yet
 * when the offer was made. Answers how many first offers were compared.
 */
export async function checkFirstInFirstOut(pool: pg.Pool, customers: Customers): Promise<number> {
    const { rows } = await pool.query<{
        id: number;
        queue_id: number;
        message_id: string;
        at: string;
        offered_at: string;
    }>(
        `select i.id, i.queue_id, m.message_id, i.created_at as at, o.offered_at
         from (select distinct on (interaction_id) id, interaction_id, offered_at from offers where not to_original order by interaction_id, id) o
         join interactions i on i.id = o.interaction_id
         join (select distinct on (interaction_id) interaction_id, message_id from messages where direction = 'inbound'
               order by interaction_id, id) m on m.interaction_id = i.id
         order by o.id`,
    );
    const first = rows.map(({ id, queue_id, message_id, at, offered_at }) => ({
        ...{ id, queue: queue_id, at: Number(at), offeredAt: Number(offered_at) },
        accepted: customers.accepted.get(message_id) ?? Infinity,
    }));
    const overtaken = [...Map.groupBy(first, ({ queue }) => queue).values()].flatMap((line) =>
        line.flatMap((one, n) => {
            const by = line
                .slice(0, n)
                .find((b) => b.at > one.at && b.offeredAt > one.accepted + CLOCKS_DIFFER);
            return by ? [{ one, by }] : [];
        }),
    );
    if (overtaken.length > 0)
        throw new Error(
            `${overtaken.length} of ${first.length} were overtaken: ${JSON.stringify(overtaken.slice(0, 3))}`,
        );
    return first.length;
}
