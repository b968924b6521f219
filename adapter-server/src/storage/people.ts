import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

/** Customers, their notes, agents' notifications and drafts. */
const upsertCustomers = statement<{ id: number; address: string }>(
    'customers_upsert',
    `insert into customers (address, name, created_at)
     select address, name, $3 from unnest($1::text[], $2::text[]) as given(address, name) order by address
     on conflict (address) do update set name = case when excluded.name = '' then customers.name else excluded.name end
     returning id, address`,
);
const knownCustomers = statement<{ id: number; address: string; name: string }>(
    'customers_by_address',
    `select id, address, name from customers where address = any($1::text[])`,
);
const customer = statement<{ id: number; address: string; name: string }>(
    'customer_read',
    `select id, address, name from customers where id = $1`,
);
const insertNote = statement<{ id: number }>(
    'note_insert',
    `insert into notes (customer_id, interaction_id, agent_id, at, text, mentions) values ($1,$2,$3,$4,$5,$6) returning id`,
);
const moveNotes = statement('notes_move', `update notes set interaction_id = $2 where interaction_id = $1`);
const insertNotification = statement<{ id: number }>(
    'notification_insert',
    `insert into notifications (agent_id, at, kind, text, interaction_id) values ($1,$2,$3,$4,$5) returning id`,
);
const readNotifications = statement(
    'notifications_mark_read',
    `update notifications set read_at = $3 where agent_id = $1 and id <= $2 and read_at is null`,
);

const adminsToTell = statement<{ id: number }>(
    'admins_to_tell',
    `select a.id from agents a where a.role = 'admin' and a.enabled
       and not exists (select 1 from notifications n where n.agent_id = a.id and n.kind = $1 and n.read_at is null)
     order by a.id`,
);

export interface CustomerName {
    readonly address: string;
    readonly name: string;
}
/** Each address once. Made or, where a name is given, renamed; answers their ids by address. */
export async function saveCustomers(
    tx: Transaction,
    given: readonly CustomerName[],
): Promise<Map<string, number>> {
    if (given.length === 0) return new Map();
    const addresses = given.map(({ address }) => address);
    const names = given.map(({ name }) => name);
    const rows = await tx.run(upsertCustomers, [addresses, names, tx.now]);
    return new Map(rows.map(({ id, address }) => [address, id]));
}
export const saveCustomer = async (tx: Transaction, address: string, name: string): Promise<number> =>
    (await tx.one(upsertCustomers, [[address], [name], tx.now])).id;
export const findCustomers = (on: Pick<Transaction, 'run'>, addresses: readonly string[]) =>
    on.run(knownCustomers, [addresses]);
export const readCustomer = (on: Pick<Transaction, 'run'>, id: number) =>
    on.run(customer, [id]).then((rows) => rows[0] ?? null);

export interface NewNote {
    readonly customerId: number;
    readonly interactionId: number | null;
    readonly agentId: number | null;
    readonly text: string;
    readonly mentions: readonly number[];
}
export const saveNote = async (tx: Transaction, note: NewNote): Promise<number> =>
    (
        await tx.one(insertNote, [
            note.customerId,
            note.interactionId,
            note.agentId,
            tx.now,
            note.text,
            note.mentions,
        ])
    ).id;
export const moveNotesTo = (tx: Transaction, from: number, to: number): Promise<unknown> =>
    tx.run(moveNotes, [from, to]);

export type NotificationKind =
    | 'offer'
    | 'mention'
    | 'assigned'
    | 'reassigned'
    | 'follow_up'
    | 'missed'
    | 'delivery_failed'
    | 'mail_quarantined'
    | 'scheduled_mail'
    | 'reply'
    | 'transfer'
    | 'target_warning'
    | 'target_breached';
/** Puts it in the agent's bell and on their stream. */
export async function notify(
    tx: Transaction,
    agentId: number,
    kind: NotificationKind,
    text: string,
    interactionId: number | null,
): Promise<void> {
    const { id } = await tx.one(insertNotification, [agentId, tx.now, kind, text, interactionId]);
    tx.tell(agentId, 'notified', { notificationId: id });
}
export const markNotificationsRead = (tx: Transaction, agentId: number, upToId: number): Promise<unknown> =>
    tx.run(readNotifications, [agentId, upToId, tx.now]);
/** Each admin once, until they have read it: a hundred of a kind are one alert. */
export async function tellAdmins(tx: Transaction, kind: NotificationKind, text: string): Promise<void> {
    for (const { id } of await tx.run(adminsToTell, [kind])) await notify(tx, id, kind, text, null);
}
